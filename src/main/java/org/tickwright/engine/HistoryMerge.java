package org.tickwright.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.SimulatedAccount.Member;
import org.tickwright.engine.SimulatedAccount.Span;
import org.tickwright.execution.FinerPrices;
import org.tickwright.execution.IntrabarPolicy;
import org.tickwright.kernel.Progress;
import org.tickwright.market.BarClock;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.portfolio.Ledger;
import org.tickwright.risk.CostTerms;
import org.tickwright.strategy.Evaluation;

/// Plays the histories of several instruments into one [SimulatedAccount], merged by time.
///
/// Bars open and close in the order of time: one opens at its time and is closed once it is known. Where several things
/// happen at the same instant, they do so in this order:
///
/// 1. what orders meet inside the bars that end then, by symbol;
/// 2. their closes, which value what is held;
/// 3. the evaluation of the strategy, once per base bar, when that is known, instrument by instrument; then the
///    margin of the account;
/// 4. the bars that open then: what holding cost, rates, dividends and splits; then everything that closes or reduces
///    a position, then what opens or adds to one, by symbol. Target weights are of the equity at these openings,
///    before any of them fills.
///
/// An order waits for the next opening of its own instrument. Equity is marked at the last known price of each.
final class HistoryMerge {
    private static final int BARS_BETWEEN_REPORTS = 1 << 12;

    private final BarClock clock;
    private final Span span;
    private final SimulatedAccount account;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Instrument> due = new ArrayList<>();
    private final RunProgress progress;

    /// What a run over several instruments is given: who decides for which symbol, the series, the base bars, and what
    /// it is run with. `reading` says what bars cannot tell, null where the settings do.
    record Given(
            SortedMap<String, Evaluation> evaluations,
            MarketData data,
            Span span,
            RunSettings settings,
            @Nullable IntrabarPolicy reading) {}

    /// An instrument with its place in its history.
    private static final class Instrument {
        final TradedInstrument traded;
        final BarClock clock;
        int bar;
        boolean open;

        Instrument(TradedInstrument traded, BarClock clock, int bar) {
            this.traded = traded;
            this.clock = clock;
            this.bar = bar;
        }

        /// When its next bar opens, or the open one is known; far away where the data end.
        long nextEvent() {
            if (bar >= traded.bars().size()) {
                return Long.MAX_VALUE;
            }
            return open ? clock.knownAt(bar) : traded.bars().time(bar);
        }

        long opening() {
            return traded.desk().units(traded.bars().open(bar));
        }
    }

    HistoryMerge(Given given, Ledger.EntryLog audit, Progress progress) {
        span = given.span();
        clock = BarClock.of(span.base(), given.data().base().close());
        this.progress = new RunProgress(progress, span, BARS_BETWEEN_REPORTS);
        List<MarketSeries> traded = given.evaluations().keySet().stream()
                .map(symbol -> series(symbol, given.data()))
                .toList();
        account = new SimulatedAccount(members(traded, given), span, given.settings(), given.reading(), audit);
        for (TradedInstrument each : account.instruments()) {
            MarketSeries series = traded.get(each.listing().instrument());
            int first = account.firstBar(each.listing());
            each.desk().startsAt(first);
            instruments.add(new Instrument(each, BarClock.of(series.bars(), series.close()), first));
        }
    }

    private static List<Member> members(List<MarketSeries> traded, Given given) {
        Map<String, CorporateActions> actions = actions(given);
        Map<String, FinerPrices> finer = Intrabar.bySymbol(
                given.settings(), given.data(), given.evaluations().keySet());
        List<Member> members = new ArrayList<>();
        for (MarketSeries series : traded) {
            String symbol = series.key().symbol();
            members.add(new Member(
                    symbol,
                    series.bars(),
                    finer.get(symbol),
                    actions.getOrDefault(symbol, CorporateActions.NONE),
                    Objects.requireNonNull(given.evaluations().get(symbol))));
        }
        return members;
    }

    /// Splits and dividends by symbol.
    private static Map<String, CorporateActions> actions(Given given) {
        CostTerms costs = given.settings().costs();
        Map<String, CorporateActions> actions = new TreeMap<>(costs.actionsOf());
        if (!costs.actions().isEmpty() && actions.put(given.data().base().key().symbol(), costs.actions()) != null) {
            throw new IllegalArgumentException("Splits and dividends of "
                    + given.data().base().key().symbol() + " are given twice. Leave out one of them.");
        }
        for (String symbol : actions.keySet()) {
            if (!given.evaluations().containsKey(symbol)) {
                throw new IllegalArgumentException("There are splits and dividends of " + symbol
                        + ", which the strategy does not trade. Leave them out, or name the instrument that they belong"
                        + " to.");
            }
        }
        return actions;
    }

