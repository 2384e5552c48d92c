package org.tickwright.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.Summary;
import org.tickwright.engine.Trade;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickStore;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.study.Trial;
import org.tickwright.study.TrialLedger;
import org.tickwright.workbench.SqlQueries;

/// What a question in SQL can read: the rows of each table, out of the ports of the store.
record SqlTables(BarStore bars, TickStore ticks, RunArchive archive, TrialLedger ledger) {
    /// One table gives no more rows than this to a question, so that it fits into memory.
    static final int MOST_ROWS = 1_000_000;

    static final SqlTable BARS = SqlTable.of(
            "bars", "time:time", "open:number", "high:number", "low:number", "close:number", "volume:number");
    static final SqlTable TICKS = SqlTable.of("ticks", "time:time", "price:number", "size:number", "aggressor:text");
    static final SqlTable QUOTES =
            SqlTable.of("quotes", "time:time", "bid:number", "bid_size:number", "ask:number", "ask_size:number");
    static final SqlTable SERIES = SqlTable.of(
            "series",
            "symbol:text",
            "timeframe:text",
            "version:int",
            "bars:int",
            "first_time:time",
            "last_time:time",
            "zone:text",
            "simulated:flag",
            "source:text",
            "content_hash:text");
    static final SqlTable TICK_SERIES = SqlTable.of(
            "tick_series",
            "symbol:text",
            "kind:text",
            "version:int",
            "ticks:long",
            "first_time:time",
            "last_time:time",
            "zone:text",
            "simulated:flag",
            "source:text",
            "content_hash:text");
    static final SqlTable RUNS = SqlTable.of(
            "runs",
            "run:text",
            "created:time",
            "strategy:text",
            "series:text",
            "fills:text",
            "bars:int",
            "trades:int",
            "total_return:number",
            "cagr:number",
            "sharpe:number",
            "max_drawdown:number",
            "win_rate:number",
            "profit_factor:number",
            "final_equity:number",
            "buy_hold_return:number");
    static final SqlTable TRADES = SqlTable.of(
            "trades",
            "run:text",
            "trade:int",
            "side:text",
            "instrument:text",
            "entry_time:time",
            "entry_price:number",
            "exit_time:time",
            "exit_price:number",
            "quantity:number",
            "net_pnl:number",
            "return_fraction:number",
            "bars_held:int",
            "commission:number",
            "slippage:number",
            "exit_reason:text");
    static final SqlTable TRIALS = SqlTable.of(
            "trials",
            "number:long",
            "recorded:time",
            "lineage:text",
            "strategy:text",
            "data_set:text",
            "kind:text",
            "settings:text",
            "sharpe:number",
            "bars:int",
            "engine:text");

    /// What can be read, in the order in which people look for it.
    static List<SqlQueries.Source> sources() {
        return List.of(
                SERIES.source("series", "the series of bars"),
                BARS.source("BARS('AAPL', '1d')", "the bars of a series; add two times for a range"),
                TICK_SERIES.source("tick_series", "the series of trades and quotes"),
                TICKS.source("TICKS('AAPL')", "the trades of a symbol; add two times for a range"),
                QUOTES.source("QUOTES('AAPL')", "the quotes of a symbol; add two times for a range"),
                RUNS.source("runs", "archived runs with their headline figures, as fractions"),
                TRADES.source("trades", "the trades of all runs"),
                TRADES.source("TRADES('r1')", "the trades of one run"),
                TRIALS.source("trials", "every try that was counted"));
    }

