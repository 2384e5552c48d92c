package org.tickwright.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.risk.CostTerms;

/// Costs as JSON, in run documents and in files of their own: the names of the terms' parts, dates and times
/// in ISO-8601. Parts that are left out charge nothing; names that do not exist are refused.
public final class CostJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .withConfigOverride(
                    Map.class, maps -> maps.setInclude(JsonInclude.Value.construct(Include.NON_EMPTY, Include.ALWAYS)))
            .addModule(times())
            .build();

    private CostJson() {}

    /// Reads a document that holds costs alone; what is wrong with it is said in an [IOException].
    public static CostTerms read(String json) throws IOException {
        return read(MAPPER.readTree(json));
    }

    static CostTerms read(JsonNode node) throws IOException {
        try {
            CostTerms terms = MAPPER.treeToValue(node, CostTerms.class);
            if (terms == null) {
                throw new IOException("The costs are empty; leave them out or write an object");
            }
            return terms;
        } catch (ValueInstantiationException e) {
            Throwable cause = e.getCause();
            throw new IOException(
                    "The costs cannot be read: " + (cause == null ? e.getOriginalMessage() : cause.getMessage()), e);
        } catch (JsonProcessingException e) {
            throw new IOException("The costs cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    static void write(CostTerms terms, JsonGenerator json) throws IOException {
        JsonNode tree = MAPPER.valueToTree(terms);
        MAPPER.writeTree(json, tree);
    }

    /// The terms as one JSON object.
    public static String text(CostTerms terms) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Costs are always JSON", e);
        }
    }

    /// Dates and instants as ISO-8601 text, for mappers that meet settings.
    public static Module times() {
        SimpleModule module = new SimpleModule("times");
        module.addSerializer(LocalDate.class, new ToStringSerializer(LocalDate.class));
        module.addSerializer(Instant.class, new ToStringSerializer(Instant.class));
        module.addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDate::parse));
        module.addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse));
        return module;
    }

    /// A value of one type from its text.
    private static final class FromText<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient java.util.function.Function<String, T> parser;

        FromText(Class<T> type, java.util.function.Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        protected @Nullable T _deserialize(String value, DeserializationContext context) throws IOException {
            try {
                return parser.apply(value);
            } catch (java.time.DateTimeException e) {
                return handled(context.handleWeirdStringValue(
                        _valueClass, value, "must be ISO-8601, like 2014-06-09 or 2014-06-09T00:00:00Z"));
            }
        }

        @SuppressWarnings("unchecked")
        private T handled(Object value) {
            return (T) value;
        }
    }
}
