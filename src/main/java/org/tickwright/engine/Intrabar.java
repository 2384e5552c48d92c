package org.tickwright.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickwright.execution.FinerPrices;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.TickSeries;

/// The finer series that settings name, found among what a run was given.
final class Intrabar {
    private static final List<Bars.Field> PRICES =
            List.of(Bars.Field.OPEN, Bars.Field.HIGH, Bars.Field.LOW, Bars.Field.CLOSE);

    private Intrabar() {}

    /// The data of a run with the finer series that the settings name, if they name one.
    static Backtest.Data into(Backtest.Data run, MarketData data, RunSettings settings) {
        List<String> finer = settings.fillTerms().intrabarSeries();
        if (finer.size() > 1) {
            throw new IllegalArgumentException("Several intrabar series are named (" + String.join(", ", finer)
                    + "), and the strategy trades the base instrument alone. Choose one.");
        }
        return finer.isEmpty() ? run : run.telling(named(finer.getFirst(), data).prices());
    }

    /// The prices of the series of that name, of which instrument they are, if they are finer than the bars of the run.
    static Finer named(String name, MarketData data) {
        for (MarketSeries series : data.others()) {
            if (series.key().toString().equals(name)) {
                Bars bars = checked(series, data.base().bars());
                return new Finer(series.key().symbol(), new FinerPrices.OfBars(bars));
            }
        }
        for (TickSeries series : data.ticks()) {
            if (series.key().toString().equals(name)) {
                return new Finer(series.key().symbol(), new FinerPrices.OfTrades(series.ticks()));
            }
        }
        throw new IllegalArgumentException(
                "The intrabar series " + name + " is not among what the run was given. Give it, or name none.");
    }

    /// Finer prices of an instrument.
    record Finer(String symbol, FinerPrices prices) {}

    /// The finer prices of each of several traded instruments, by symbol, as far as the settings name any. One that is
    /// not finer, or of an instrument that is not traded, is an [IllegalArgumentException].
    static Map<String, FinerPrices> bySymbol(RunSettings settings, MarketData data, Collection<String> traded) {
        Map<String, FinerPrices> finer = new HashMap<>();
        for (String name : settings.fillTerms().intrabarSeries()) {
            Finer series = named(name, data);
            String symbol = series.symbol();
            if (!traded.contains(symbol)) {
                throw new IllegalArgumentException("The intrabar series " + name
                        + " is of an instrument that the strategy does not trade. Leave it out.");
            }
            if (finer.put(symbol, series.prices()) != null) {
                throw new IllegalArgumentException("Two intrabar series are named for " + symbol + ". Choose one.");
            }
        }
        return finer;
    }

    /// The bars, if they are finer than those of the run and all their prices are numbers.
    static Bars checked(MarketSeries finer, Bars coarse) {
        if (finer.bars().timeframe().compareTo(coarse.timeframe()) >= 0) {
            throw new IllegalArgumentException("The intrabar series must be finer than " + coarse.timeframe() + ", was "
                    + finer.bars().timeframe() + ". Name a series of shorter bars.");
        }
        checkPrices(finer.key().toString(), finer.bars());
        return finer.bars();
    }

    /// A price that is no number is an [IllegalArgumentException].
    static void checkPrices(String name, Bars bars) {
        for (Bars.Field field : PRICES) {
            double[] column = bars.column(field);
            for (int bar = 0; bar < bars.size(); bar++) {
                if (!Double.isFinite(column[bar])) {
                    throw new IllegalArgumentException(
                            name + " cannot be tested: the " + field.name().toLowerCase(Locale.ROOT) + " of "
                                    + RunProgress.place(bars, bar) + " is " + column[bar]
                                    + ". Mend the series and run again.");
                }
            }
        }
    }
}
