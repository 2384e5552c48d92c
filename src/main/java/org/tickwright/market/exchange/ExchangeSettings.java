package org.tickwright.market.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tickwright.market.calendar.ExchangeCalendars;

/// What a simulated exchange trades, when and how busily.
///
/// @param seed fixes every event
/// @param start the first instant, nanoseconds UTC
/// @param eventsPerSecond how many events the feed tells on average while it trades, over all instruments: 1 to 100,000
/// @param correlation of the returns of any two instruments, from 0 to below 1
/// @param calendar when it trades
/// @param instruments what it trades
public record ExchangeSettings(
        long seed,
        long start,
        double eventsPerSecond,
        double correlation,
        String calendar,
        List<ExchangeInstrument> instruments) {
    /// The fewest and the most events per second.
    public static final double SLOWEST = 1;
    /// The most events per second.
    public static final double FASTEST = 100_000;
    /// What is traded where nothing else is asked for.
    public static final List<ExchangeInstrument> INSTRUMENTS = List.of(
            new ExchangeInstrument("SIM:ALPHA", "Simulated Alpha", 84, 2, 0, 100, 0.022),
            new ExchangeInstrument("SIM:BETA", "Simulated Beta", 142, 2, 0, 60, 0.018),
            new ExchangeInstrument("SIM:COIN", "Simulated Coin", 6_250, 0, 4, 0.35, 0.03));

    /// Checks the ranges.
    public ExchangeSettings {
        if (!(eventsPerSecond >= SLOWEST && eventsPerSecond <= FASTEST)) {
            throw new IllegalArgumentException("Events per second are 1 to 100,000, were " + eventsPerSecond);
        }
        if (!(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException("Correlation is from 0 to below 1, was " + correlation);
        }
        if (ExchangeCalendars.shipped().find(calendar).isEmpty()) {
            throw new IllegalArgumentException("No calendar is called '" + calendar + "'");
        }
        instruments = List.copyOf(instruments);
        Set<String> symbols = new HashSet<>();
        instruments.forEach(instrument -> symbols.add(instrument.symbol()));
        if (instruments.isEmpty() || symbols.size() < instruments.size()) {
            throw new IllegalArgumentException("An exchange trades one instrument or more, each once");
        }
    }

    /// Three instruments with a correlation of 0.6 around the clock, 20 events per second.
    public static ExchangeSettings of(long seed, long start) {
        return new ExchangeSettings(seed, start, 20, 0.6, ExchangeCalendars.ALWAYS, INSTRUMENTS);
    }

    /// The same at another pace.
    public ExchangeSettings withEventsPerSecond(double events) {
        return new ExchangeSettings(seed, start, events, correlation, calendar, instruments);
    }

    /// The same on another calendar.
    public ExchangeSettings withCalendar(String id) {
        return new ExchangeSettings(seed, start, eventsPerSecond, correlation, id, instruments);
    }
}
