package org.tickwright.engine;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Ledger;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.OrderStyle;

/// A random market of one or more instruments with holes, what is done with each, and everything that it may cost.
/// The same for the same seed.
record LoopScenario(MarketData data, TreeMap<String, ColumnStrategy> strategies, RunSettings settings) {
    private static final long HOUR = 3_600_000_000_000L;
    private static final List<String> SYMBOLS = List.of("A", "B", "C", "D");
    private static final List<String> SIZES = List.of(
            "volatility:0.2/10",
            "kelly:0.5/0.9/2/0.3",
            "fraction:1",
            "fraction:0.4",
            "units:300",
            "cash:150000",
            "risk:0.05");
    private static final List<String> COSTS = List.of(
            "{}",
            "{\"commission\": {\"perUnit\": 0.01, \"minimum\": 1, \"makerBps\": -0.2}}",
            "{\"commission\": {\"tiersBy\": \"VALUE\", \"tiers\": [{\"from\": 0, \"rate\": 10},"
                    + " {\"from\": 300000, \"rate\": 5}]}, \"spread\": {\"kind\": \"BPS\", \"value\": 4}}",
            "{\"slippage\": {\"kind\": \"VOLUME\", \"value\": 0.3, \"window\": 20},"
                    + " \"carry\": {\"borrowRate\": 0.05, \"fundingRate\": 0.0001}}",
            "{\"margin\": {\"initial\": 0.5, \"maintenance\": 0.49}, \"carry\": {\"interestRate\": 0.07}}",
            "{\"currency\": {\"account\": \"USD\", \"instrument\": \"EUR\", \"rate\": 1.3, \"feeBps\": 3}}",
            "{\"margin\": {\"initial\": 0.2, \"maintenance\": 0.19}, \"spread\": {\"kind\": \"PRICE\", \"value\":"
                    + " 0.1}}",
            "{\"actions\": {\"splits\": [{\"exDate\": \"2000-02-06\", \"numerator\": 3, \"denominator\": 2}],"
                    + " \"dividends\": [{\"exDate\": \"2000-01-20\", \"perUnit\": 0.5}]}}");

