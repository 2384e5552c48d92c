package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickwright.market.Bars;
import org.tickwright.risk.SizeRule;
import org.tickwright.testing.Shared;

/// One of the reference backtests: its settings, and the comparison at the stated tolerance.
public record ReferenceCase(String id, JsonNode config, JsonNode summary) {
    /// All cases.
    public static final List<String> IDS = List.of(
            "bac_sma_ls",
            "btc_donchian_atr_risk",
            "goog_donchian_atr",
            "goog_rsi14_plain",
            "goog_rsi14_sl_tp",
            "goog_sma_10_30_plain",
            "goog_sma_10_30_sl_tp",
            "goog_sma_10_30_whole_costs",
            "goog_sma_20_50_whole_costs",
            "ibm_macd_long");

    private static final Map<String, String> TEMPLATE_PARAMETERS = Map.ofEntries(
            Map.entry("fast", "fast"),
            Map.entry("slow", "slow"),
            Map.entry("signal", "signal"),
            Map.entry("period", "period"),
            Map.entry("buy_below", "buyBelow"),
            Map.entry("exit_above", "exitAbove"),
            Map.entry("short_above", "shortAbove"),
            Map.entry("cover_below", "coverBelow"),
            Map.entry("entry_period", "entryPeriod"),
            Map.entry("exit_period", "exitPeriod"),
            Map.entry("atr_period", "atrPeriod"),
            Map.entry("atr_mult", "atrMultiple"));

    /// Reads a case; skips the test where the references are absent.
    public static ReferenceCase read(String id) throws IOException {
        JsonNode root =
                new ObjectMapper().readTree(Files.readAllBytes(Shared.requirePath("oracles/backtest/" + id + ".json")));
        return new ReferenceCase(id, root.get("config"), root.get("summary"));
    }

    /// The bars it runs on.
    public Bars bars() throws IOException {
        return ReferenceBars.daily("oracles/data/" + config.get("symbol").asText() + "_daily.csv");
    }

    /// The template that does what its strategy says.
    public String template() {
        return switch (config.get("strategy").asText()) {
            case "SMA_CROSS" -> "sma-cross";
            case "RSI_REVERSION" -> "rsi-reversion";
            case "MACD" -> "macd-cross";
            case "DONCHIAN_ATR" -> "donchian-atr";
            default -> throw new IllegalArgumentException("No template for " + config.get("strategy"));
        };
    }

    /// Its parameters by the templates' names.
    public Map<String, Double> parameters() {
        Map<String, Double> parameters = new TreeMap<>();
        config.get("params")
                .properties()
                .forEach(entry -> parameters.put(
                        java.util.Objects.requireNonNull(TEMPLATE_PARAMETERS.get(entry.getKey())),
                        entry.getValue().asDouble()));
        return parameters;
    }

    /// Its settings, with these parameters.
    public RunSettings settings(Map<String, Double> parameters) {
        boolean risk = config.get("sizing").asText().equals("risk");
        return new RunSettings(
                config.get("initial_cash").asDouble(),
                config.get("commission_bps").asDouble(),
                config.get("slippage_bps").asDouble(),
                new SizeRule(
                        risk ? SizeRule.Kind.RISK : SizeRule.Kind.FRACTION,
                        config.get(risk ? "risk_fraction" : "fraction").asDouble()),
                config.get("whole_shares").asBoolean(),
                config.get("direction").asText().equals("long_short")
                        ? RunSettings.Direction.BOTH
                        : RunSettings.Direction.LONG,
                orNull("stop_loss_pct"),
                orNull("take_profit_pct"),
                "plain",
                252,
                null,
                null,
                parameters);
    }

    private Double orNull(String name) {
        return config.get(name).isNull() ? null : (Double) config.get(name).asDouble();
    }

    /// Compares trade by trade, bar by bar, figure by figure.
    public void assertAgrees(RunResult run) throws IOException {
        JsonNode root = new ObjectMapper().readTree(RunJson.bytes(run));
        assertTrades(root.get("trades"));
        assertEquity(root.get("equity"));
        assertSummary(root.get("summary"));
    }

