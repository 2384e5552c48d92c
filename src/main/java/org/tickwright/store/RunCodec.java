package org.tickwright.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.Ambiguity;
import org.tickwright.engine.Band;
import org.tickwright.engine.CostJson;
import org.tickwright.engine.Holdings;
import org.tickwright.engine.OrderRecord;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSeries;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.Summary;
import org.tickwright.engine.Trade;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.StrategyWarmUp;
import org.tickwright.study.sweep.SweepRow;

/// Runs as bytes and back, every number with the same bits.
///
/// Fields that a newer version added are ignored when an older one reads.
final class RunCodec {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .addModule(CostJson.times())
            .addModule(words())
            .build();

    private RunCodec() {}

    /// A row of a sweep.
    static byte[] sweepRow(SweepRow row) throws JsonProcessingException {
        return JSON.writeValueAsBytes(row);
    }

    static SweepRow sweepRow(byte[] document) throws IOException {
        return Objects.requireNonNull(JSON.readValue(document, SweepRow.class), "a row");
    }

    /// Phrases as the plain texts that they are.
    private static SimpleModule words() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Phrase.class, new ToStringSerializer(Phrase.class));
        module.addDeserializer(Phrase.class, new StdDeserializer<>(Phrase.class) {
            @Override
            public Phrase deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return Phrase.of(parser.getText());
            }
        });
        return module;
    }

    /// What a run consists of besides its lists and columns.
    private record Head(
            SeriesKey series,
            boolean simulated,
            String strategyName,
            Summary summary,
            int firstIndex,
            int rows,
            String dataHash,
            String strategyHash,
            String engineVersion,
            RunSettings settings,
            String zone,
            @Nullable List<RunSeries> inputs,
            @Nullable Ambiguity ambiguity,
            @Nullable Band band,
            @Nullable List<Holdings> holdings,
            @Nullable StrategyWarmUp warmUp) {}

    /// A run as four parts.
    record Parts(byte[] head, byte[] trades, byte[] orders, byte[] columns) {}

    /// Takes a run apart.
    static Parts pack(RunResult run) throws JsonProcessingException {
        Head head = new Head(
                run.series(),
                run.simulated(),
                run.strategyName(),
                run.summary(),
                run.firstIndex(),
                run.time().length,
                run.dataHash(),
                run.strategyHash(),
                run.engineVersion(),
                run.settings(),
                run.zone().getId(),
                run.inputs(),
                run.ambiguity(),
                run.band(),
                run.holdings(),
                run.warmUp());
        int rows = run.time().length;
        ColumnWriter columns = new ColumnWriter(rows * 12);
        columns.longs(run.time(), 0, rows);
        columns.doubles(run.equity(), 0, rows);
        columns.doubles(run.position(), 0, rows);
        return new Parts(
                deflated(JSON.writeValueAsBytes(head)),
                deflated(JSON.writeValueAsBytes(run.trades())),
                deflated(JSON.writeValueAsBytes(run.orders())),
                columns.deflated());
    }

    /// Puts a run together.
    static RunResult unpack(Parts parts) throws IOException, DataFormatException {
        Head head = JSON.readValue(ColumnReader.inflate(parts.head()), Head.class);
        List<Trade> trades = JSON.readValue(ColumnReader.inflate(parts.trades()), new TypeReference<>() {});
        List<OrderRecord> orders = JSON.readValue(ColumnReader.inflate(parts.orders()), new TypeReference<>() {});
        ColumnReader columns = ColumnReader.inflating(parts.columns());
        long[] time = new long[head.rows()];
        double[] equity = new double[head.rows()];
        double[] position = new double[head.rows()];
        columns.longs(time, head.rows());
        columns.doubles(equity, head.rows());
        columns.doubles(position, head.rows());
        return new RunResult(
                head.series(),
                head.simulated(),
                head.strategyName(),
                head.summary(),
                trades,
                orders,
                head.firstIndex(),
                time,
                equity,
                position,
                head.dataHash(),
                head.strategyHash(),
                head.engineVersion(),
                head.settings(),
                ZoneId.of(head.zone()),
                head.inputs() == null ? List.of() : head.inputs(),
                Objects.requireNonNullElse(head.ambiguity(), Ambiguity.NONE),
                head.band(),
                head.holdings() == null ? List.of() : head.holdings(),
                head.warmUp());
    }

    /// The headline figures as text.
    static String summary(Summary summary) throws JsonProcessingException {
        return JSON.writeValueAsString(summary);
    }

    /// The headline figures from text.
    static Summary summary(String json) throws JsonProcessingException {
        return JSON.readValue(json, Summary.class);
    }

    /// Compressed bytes.
    static byte[] deflated(byte[] bytes) {
        return ColumnWriter.deflate(bytes, bytes.length);
    }
}
