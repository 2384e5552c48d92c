package org.tickwright.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/// Settings alone as JSON, every number with the same bits: the same settings give the same text.
public final class SettingsJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(CostJson.times())
            .build();

    private SettingsJson() {}

    /// The document.
    public static String text(RunSettings settings) {
        try {
            return MAPPER.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Settings can be written", e);
        }
    }

    /// Reads a document; what is wrong with it is said in an [IOException].
    public static RunSettings read(String json) throws IOException {
        RunSettings settings = MAPPER.readValue(json, RunSettings.class);
        if (settings == null) {
            throw new IOException("The settings are empty");
        }
        return settings;
    }
}
