package org.tickwright.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.execution.AmbiguousBar;
import org.tickwright.kernel.DoubleColumn;
import org.tickwright.kernel.LongColumn;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.StrategyWarmUp;

/// Reads what [RunJsonWriter] wrote. The equity column streams; everything else is small or per trade.
final class RunJsonReader {
    private static final ObjectMapper MAPPER = new ObjectMapper(RunJson.FACTORY);

    private final Map<String, JsonNode> head = new HashMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<OrderRecord> orders = new ArrayList<>();
    private final LongColumn time = new LongColumn(1024);
    private final DoubleColumn equity = new DoubleColumn(1024);
    private final DoubleColumn position = new DoubleColumn(1024);

    private RunJsonReader() {}

    static RunResult read(InputStream in) throws IOException {
        try (JsonParser parser = MAPPER.createParser(in)) {
            RunJsonReader reader = new RunJsonReader();
            reader.fields(parser);
            return reader.result();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("This run document cannot be read: " + e.getMessage(), e);
        }
    }

    private void fields(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("A run document is one JSON object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "trades" -> each(parser, node -> trades.add(trade(node)));
                case "orders" -> each(parser, node -> orders.add(order(node)));
                case "equity" -> equity(parser);
                default -> head.put(name, parser.readValueAsTree());
            }
        }
    }

    private interface Reader {
        void read(JsonNode node) throws IOException;
    }

    private static void each(JsonParser parser, Reader reader) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            reader.read(parser.readValueAsTree());
        }
    }

    private void equity(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "time" -> time.append(RunTimes.parse(parser.getText()));
                    case "equity" -> equity.append(orNaN(parser));
                    case "position" -> position.append(orNaN(parser));
                    default -> parser.skipChildren();
                }
            }
        }
    }

    private static double orNaN(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : parser.getDoubleValue();
    }

    private RunResult result() throws IOException {
        if (!RunJson.FORMAT.equals(head("format").asText())) {
            throw new IOException("Not a run document: its format is " + head("format"));
        }
        if (head("version").asInt() > RunJson.VERSION) {
            throw new IOException("This run was written by a newer version of the program (document version "
                    + head("version") + "); update to read it");
        }
        if (time.size() != equity.size() || time.size() != position.size()) {
            throw new IOException("The equity entries of this run document are incomplete");
        }
        JsonNode series = head("series");
        return new RunResult(
                new SeriesKey(
                        need(series, "symbol").asText(),
                        Timeframe.parse(need(series, "timeframe").asText())),
                need(series, "simulated").asBoolean(),
                need(head("strategy"), "name").asText(),
                summary(head("summary"), head.get("costs")),
                List.copyOf(trades),
                List.copyOf(orders),
                need(series, "firstIndex").asInt(),
                time.toArray(),
                equity.toArray(),
                position.toArray(),
                head("dataHash").asText(),
                head("strategyHash").asText(),
                head("engineVersion").asText(),
                settings(head("settings")),
                ZoneId.of(need(series, "zone").asText()),
                inputs(),
                ambiguity(head.get("ambiguity")),
                BandJson.read(head.get("band")),
                holdings(),
                warmUp(head.get("warmUp")));
    }

    private List<Holdings> holdings() throws IOException {
        List<Holdings> holdings = new ArrayList<>();
        JsonNode list = head.get("positions");
        for (JsonNode node : list == null ? List.<JsonNode>of() : list) {
            DoubleColumn units = new DoubleColumn(time.size());
            for (JsonNode value : need(node, "units")) {
                units.append(value.asDouble());
            }
            holdings.add(new Holdings(need(node, "symbol").asText(), units.toArray()));
        }
        return List.copyOf(holdings);
    }

    private List<RunSeries> inputs() throws IOException {
        List<RunSeries> inputs = new ArrayList<>();
        JsonNode list = head.get("inputs");
        for (JsonNode node : list == null ? List.<JsonNode>of() : list) {
            inputs.add(new RunSeries(
                    new SeriesKey(
                            need(node, "symbol").asText(),
                            Timeframe.parse(need(node, "timeframe").asText())),
                    need(node, "simulated").asBoolean(),
                    need(node, "hash").asText(),
                    textOrNull(node, "sessionClose")));
        }
        return List.copyOf(inputs);
    }

    private JsonNode head(String name) throws IOException {
        JsonNode node = head.get(name);
        if (node == null) {
            throw new IOException("This run document has no '" + name + "'");
        }
        return node;
    }

    private static RunSettings settings(JsonNode node) throws IOException {
        Map<String, Double> parameters = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : need(node, "parameters").properties()) {
            parameters.put(entry.getKey(), entry.getValue().asDouble());
        }
        String size = textOrNull(node, "size");
        return new RunSettings(
                number(node, "capital"),
                number(node, "commissionBps"),
                number(node, "slippageBps"),
                size == null ? null : SizeRule.parse(size),
                need(node, "wholeUnits").asBoolean(),
                RunSettings.Direction.valueOf(need(node, "direction").asText().toUpperCase(Locale.ROOT)),
                numberOrNull(node, "stopLoss"),
                numberOrNull(node, "takeProfit"),
                need(node, "fills").asText(),
                need(node, "periodsPerYear").asInt(),
                timeOrNull(node, "from"),
                timeOrNull(node, "to"),
                parameters,
                node.has("costs") ? CostJson.read(node.get("costs")) : CostTerms.NONE,
                terms(node.get("fillTerms")));
    }

    private static FillTerms terms(@Nullable JsonNode node) throws IOException {
        return node == null
                ? FillTerms.DEFAULTS
                : new FillTerms(
                        number(node, "participation"),
                        textOrNull(node, "intrabar"),
                        FillTerms.Resolution.valueOf(
                                need(node, "resolution").asText().toUpperCase(Locale.ROOT)),
                        need(node, "seed").asLong(),
                        !node.has("band") || node.get("band").asBoolean());
    }

    private static @Nullable StrategyWarmUp warmUp(@Nullable JsonNode node) throws IOException {
        if (node == null) {
            return null;
        }
        JsonNode stable = need(node, "stableFrom");
        return new StrategyWarmUp(
                need(node, "definedFrom").asInt(),
                stable.isNull() ? null : stable.asInt(),
                need(node, "note").asText());
    }

    private static Ambiguity ambiguity(@Nullable JsonNode node) throws IOException {
        if (node == null) {
            return Ambiguity.NONE;
        }
        List<AmbiguousBar> bars = new ArrayList<>();
        for (JsonNode bar : need(node, "bars")) {
            bars.add(new AmbiguousBar(
                    need(bar, "index").asInt(),
                    RunTimes.parse(need(bar, "time").asText()),
                    need(bar, "what").asText(),
                    need(bar, "resolved").asText(),
                    textOrAbsent(bar, "instrument")));
        }
        return new Ambiguity(
                need(node, "volumeKnown").asBoolean(),
                need(node, "toldBars").asInt(),
                need(node, "untoldBars").asInt(),
                bars);
    }

    private static Summary summary(JsonNode node, @Nullable JsonNode costs) throws IOException {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : need(node, "exitReasons").properties()) {
            reasons.put(entry.getKey(), entry.getValue().asInt());
        }
        return new Summary(
                need(node, "bars").asInt(),
                need(node, "trades").asInt(),
                need(node, "longs").asInt(),
                need(node, "shorts").asInt(),
                number(node, "finalEquity"),
                number(node, "totalReturn"),
                numberOrNull(node, "cagr"),
                numberOrNull(node, "sharpe"),
                numberOrNull(node, "annualVol"),
                number(node, "maxDrawdown"),
                need(node, "winTrades").asInt(),
                numberOrNull(node, "winRate"),
                number(node, "grossProfit"),
                number(node, "grossLoss"),
                numberOrNull(node, "profitFactor"),
                numberOrNull(node, "avgWin"),
                numberOrNull(node, "avgLoss"),
                numberOrNull(node, "expectancy"),
                numberOrNull(node, "sqn"),
                numberOrNull(node, "largestWin"),
                numberOrNull(node, "largestLoss"),
                numberOrNull(node, "avgBarsHeld"),
                number(node, "exposure"),
                number(node, "totalCommission"),
                number(node, "totalSlippage"),
                number(node, "buyHoldReturn"),
                reasons,
                costs == null
                        ? CostSummary.ofSums(number(node, "totalCommission"), number(node, "totalSlippage"))
                        : costs(costs));
    }

    private static CostSummary costs(JsonNode node) throws IOException {
        return new CostSummary(
                number(node, "commission"),
                number(node, "spread"),
                number(node, "slippage"),
                number(node, "impact"),
                number(node, "borrow"),
                number(node, "funding"),
                number(node, "dividends"),
                number(node, "interest"),
                number(node, "conversion"),
                number(node, "turnover"),
                numberOrNull(node, "breakEvenBps"),
                need(node, "marginCalls").asInt());
    }

    private static Trade trade(JsonNode node) throws IOException {
        return new Trade(
                need(node, "trade").asInt(),
                Trade.Side.valueOf(need(node, "side").asText()),
                timeOrNull(node, "entrySignalTime"),
                RunTimes.parse(need(node, "entryTime").asText()),
                need(node, "entryIndex").asInt(),
                number(node, "entryPrice"),
                number(node, "qty"),
                number(node, "entryCommission"),
                timeOrNull(node, "exitSignalTime"),
                RunTimes.parse(need(node, "exitTime").asText()),
                need(node, "exitIndex").asInt(),
                number(node, "exitPrice"),
                number(node, "exitCommission"),
                Trade.ExitReason.valueOf(need(node, "exitReason").asText()),
                number(node, "grossPnl"),
                number(node, "netPnl"),
                number(node, "returnPct"),
                need(node, "barsHeld").asInt(),
                number(node, "slippageCost"),
                number(node, "cashAfter"),
                Phrase.of(need(node, "entryReasonText").asText()),
                Phrase.of(need(node, "exitReasonText").asText()),
                node.has("carry") ? number(node, "carry") : 0,
                textOrAbsent(node, "instrument"));
    }

    private static OrderRecord order(JsonNode node) throws IOException {
        JsonNode fillIndex = need(node, "fillIndex");
        return new OrderRecord(
                need(node, "id").asLong(),
                need(node, "action").asText(),
                need(node, "type").asText(),
                RunTimes.parse(need(node, "createdTime").asText()),
                need(node, "createdIndex").asInt(),
                need(node, "status").asText(),
                timeOrNull(node, "fillTime"),
                fillIndex.isNull() ? null : (Integer) fillIndex.asInt(),
                numberOrNull(node, "fillPrice"),
                numberOrNull(node, "quantity"),
                numberOrNull(node, "level"),
                Phrase.of(need(node, "reason").asText()),
                textOrAbsent(node, "instrument"));
    }

    private static @Nullable String textOrAbsent(JsonNode node, String name) throws IOException {
        return node.has(name) ? textOrNull(node, name) : null;
    }

    private static JsonNode need(JsonNode node, String name) throws IOException {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IOException("This run document has no '" + name + "' where one is needed");
        }
        return value;
    }

    private static double number(JsonNode node, String name) throws IOException {
        JsonNode value = need(node, name);
        return value.isNull() ? Double.NaN : value.asDouble();
    }

    private static @Nullable Double numberOrNull(JsonNode node, String name) throws IOException {
        JsonNode value = need(node, name);
        return value.isNull() ? null : (Double) value.asDouble();
    }

    private static @Nullable String textOrNull(JsonNode node, String name) throws IOException {
        JsonNode value = need(node, name);
        return value.isNull() ? null : value.asText();
    }

    private static @Nullable Long timeOrNull(JsonNode node, String name) throws IOException {
        String text = textOrNull(node, name);
        return text == null ? null : (Long) RunTimes.parse(text);
    }
}
