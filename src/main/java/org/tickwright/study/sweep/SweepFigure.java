package org.tickwright.study.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.Summary;
import org.tickwright.engine.SummaryFigures;

/// The figures of a row by the names that the summary of a run has for them; what is better comes first where rows are
/// sorted.
public enum SweepFigure implements FigureOrder {
    TOTAL_RETURN("totalReturn", "Total return", true, Summary::totalReturn),
    CAGR("cagr", "CAGR", true, Summary::cagr),
    SHARPE("sharpe", "Sharpe ratio", true, Summary::sharpe),
    ANNUAL_VOL("annualVol", "Volatility a year", false, Summary::annualVol),
    MAX_DRAWDOWN("maxDrawdown", "Deepest drawdown", true, Summary::maxDrawdown),
    TRADES("trades", "Trades", true, s -> (double) s.trades()),
    LONGS("longs", "Long trades", true, s -> (double) s.longs()),
    SHORTS("shorts", "Short trades", true, s -> (double) s.shorts()),
    FINAL_EQUITY("finalEquity", "Final equity", true, Summary::finalEquity),
    WIN_TRADES("winTrades", "Winning trades", true, s -> (double) s.winTrades()),
    WIN_RATE("winRate", "Win rate", true, Summary::winRate),
    GROSS_PROFIT("grossProfit", "Gross profit", true, Summary::grossProfit),
    GROSS_LOSS("grossLoss", "Gross loss", true, Summary::grossLoss),
    PROFIT_FACTOR("profitFactor", "Profit factor", true, Summary::profitFactor),
    AVG_WIN("avgWin", "Average win", true, Summary::avgWin),
    AVG_LOSS("avgLoss", "Average loss", true, Summary::avgLoss),
    EXPECTANCY("expectancy", "Expectancy", true, Summary::expectancy),
    SQN("sqn", "System quality", true, Summary::sqn),
    LARGEST_WIN("largestWin", "Largest win", true, Summary::largestWin),
    LARGEST_LOSS("largestLoss", "Largest loss", true, Summary::largestLoss),
    AVG_BARS_HELD("avgBarsHeld", "Bars held", false, Summary::avgBarsHeld),
    EXPOSURE("exposure", "Exposure", false, Summary::exposure),
    TOTAL_COMMISSION("totalCommission", "Commission", false, Summary::totalCommission),
    TOTAL_SLIPPAGE("totalSlippage", "Slippage", false, Summary::totalSlippage),
    BUY_HOLD_RETURN("buyHoldReturn", "Buy and hold", true, Summary::buyHoldReturn),
    SPREAD("spread", "Spread paid", false, s -> s.costs().spread()),
    IMPACT("impact", "Impact paid", false, s -> s.costs().impact()),
    BORROW("borrow", "Borrow paid", false, s -> s.costs().borrow()),
    FUNDING("funding", "Funding paid", false, s -> s.costs().funding()),
    DIVIDENDS("dividends", "Dividends received", true, s -> s.costs().dividends()),
    INTEREST("interest", "Interest paid", false, s -> s.costs().interest()),
    CONVERSION("conversion", "Conversion paid", false, s -> s.costs().conversion()),
    TURNOVER("turnover", "Turnover", false, s -> s.costs().turnover()),
    BREAK_EVEN_BPS(
            "breakEvenBps", "Break-even, bps a side", true, s -> s.costs().breakEvenBps()),
    MARGIN_CALLS("marginCalls", "Margin calls", false, s -> (double) s.costs().marginCalls()),
    BARS("bars", "Bars", true, s -> (double) s.bars());

    private final String key;
    private final String heading;
    private final boolean higherIsBetter;

    /// Reads it off a summary; a function that keeps nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Summary, @Nullable Double> reader;

    SweepFigure(String key, String heading, boolean higherIsBetter, Function<Summary, @Nullable Double> reader) {
        this.key = key;
        this.heading = heading;
        this.higherIsBetter = higherIsBetter;
        this.reader = reader;
    }

    /// The figure of that name, as [#key()] gives it; another name is an [IllegalArgumentException] that lists them.
    public static SweepFigure named(String key) {
        return Arrays.stream(values())
                .filter(figure -> figure.key.equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no figure '" + key + "'; there are " + String.join(", ", keys())));
    }

    /// All names.
    public static List<String> keys() {
        return Arrays.stream(values()).map(SweepFigure::key).toList();
    }

    /// Whether it is a count, which is written without decimals.
    public boolean count() {
        return switch (this) {
            case BARS, TRADES, LONGS, SHORTS, WIN_TRADES, MARGIN_CALLS -> true;
            default -> false;
        };
    }

    /// Whether it is among such figures.
    public boolean in(SummaryFigures figures) {
        return figures == SummaryFigures.ALL || (this != SHARPE && this != ANNUAL_VOL);
    }

    /// Those that are among such figures.
    public static List<SweepFigure> all(SummaryFigures figures) {
        return Arrays.stream(values()).filter(figure -> figure.in(figures)).toList();
    }

    /// Its name in files and documents.
    public String key() {
        return key;
    }

    /// Its name for people.
    public String heading() {
        return heading;
    }

    /// Whether more of it is better.
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /// The figure of a run; NaN where the run has none.
    public double of(Summary summary) {
        Double value = reader.apply(summary);
        return value == null ? Double.NaN : value;
    }

    @Override
    public int compare(double one, double other) {
        return FigureOrder.compare(higherIsBetter, one, other);
    }
}
