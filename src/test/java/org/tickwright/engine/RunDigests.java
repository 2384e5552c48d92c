package org.tickwright.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.SlippageTerms;
import org.tickwright.risk.SpreadTerms;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;

/// Hashes of some runs, one a line: templates with plain and with realistic fills, the band around those included.
/// As a program it prints them, for a machine of other memory and other processors.
public final class RunDigests {
    private RunDigests() {}

    /// Prints the hashes.
    public static void main(String[] arguments) throws Exception {
        all().forEach(System.out::println);
    }

    /// A line for each run.
    static List<String> all() throws Exception {
        List<String> lines = new ArrayList<>();
        for (String template : List.of("sma-cross", "rsi-reversion", "macd-cross", "donchian-atr")) {
            lines.add(template + " plain " + digest(template, plain()));
            lines.add(template + " realistic " + digest(template, realistic()));
        }
        return lines;
    }

    private static RunSettings plain() {
        return new RunSettings(
                50_000, 7, 3, null, false, RunSettings.Direction.BOTH, null, 0.2, "plain", 252, null, null, Map.of());
    }

    private static RunSettings realistic() {
        CostTerms none = CostTerms.NONE;
        CostTerms costs = new CostTerms(
                none.commission(),
                new SpreadTerms(SpreadTerms.Kind.BPS, 2),
                SlippageTerms.parse("volume:0.3"),
                none.carry(),
                none.margin(),
                none.currency(),
                none.actions());
        return new RunSettings(
                        50_000,
                        7,
                        0,
                        null,
                        true,
                        RunSettings.Direction.BOTH,
                        0.01,
                        0.01,
                        "plain",
                        252,
                        null,
                        null,
                        Map.of())
                .with(costs)
                .filling(RunSettings.REALISTIC, FillTerms.DEFAULTS);
    }

    private static String digest(String template, RunSettings settings) throws Exception {
        Bars bars = SyntheticBars.daily(11, 1500);
        MarketData market = MarketData.of(
                new MarketSeries(new SeriesKey("TEST", Timeframe.DAY), true, bars, bars.contentHash(), null));
        Program program = Program.of(StrategyCodec.read(text(template)), IndicatorCatalogue.builtIn());
        RunResult run = Backtest.run(program, market, settings, Progress.NONE);
        if (settings.realistic()) {
            run = run.with(Backtest.band(program, market, settings, Progress.NONE));
        }
        return hash(RunJson.bytes(run));
    }

    private static String text(String template) throws Exception {
        try (var in = RunDigests.class.getResourceAsStream("/assets/strategies/" + template + ".strategy.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String hash(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
