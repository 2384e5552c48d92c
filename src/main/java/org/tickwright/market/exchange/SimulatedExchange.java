package org.tickwright.market.exchange;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.calendar.Session;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.EventSource;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.simulated.Randomness;

/// An exchange whose traders are simulated: makers, takers, those who know and those who do not, trends, waves of calm
/// and wild times, news, a U over the session, instruments that move together.
///
/// Events come in order of time and without end, one instant after the other; nothing is ahead of the event that was
/// told last. The same settings and the same orders from outside at the same instants give the same events, bit for
/// bit. Orders from outside, by [#desk()], meet the same book by the same rules. Books begin each session with a
/// snapshot and never cross. One thread.
public final class SimulatedExchange implements EventSource {
    /// About how many events come of one action.
    private static final double EVENTS_PER_ACTION = 1.6;
    private static final double NANOS = 1e9;

    private final ExchangeSettings settings;
    private final ExchangeCalendar calendar;
    private final ValuePath path;
    private final Draws draws;
    private final Crowd crowd;
    private final List<Pit> pits = new ArrayList<>();
    private final double[] worths;
    private final double[] reaches;
    private final ArrayDeque<FeedEvent> told = new ArrayDeque<>();
    private final ExchangeDesk desk;
    private Session session;
    private long time;
    private long stepEnd;
    private double rate;

    /// Opens at the first instant of the settings at which the calendar trades.
    public SimulatedExchange(ExchangeSettings settings) {
        this.settings = settings;
        calendar = ExchangeCalendars.shipped().get(settings.calendar());
        Randomness seeds = new Randomness(settings.seed());
        path = new ValuePath(new Randomness(seeds.bits()), settings.instruments(), settings.correlation());
        draws = new Draws(new Randomness(seeds.bits()));
        settings.instruments().forEach(instrument -> pits.add(new Pit(instrument, told::add)));
        worths = new double[pits.size()];
        reaches = new double[pits.size()];
        desk = new ExchangeDesk(this::time, pits);
        crowd = new Crowd(draws, desk::filled);
        session = sessionFrom(settings.start());
        open(Math.max(settings.start(), session.open()));
    }

    @Override
    public String name() {
        return "Simulated exchange, seed " + settings.seed();
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.TRADES, Channel.QUOTES, Channel.BOOK);
    }

    @Override
    public List<FeedInstrument> instruments() {
        return settings.instruments().stream()
                .map(instrument -> instrument.offered(settings.calendar()))
                .toList();
    }

    /// What was asked for.
    public ExchangeSettings settings() {
        return settings;
    }

    /// The instant that the exchange has come to, nanoseconds UTC.
    public long time() {
        return time;
    }

    /// Where orders from outside go.
    public ExchangeDesk desk() {
        return desk;
    }

    @Override
    public FeedEvent next() {
        FeedEvent event = told.pollFirst();
        while (event == null) {
            act();
            event = told.pollFirst();
        }
        return event;
    }

    @Override
    public void close() {
        told.clear();
    }

    /// The next action, or the next step of the values, whichever comes first.
    private void act() {
        double wait = draws.wait1() / rate * NANOS;
        if (wait >= stepEnd - time) {
            time = stepEnd;
            step();
            return;
        }
        time += (long) wait;
        int at = draws.below(pits.size());
        Pit pit = pits.get(at);
        crowd.act(pit, time, worths[at], reaches[at]);
        pit.publish(time);
    }

    private void step() {
        if (time >= session.close()) {
            turn();
            return;
        }
        double through = (double) (time - session.open()) / (session.close() - session.open());
        path.step((session.close() - session.open()) / NANOS, through);
        value(through);
    }

    private void value(double through) {
        double seconds = (session.close() - session.open()) / NANOS;
        double minute = StrictMath.sqrt(60 / seconds);
        for (int i = 0; i < worths.length; i++) {
            worths[i] = Math.max(20, pits.get(i).ticks(path.value(i)));
            double move = worths[i] * pits.get(i).instrument().dailyVolatility() * minute * path.wildness();
            reaches[i] = Math.max(1.2, 0.35 * move);
        }
        rate = settings.eventsPerSecond() / EVENTS_PER_ACTION * ValuePath.pattern(through) * path.crowding();
        stepEnd = Math.min(time + ValuePath.STEP, session.close());
    }

    /// From one session to the next: without a break between them all goes on as it was.
    private void turn() {
        Session over = session;
        session = sessionFrom(over.close());
        if (session.open() == over.close()) {
            step();
            return;
        }
        desk.expire();
        for (Pit pit : pits) {
            pit.clear();
            pit.snapshot(time);
        }
        path.overnight();
        open(session.open());
    }

    private void open(long at) {
        time = at;
        path.step((session.close() - session.open()) / NANOS, 0);
        value((double) (at - session.open()) / (session.close() - session.open()));
        for (int i = 0; i < worths.length; i++) {
            crowd.open(pits.get(i), worths[i], reaches[i]);
            pits.get(i).snapshot(time);
        }
    }

    private Session sessionFrom(long nanos) {
        Optional<Session> now = calendar.sessionAt(nanos);
        if (now.isPresent()) {
            return now.get();
        }
        LocalDate day = calendar.dayOf(nanos).minusDays(1);
        while (true) {
            day = calendar.next(day);
            Optional<Session> next = calendar.session(day).filter(session -> session.open() >= nanos);
            if (next.isPresent()) {
                return next.get();
            }
        }
    }
}