    private static MarketSeries series(String symbol, MarketData data) {
        SeriesKey key = data.key(symbol, null);
        MarketSeries series = data.all().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The strategy trades " + symbol
                        + ", and the run has no " + key + ". An instrument is traded on bars of the base timeframe;"
                        + " name that series among those of the run."));
        if (series.bars().size() == 0) {
            throw new IllegalArgumentException("The series " + key + " has no bars.");
        }
        return series;
    }

    /// Runs to the end of the data.
    HistoryMerge play() {
        for (int bar = span.first(); bar < span.end(); bar++) {
            progress.at(bar);
            try {
                playUntil(clock.knownAt(bar));
                decide(bar);
                account.log().mark(bar);
            } catch (ArithmeticException e) {
                throw progress.stopped(bar, e);
            }
        }
        return this;
    }

    private void decide(int bar) {
        for (Instrument each : instruments) {
            each.traded.loop().closed(bar);
        }
        account.checkMargin(bar);
        if (bar == span.end() - 1) {
            for (Instrument each : instruments) {
                each.traded.loop().finish(bar);
                int last = each.open ? each.bar : Math.max(0, each.bar - 1);
                each.traded.venue().end(last, each.traded.desk().lastPrice());
            }
        }
    }

    private void playUntil(long now) {
        long time = nextEvent();
        while (time <= now) {
            close(time);
            if (time == now) {
                return;
            }
            open(time);
            time = nextEvent();
        }
    }

    private long nextEvent() {
        long next = Long.MAX_VALUE;
        for (Instrument each : instruments) {
            next = Math.min(next, each.nextEvent());
        }
        return next;
    }

    /// Those whose bar opens, or whose open bar is known, by symbol.
    private List<Instrument> due(boolean open, long time) {
        due.clear();
        for (Instrument each : instruments) {
            if (each.open == open && each.nextEvent() <= time) {
                due.add(each);
            }
        }
        return due;
    }

    private void close(long time) {
        List<Instrument> closing = due(true, time);
        for (Instrument each : closing) {
            each.traded.venue().range(each.bar);
        }
        for (Instrument each : closing) {
            if (each.traded.events() != null) {
                each.traded.events().closes(each.bar);
            }
            each.traded.desk().closed(each.bar);
            each.open = false;
            each.bar++;
        }
    }

    private void open(long time) {
        List<Instrument> opening = due(false, time);
        if (opening.isEmpty()) {
            return;
        }
        if (account.eventful()) {
            happen(time, opening);
        }
        for (Instrument each : opening) {
            each.open = true;
            each.traded.desk().opened();
        }
        aim(opening);
        for (Instrument each : opening) {
            each.traded.desk().reduceToTarget();
            each.traded.venue().openExits(each.bar);
        }
        for (Instrument each : opening) {
            each.traded.desk().addToTarget();
            each.traded.venue().openRest(each.bar);
        }
    }

    /// What happens to the account besides trading before bars open.
    private void happen(long time, List<Instrument> opening) {
        for (Instrument each : opening) {
            if (each.traded.events() != null) {
                each.traded.events().carries(each.bar);
            }
        }
        account.chargeInterest(time);
        for (Instrument each : opening) {
            if (each.traded.events() != null) {
                each.traded.events().acts(each.bar);
            }
        }
    }

    private static void aim(List<Instrument> opening) {
        if (opening.stream().noneMatch(each -> each.traded.desk().weighs())) {
            return;
        }
        for (Instrument each : opening) {
            each.traded.desk().value(each.opening());
        }
        for (Instrument each : opening) {
            each.traded.desk().aim(each.opening());
        }
    }

    SimulatedAccount account() {
        return account;
    }

    double[] equity() {
        return account.log().equity();
    }

    /// The units held at each base close, by symbol.
    List<Holdings> holdings() {
        return account.instruments().stream()
                .map(each -> new Holdings(
                        each.symbol(), account.log().position(each.listing().instrument())))
                .toList();
    }

    /// The units of an instrument, zeros where it is not traded.
    double[] units(String symbol) {
        return holdings().stream()
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .map(Holdings::units)
                .orElseGet(() -> new double[span.end() - span.first()]);
    }

    /// The sum of the sizes of all positions in units; where it is 0 nothing is held.
    double[] held() {
        double[] sum = new double[span.end() - span.first()];
        for (Holdings each : holdings()) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += Math.abs(each.units()[i]);
            }
        }
        return sum;
    }
}