    private static Iterator<@Nullable Object[]> rows(int count, IntFunction<@Nullable Object[]> row) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public @Nullable Object[] next() {
                if (next >= count) {
                    throw new NoSuchElementException();
                }
                return row.apply(next++);
            }
        };
    }

    private static <T> Iterator<@Nullable Object[]> rows(
            List<T> all, java.util.function.Function<T, @Nullable Object[]> row) {
        return rows(all.size(), i -> row.apply(all.get(i)));
    }

    /// The bars of a series, of a range of time.
    Iterator<@Nullable Object[]> bars(String symbol, String timeframe, long from, long to) throws StoreException {
        SeriesKey key = new SeriesKey(symbol, Timeframe.parse(timeframe));
        SeriesInfo info = bars.find(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no series " + key + "; select symbol, timeframe from series lists them"));
        boolean all = from == Long.MIN_VALUE && to == Long.MAX_VALUE;
        if (all && info.bars() > MOST_ROWS) {
            throw tooMany(key + " has " + info.bars() + " bars", "BARS('" + symbol + "', '" + timeframe + "'");
        }
        Bars found = bars.load(key, from, to).orElseGet(() -> new Bars(key.timeframe(), info.zone(), 0));
        if (found.size() > MOST_ROWS) {
            throw tooMany(found.size() + " bars of " + key, "BARS('" + symbol + "', '" + timeframe + "'");
        }
        return rows(found.size(), i -> new Object[] {
            SqlTable.time(found.time(i)), found.open(i), found.high(i), found.low(i), found.close(i), found.volume(i)
        });
    }

    /// The trades of a symbol, of a range of time.
    Iterator<@Nullable Object[]> ticks(String symbol, long from, long to) throws StoreException {
        checkTicks(TickKey.trades(symbol), "TICKS", from, to);
        TradeTicks found = ticks.trades(symbol, from, to).orElseGet(() -> new TradeTicks.Builder(0).build());
        if (found.size() > MOST_ROWS) {
            throw tooMany(found.size() + " trades of " + symbol, "TICKS('" + symbol + "'");
        }
        return rows(found.size(), i -> new Object[] {
            SqlTable.time(found.time(i)),
            found.price(i),
            found.volume(i),
            found.aggressor(i).name().toLowerCase(java.util.Locale.ROOT)
        });
    }

    /// The quotes of a symbol, of a range of time.
    Iterator<@Nullable Object[]> quotes(String symbol, long from, long to) throws StoreException {
        checkTicks(TickKey.quotes(symbol), "QUOTES", from, to);
        QuoteTicks found = ticks.quotes(symbol, from, to).orElseGet(() -> new QuoteTicks.Builder(0).build());
        if (found.size() > MOST_ROWS) {
            throw tooMany(found.size() + " quotes of " + symbol, "QUOTES('" + symbol + "'");
        }
        return rows(found.size(), i -> new Object[] {
            SqlTable.time(found.time(i)), found.bid(i), found.bidSize(i), found.ask(i), found.askSize(i)
        });
    }

    /// Throws where there are none, or where all are asked for and too many.
    private void checkTicks(TickKey key, String function, long from, long to) throws StoreException {
        TickInfo info = ticks.find(key)
                .orElseThrow(() -> new IllegalArgumentException("There are no " + key.kind() + " of " + key.symbol()
                        + "; select symbol, kind from tick_series lists what there is"));
        boolean all = from == Long.MIN_VALUE && to == Long.MAX_VALUE;
        if (all && info.ticks() > MOST_ROWS) {
            throw tooMany(
                    info.ticks() + " " + key.kind() + " of " + key.symbol(), function + "('" + key.symbol() + "'");
        }
    }

    private static IllegalArgumentException tooMany(String what, String call) {
        return new IllegalArgumentException(what + " are too many for one question (" + MOST_ROWS
                + " rows); ask for a range of time: " + call + ", '2024-01-02', '2024-01-03')");
    }

    Iterator<@Nullable Object[]> series() throws StoreException {
        return rows(bars.list(), info -> new Object[] {
            info.key().symbol(),
            info.key().timeframe().toString(),
            info.version(),
            info.bars(),
            SqlTable.time(info.from()),
            SqlTable.time(info.to()),
            info.zone().getId(),
            info.simulated(),
            info.source(),
            info.contentHash()
        });
    }

    Iterator<@Nullable Object[]> tickSeries() throws StoreException {
        return rows(ticks.list(), info -> new Object[] {
            info.key().symbol(),
            info.key().kind().toString(),
            info.version(),
            info.ticks(),
            SqlTable.time(info.from()),
            SqlTable.time(info.to()),
            info.origin().zone().getId(),
            info.origin().simulated(),
            info.origin().source(),
            info.contentHash()
        });
    }

    Iterator<@Nullable Object[]> runs() throws StoreException {
        return rows(archive.list(), SqlTables::run);
    }

    private static @Nullable Object[] run(RunArchive.Entry entry) {
        Summary summary = entry.summary();
        return new @Nullable Object[] {
            entry.id(),
            SqlTable.time(entry.created()),
            entry.strategyName(),
            entry.series(),
            entry.fills(),
            summary.bars(),
            summary.trades(),
            summary.totalReturn(),
            summary.cagr(),
            summary.sharpe(),
            summary.maxDrawdown(),
            summary.winRate(),
            summary.profitFactor(),
            summary.finalEquity(),
            summary.buyHoldReturn()
        };
    }

    /// The trades of a run; of all runs, one after the other, where none is named.
    Iterator<@Nullable Object[]> trades(@Nullable String id) throws StoreException {
        java.util.ArrayList<@Nullable Object[]> all = new java.util.ArrayList<>();
        List<String> ids =
                id == null ? archive.list().stream().map(RunArchive.Entry::id).toList() : List.of(id);
        for (String run : ids) {
            RunResult result = archive.load(run)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no run " + run + "; select run, strategy from runs lists them"));
            for (Trade trade : result.trades()) {
                all.add(trade(run, result, trade));
            }
            if (all.size() > MOST_ROWS) {
                throw new IllegalArgumentException(
                        "The runs have too many trades for one question; name a run:" + " TRADES('" + run + "')");
            }
        }
        return all.iterator();
    }

    private static @Nullable Object[] trade(String run, RunResult result, Trade trade) {
        return new @Nullable Object[] {
            run,
            trade.trade(),
            trade.side() == Trade.Side.LONG ? "long" : "short",
            trade.instrument() == null ? result.series().symbol() : trade.instrument(),
            SqlTable.time(trade.entryTime()),
            trade.entryPrice(),
            SqlTable.time(trade.exitTime()),
            trade.exitPrice(),
            trade.qty(),
            trade.netPnl(),
            trade.returnPct() / 100,
            trade.barsHeld(),
            trade.entryCommission() + trade.exitCommission(),
            trade.slippageCost(),
            trade.exitReason().name().toLowerCase(java.util.Locale.ROOT)
        };
    }

    Iterator<@Nullable Object[]> trials() throws StoreException {
        return rows(ledger.all(), entry -> {
            Trial trial = entry.trial();
            return new @Nullable Object[] {
                entry.seal().number(),
                SqlTable.time(entry.recorded()),
                trial.lineage().id(),
                trial.strategyName(),
                trial.dataSet(),
                trial.kind().word(),
                trial.settings(),
                trial.sharpe(),
                trial.bars(),
                trial.engineVersion()
            };
        });
    }

    /// A time in a question: a date, or a time of ISO-8601; without zone it is UTC.
    static long nanos(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            if (iso.length() <= 10) {
                return nanos(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            boolean zoned = iso.endsWith("Z") || iso.substring(10).matches(".*[+-].*");
            return nanos(
                    zoned
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "A time is a date (2024-01-02) or a date and time (2024-01-02T14:30:00Z), was '" + text + "'", e);
        }
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
