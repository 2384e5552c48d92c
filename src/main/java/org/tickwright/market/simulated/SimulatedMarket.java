package org.tickwright.market.simulated;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.tickwright.market.BarBuilder;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;

/// An invented share that trades from Monday to Friday, 9:30 to 16:00 in New York, from 2015 to 2024.
///
/// Prices rise, fall and go sideways in spells of a few months; calm and wild days cluster (GARCH(1,1), Bollerslev
/// 1986, around a level that the spell sets); nights leave gaps; the day is wilder and busier at its ends. Nothing in
/// it promises that any rule earns money. The same seed gives the same bits on every machine.
///
/// @param symbol starts with `SIM-`
/// @param seed fixes every number
/// @param startPrice the first price
/// @param wildness the scale of daily moves; 1 is a large share
public record SimulatedMarket(String symbol, long seed, double startPrice, double wildness) {
    /// A large share.
    public static final SimulatedMarket ALPHA = new SimulatedMarket("SIM-ALPHA", 20_150_106L, 84, 1);
    /// A wilder one.
    public static final SimulatedMarket BETA = new SimulatedMarket("SIM-BETA", 20_150_107L, 42, 1.5);
    /// The zone of the sessions.
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
    private static final int MINUTES = 390;
    private static final int TICKS = 4;
    private static final long SECOND = 1_000_000_000L;

    /// Checks that nobody takes it for a real share.
    public SimulatedMarket {
        if (!symbol.startsWith("SIM-")) {
            throw new IllegalArgumentException("A simulated symbol starts with SIM-, was " + symbol);
        }
    }

    /// Daily bars of all ten years, and the minute bars they are made of since a date.
    public record Series(Bars days, Bars minutes) {}

    /// What the source of a stored series says.
    public String source() {
        return "Simulated market, seed " + seed;
    }

    /// Generates all sessions and keeps the minutes of those from `minutesFrom` on.
    public Series generate(LocalDate minutesFrom) {
        Bars minutes = new Bars(Timeframe.MINUTE, ZONE, 300_000);
        BarBuilder days = new BarBuilder(Timeframe.DAY, ZONE);
        Path path = new Path(new Randomness(seed), startPrice, wildness);
        for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
            if (trading(date)) {
                long open = date.atTime(LocalTime.of(9, 30)).atZone(ZONE).toEpochSecond() * SECOND;
                path.session(open, date.isBefore(minutesFrom) ? null : minutes, days);
            }
        }
        return new Series(days.finish(), minutes);
    }

    private static boolean trading(LocalDate date) {
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        boolean newYear = date.getDayOfYear() == 1;
        boolean christmas = date.getMonthValue() == 12 && date.getDayOfMonth() == 25;
        return !weekend && !newYear && !christmas;
    }

    /// The state of the market while it is generated.
    private static final class Path {
        private static final double[] DRIFTS = {0.0013, -0.0011, 0.0003};
        private static final double[] LEVELS = {0.0095, 0.0165, 0.0075};
        private static final double[] STAY = {0.988, 0.980, 0.985};
        private static final double[] ACTIVITY = activity();

        private final Randomness random;
        private final double wildness;
        private double price;
        private int spell = 2;
        private double variance;
        private double surprise;

        private Path(Randomness random, double price, double wildness) {
            this.random = random;
            this.price = price;
            this.wildness = wildness;
            variance = LEVELS[spell] * LEVELS[spell];
            surprise = variance;
        }

        /// How wild and busy each minute is: high at the open, low at noon, higher again at the close; mean square 1.
        private static double[] activity() {
            double[] activity = new double[MINUTES];
            double squares = 0;
            for (int i = 0; i < MINUTES; i++) {
                double x = 2.0 * i / (MINUTES - 1) - 1;
                activity[i] = 0.7 + 0.9 * x * x + (i < 15 ? 0.8 : 0);
                squares += activity[i] * activity[i];
            }
            double scale = StrictMath.sqrt(MINUTES / squares);
            for (int i = 0; i < MINUTES; i++) {
                activity[i] *= scale;
            }
            return activity;
        }

        private void session(long open, @org.jspecify.annotations.Nullable Bars minutes, BarBuilder days) {
            changeSpell();
            double level = LEVELS[spell];
            variance = 0.06 * level * level + 0.10 * surprise + 0.84 * variance;
            double deviation = wildness * StrictMath.sqrt(variance);
            double before = price;
            price *= StrictMath.exp(0.45 * deviation * random.normal());
            double step = 0.89 * deviation / StrictMath.sqrt((double) MINUTES * TICKS);
            double drift = DRIFTS[spell] * wildness / ((double) MINUTES * TICKS);
            for (int minute = 0; minute < MINUTES; minute++) {
                minute(open + minute * 60L * SECOND, step * ACTIVITY[minute], drift, minute, minutes, days);
            }
            double move = StrictMath.log(price / before) / wildness;
            surprise = Math.min(move * move, 0.01);
        }

        private void changeSpell() {
            if (random.uniform() > STAY[spell]) {
                spell = (spell + (random.uniform() < 0.5 ? 1 : 2)) % 3;
            }
        }

        private void minute(
                long time,
                double step,
                double drift,
                int minute,
                @org.jspecify.annotations.Nullable Bars minutes,
                BarBuilder days) {
            double first = cents(price);
            double high = first;
            double low = first;
            double last = first;
            for (int tick = 0; tick < TICKS; tick++) {
                price *= 1 + drift + step * random.normal();
                price = Math.clamp(price, 1, 100_000);
                last = cents(price);
                high = Math.max(high, last);
                low = Math.min(low, last);
            }
            double wide = 1 + 400 * (high - low) / last;
            double volume = 100 + StrictMath.floor(4_000 * ACTIVITY[minute] * wide * (0.2 + random.uniform()));
            if (minutes != null) {
                minutes.append(time, first, high, low, last, volume);
            }
            days.bar(time, first, high, low, last, volume);
        }

        private static double cents(double price) {
            return StrictMath.rint(price * 100) / 100;
        }
    }
}
