package org.tickwright.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.Summary;
import org.tickwright.study.Metric;

/// The figures of a run's summary, each with formula, unit and sample size, named as in the run document.
public final class RunFigures {
    /// Names of the figures a person looks at first, in their order.
    public static final List<String> HEADLINE = List.of(
            "totalReturn",
            "buyHoldReturn",
            "cagr",
            "maxDrawdown",
            "sharpe",
            "trades",
            "winRate",
            "dsrTrials",
            "psrVs0",
            "dsr");

    /// Stands in for a headline figure that a run does not have.
    private static final Metric NOT_COUNTED =
            new Metric("", "", null, "not known: the run was made without the ledger of trials", "count", 0);

    private static final Map<String, String> TITLES =
            Map.of("dsrTrials", "Tries", "psrVs0", "Probabilistic Sharpe", "dsr", "Deflated Sharpe");

    private final List<Metric> all = new ArrayList<>();
    private final Summary summary;
    private final int bars;
    private final int trades;

    private RunFigures(RunResult run) {
        summary = run.summary();
        bars = summary.bars();
        trades = summary.trades();
        account(run.settings().periodsPerYear());
        trades();
        costs();
    }

    /// All figures of a run.
    public static List<Metric> of(RunResult run) {
        return List.copyOf(new RunFigures(run).all);
    }

    /// The figures of [#HEADLINE], one for each name; undefined where the run does not have it.
    public static List<Metric> headline(TearSheet sheet) {
        List<Metric> figures = new ArrayList<>(of(sheet.run()));
        figures.addAll(sheet.metrics());
        return HEADLINE.stream()
                .map(name -> titled(
                        name,
                        figures.stream()
                                .filter(metric -> metric.name().equals(name))
                                .findFirst()
                                .orElse(NOT_COUNTED)))
                .toList();
    }

    private static Metric titled(String name, Metric metric) {
        return new Metric(
                name,
                TITLES.getOrDefault(name, metric.title().isEmpty() ? name : metric.title()),
                metric.value(),
                metric.formula(),
                metric.unit(),
                metric.sampleSize());
    }

    private void account(int periods) {
        add(
                "finalEquity",
                "Final equity",
                summary.finalEquity(),
                "cash + position · close at the last bar",
                "money",
                bars);
        add("totalReturn", "Total return", summary.totalReturn(), "final equity / capital − 1", "fraction", bars);
        add(
                "buyHoldReturn",
                "Buy & hold",
                summary.buyHoldReturn(),
                "last close / first close − 1 over the same bars, without costs",
                "fraction",
                bars);
        add(
                "cagr",
                "Growth a year",
                summary.cagr(),
                "CAGR: (final equity / capital)^(365.25 / calendar days) − 1",
                "fraction",
                bars);
        add(
                "maxDrawdown",
                "Max drawdown",
                summary.maxDrawdown(),
                "lowest of equity / highest equity so far − 1 at closes; the capital is the first peak",
                "fraction",
                bars);
        add(
                "sharpe",
                "Sharpe ratio",
                summary.sharpe(),
                "mean / standard deviation (n − 1) of the equity's returns per bar · √" + periods
                        + "; no risk-free rate (Sharpe 1994)",
                "ratio",
                bars);
        add(
                "annualVol",
                "Volatility a year",
                summary.annualVol(),
                "standard deviation (n − 1) of the equity's returns per bar · √" + periods,
                "fraction",
                bars);
        add("exposure", "Time in market", summary.exposure(), "closes with a position / closes", "fraction", bars);
    }

    private void trades() {
        count("trades", "Trades", trades, "closed round trips");
        count("longs", "Long trades", summary.longs(), "closed round trips that bought first");
        count("shorts", "Short trades", summary.shorts(), "closed round trips that sold first");
        add("winRate", "Win rate", summary.winRate(), "trades with net P&L above 0 / trades", "fraction", trades);
        add(
                "profitFactor",
                "Profit factor",
                summary.profitFactor(),
                "net profit of winners / |net loss of losers|",
                "ratio",
                trades);
        add("expectancy", "Expectancy", summary.expectancy(), "mean net P&L of a trade", "money", trades);
        add("avgWin", "Average win", summary.avgWin(), "mean net P&L of winners", "money", summary.winTrades());
        add(
                "avgLoss",
                "Average loss",
                summary.avgLoss(),
                "mean net P&L of the other trades",
                "money",
                trades - summary.winTrades());
        add("largestWin", "Largest win", summary.largestWin(), "highest net P&L of a trade", "money", trades);
        add("largestLoss", "Largest loss", summary.largestLoss(), "lowest net P&L of a trade", "money", trades);
        add(
                "sqn",
                "System quality",
                summary.sqn(),
                "√trades · mean / standard deviation (n − 1) of net P&L (Tharp)",
                "ratio",
                trades);
        add("avgBarsHeld", "Bars held", summary.avgBarsHeld(), "mean bars from entry to exit", "bars", trades);
    }

    private void costs() {
        add("grossProfit", "Net profit of winners", summary.grossProfit(), "sum of net P&L above 0", "money", trades);
        add("grossLoss", "Net loss of losers", summary.grossLoss(), "sum of net P&L at or below 0", "money", trades);
        add(
                "totalCommission",
                "Commission paid",
                summary.totalCommission(),
                "sum of both sides of each trade",
                "money",
                trades);
        add(
                "totalSlippage",
                "Slippage paid",
                summary.totalSlippage(),
                "sum of |fill − price before slippage| · quantity, both sides",
                "money",
                trades);
    }

    private void count(String name, String title, int value, String formula) {
        add(name, title, (double) value, formula, "count", trades);
    }

    private void add(String name, String title, @Nullable Double value, String formula, String unit, int sample) {
        all.add(new Metric(name, title, value, formula, unit, sample));
    }
}