    private void assertTrades(JsonNode trades) throws IOException {
        List<String[]> expected = ReferenceBars.rows("oracles/backtest/" + id + "_trades.csv");
        assertEquals(expected.size(), trades.size(), "number of trades");
        for (int i = 0; i < trades.size(); i++) {
            JsonNode trade = trades.get(i);
            String[] row = expected.get(i);
            String at = id + " trade " + (i + 1) + " ";
            assertEquals(row[1], trade.get("side").asText(), at + "side");
            assertText(row[2], trade.get("entrySignalDate"), at + "entry signal");
            assertText(row[3], trade.get("entryDate"), at + "entry date");
            assertEquals(row[4], trade.get("entryIndex").asText(), at + "entry index");
            assertText(row[8], trade.get("exitSignalDate"), at + "exit signal");
            assertText(row[9], trade.get("exitDate"), at + "exit date");
            assertEquals(row[10], trade.get("exitIndex").asText(), at + "exit index");
            assertEquals(row[13], trade.get("exitReason").asText(), at + "exit reason");
            assertEquals(row[17], trade.get("barsHeld").asText(), at + "bars held");
            double cash = Double.parseDouble(row[19]);
            double money = 1e-9 * Math.max(cash, config.get("initial_cash").asDouble());
            assertClose(row[5], trade.get("entryPrice"), 1e-9 * Double.parseDouble(row[5]), at + "entry price");
            assertClose(row[11], trade.get("exitPrice"), 1e-9 * Double.parseDouble(row[11]), at + "exit price");
            assertClose(row[6], trade.get("qty"), config.get("whole_shares").asBoolean() ? 0 : 2e-8, at + "quantity");
            assertClose(row[7], trade.get("entryCommission"), money, at + "entry commission");
            assertClose(row[12], trade.get("exitCommission"), money, at + "exit commission");
            assertClose(row[14], trade.get("grossPnl"), money, at + "gross");
            assertClose(row[15], trade.get("netPnl"), money, at + "net");
            assertClose(row[16], trade.get("returnPct"), 1e-7, at + "return");
            assertClose(row[18], trade.get("slippageCost"), money, at + "slippage");
            assertClose(row[19], trade.get("cashAfter"), money, at + "cash after");
        }
    }

    private void assertEquity(JsonNode equity) throws IOException {
        List<String[]> expected = ReferenceBars.rows("oracles/backtest/" + id + "_equity.csv.gz");
        assertEquals(expected.size(), equity.size(), "number of bars");
        for (int i = 0; i < equity.size(); i++) {
            String[] row = expected.get(i);
            String at = id + " " + row[0] + " ";
            assertTrue(equity.get(i).get("time").asText().startsWith(row[0]), at + "time");
            double money = 1e-9
                    * Math.max(
                            Double.parseDouble(row[1]),
                            config.get("initial_cash").asDouble());
            assertClose(row[1], equity.get(i).get("equity"), money, at + "equity");
            assertClose(row[2], equity.get(i).get("position"), 2e-8, at + "position");
        }
    }

    private void assertSummary(JsonNode figures) {
        double money = 1e-9 * Math.max(summary.get("final_equity").asDouble(), 1e5);
        summary.properties().forEach(entry -> {
            String name = camel(entry.getKey());
            JsonNode expected = entry.getValue();
            JsonNode actual = figures.get(name);
            if (expected.isObject()) {
                assertEquals(expected, actual, name);
            } else {
                double scale = Math.max(money, 1e-9 * Math.abs(expected.asDouble()));
                boolean ofMoney = Math.abs(expected.asDouble()) > 100;
                // Sums over many trades carry the money tolerance of each.
                assertEquals(
                        expected.asDouble(),
                        actual.asDouble(),
                        ofMoney ? 10 * scale : ratioTolerance(name),
                        id + " " + name);
            }
        });
        assertEquals(summary.size(), figures.size(), "the summary has these figures and no others");
    }

    private static double ratioTolerance(String name) {
        return name.startsWith("avg") || name.startsWith("largest") || name.equals("expectancy") ? 1e-4 : 1e-8;
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("_")) {
            camel.append(camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }

    private static void assertText(String expected, JsonNode actual, String at) {
        assertEquals(expected, actual.isNull() ? "" : actual.asText(), at);
    }

    private static void assertClose(String expected, JsonNode actual, double tolerance, String at) {
        assertEquals(Double.parseDouble(expected), actual.asDouble(), tolerance, at);
    }
}
