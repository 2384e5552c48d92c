package org.tickwright.desktop.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ActionStore;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;

/// What the store keeps of an instrument beside series of bars, as a line of a list: trades, quotes, or splits and
/// dividends. Times are in the zone that they were read in.
///
/// @param symbol the instrument
/// @param kind what it is, in a word or two
/// @param count how much of it there is: trades, quotes, or splits and dividends together
/// @param from the time of the first
/// @param to the time of the last
/// @param source where it came from
/// @param ticks the trades or quotes, null for splits and dividends
public record EventRow(
        String symbol,
        String kind,
        long count,
        String from,
        String to,
        String source,
        @Nullable TickInfo ticks) {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final long NANOS = 1_000_000_000L;

    /// Trades or quotes.
    static EventRow of(TickInfo info) {
        ZoneId zone = info.origin().zone();
        return new EventRow(
                info.key().symbol(),
                info.key().kind().toString(),
                info.ticks(),
                time(info.from(), zone),
                time(info.to(), zone),
                info.origin().source(),
                info);
    }

    /// Splits and dividends.
    static EventRow of(ActionStore.Info info, CorporateActions actions) {
        List<LocalDate> days = Stream.concat(
                        actions.splits().stream().map(CorporateActions.Split::exDate),
                        actions.dividends().stream().map(CorporateActions.Dividend::exDate))
                .sorted()
                .toList();
        return new EventRow(
                info.symbol(),
                "splits and dividends",
                days.size(),
                days.isEmpty() ? "" : days.getFirst().toString(),
                days.isEmpty() ? "" : days.getLast().toString(),
                info.source(),
                null);
    }

    private static String time(long nanos, ZoneId zone) {
        return SECOND.format(Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS))
                .atZone(zone));
    }

    /// Whether bars can be made of it.
    public boolean trades() {
        return ticks != null && ticks.key().kind() == TickKey.Kind.TRADES;
    }

    /// How it is called: `ABC trades`.
    public String name() {
        return symbol + " " + kind;
    }

    /// Whether symbol, kind or source contain the lower-case text.
    boolean matches(String wanted) {
        return (name() + " " + source).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