    static LoopScenario of(long seed, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(most);
        int days = 60 + random.nextInt(60);
        boolean realistic = random.nextInt(3) > 0;
        List<MarketSeries> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Bars bars = thinned(random, SyntheticBars.daily(random.nextLong(), days), most > 1);
            all.add(new MarketSeries(new SeriesKey(SYMBOLS.get(i), Timeframe.DAY), true, bars, ""));
        }
        MarketData data = new MarketData(all.getFirst(), all.subList(1, count));
        int base = all.getFirst().bars().size();
        TreeMap<String, ColumnStrategy> strategies = new TreeMap<>();
        for (MarketSeries each : all) {
            strategies.put(each.key().symbol(), strategy(random, base, realistic));
        }
        return new LoopScenario(
                data, strategies, settings(random, all.getFirst().bars(), realistic));
    }

    /// With volumes that sometimes leave an order over, and where there are several with days missing and sometimes at
    /// an exchange five hours to the west.
    private static Bars thinned(SplittableRandom random, Bars bars, boolean holes) {
        int hours = holes && random.nextInt(3) == 0 ? 5 : 0;
        double most = random.nextInt(4) == 0 ? 0 : Math.pow(10, 2 + 4 * random.nextDouble());
        Bars thin = new Bars(bars.timeframe(), ZoneOffset.ofHours(-hours), bars.size());
        for (int i = 0; i < bars.size(); i++) {
            if (!holes || i == 0 || random.nextInt(6) > 0) {
                double volume = random.nextInt(8) == 0 ? 0 : Math.rint(most * random.nextDouble());
                thin.append(
                        bars.time(i) + hours * HOUR, bars.open(i), bars.high(i), bars.low(i), bars.close(i), volume);
            }
        }
        return thin;
    }

    private static ColumnStrategy strategy(SplittableRandom random, int n, boolean realistic) {
        double often = 0.02 + 0.3 * random.nextDouble();
        ColumnStrategy strategy = new ColumnStrategy(
                new boolean[][] {signals(random, n, often), signals(random, n, often)},
                new boolean[][] {signals(random, n, often), signals(random, n, often)});
        if (random.nextInt(3) == 0) {
            strategy = new ColumnStrategy(new boolean[2][n], new boolean[2][n]);
        }
        if (random.nextInt(3) == 0) {
            strategy.weighing(weights(random, n));
        }
        if (random.nextBoolean()) {
            strategy.stopping(distances(random, n, 2));
        }
        if (random.nextBoolean()) {
            strategy.targeting(distances(random, n, 2));
        }
        if (random.nextInt(3) == 0) {
            strategy.trailing(distances(random, n, 5));
        }
        if (realistic && random.nextInt(3) == 0) {
            strategy.ordering(
                    new OrderStyle(
                            random.nextBoolean() ? OrderType.LIMIT : OrderType.STOP,
                            random.nextBoolean() ? TimeInForce.GOOD_TILL_CANCELLED : TimeInForce.DAY,
                            3,
                            Double.NaN),
                    0.02 * random.nextDouble());
        }
        return strategy.sized(SizeRule.parse(SIZES.get(random.nextInt(SIZES.size()))));
    }

    private static double[] weights(SplittableRandom random, int n) {
        double[] weights = new double[n];
        Arrays.setAll(weights, i -> random.nextInt(4) == 0 ? random.nextInt(-4, 5) / 2.0 : Double.NaN);
        return weights;
    }

    private static boolean[] signals(SplittableRandom random, int n, double often) {
        boolean[] signals = new boolean[n];
        for (int i = 0; i < n; i++) {
            signals[i] = random.nextDouble() < often;
        }
        return signals;
    }

    private static double[][] distances(SplittableRandom random, int n, double most) {
        double[][] distances = new double[2][n];
        for (double[] column : distances) {
            Arrays.setAll(column, i -> 0.01 + most * random.nextDouble());
        }
        return distances;
    }

    private static RunSettings settings(SplittableRandom random, Bars base, boolean realistic) {
        CostTerms costs = costs(random);
        int n = base.size();
        return new RunSettings(
                        100_000,
                        random.nextInt(20),
                        costs.chargesTrading() ? 0 : random.nextInt(20),
                        null,
                        random.nextBoolean(),
                        random.nextInt(4) > 0 ? Direction.BOTH : Direction.LONG,
                        random.nextInt(4) == 0 ? 0.03 : null,
                        random.nextInt(4) == 0 ? 0.05 : null,
                        RunSettings.PLAIN,
                        252,
                        random.nextInt(3) == 0 ? base.time(n / 4) : null,
                        random.nextInt(3) == 0 ? base.time(3 * n / 4) : null,
                        Map.of())
                .with(costs)
                .filling(
                        realistic ? RunSettings.REALISTIC : RunSettings.PLAIN,
                        new FillTerms(
                                random.nextBoolean() ? 0.1 : 1,
                                null,
                                FillTerms.Resolution.values()[random.nextInt(3)],
                                random.nextLong(),
                                false));
    }

    private static CostTerms costs(SplittableRandom random) {
        try {
            return CostJson.read(COSTS.get(random.nextInt(COSTS.size())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Whether weights are decided, which the driver for one instrument does not know.
    boolean weighs() {
        return strategies.values().stream().anyMatch(ColumnStrategy::weighs);
    }

    /// Whether bars of all instruments open and close together, so that none is open where something is decided.
    boolean sameHours() {
        return data.all().stream().map(each -> each.bars().zone()).distinct().count() == 1;
    }

    Bars base() {
        return data.base().bars();
    }

    int first() {
        Long from = settings.from();
        return from == null ? 0 : base().indexAtOrAfter(from);
    }

    int end() {
        Long to = settings.to();
        return to == null ? base().size() : base().indexAtOrAfter(to + 1);
    }

    /// The run by the driver for several, until a base bar.
    HistoryMerge merged(int until, Ledger.EntryLog audit) {
        SimulatedAccount.Span span = new SimulatedAccount.Span(base(), first(), until);
        HistoryMerge.Given given = new HistoryMerge.Given(new TreeMap<>(strategies), data, span, settings, null);
        return new HistoryMerge(given, audit, Progress.NONE).play();
    }

    /// The run of the only instrument by the driver for one.
    RunResult alone() {
        return Backtest.run(
                strategies.firstEntry().getValue(),
                new Backtest.Identity("random", "none"),
                new Backtest.Data(data.base().key(), true, base(), ""),
                settings,
                Progress.NONE);
    }
}
