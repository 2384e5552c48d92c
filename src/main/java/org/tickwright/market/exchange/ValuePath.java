package org.tickwright.market.exchange;

import java.util.List;
import org.tickwright.market.simulated.Randomness;

/// What the instruments are worth to those who know, step by step: the prices follow it.
///
/// Logarithms of values move with a common factor and one of their own, so that returns have the correlation that was
/// asked for. How wildly they move is common to all and comes in waves (two Ornstein-Uhlenbeck processes of the
/// logarithm of volatility, one of minutes, one of hours: Alizadeh, Brandt, Diebold, 2002), has a U over the session,
/// and rises with news, which moves values at once. Spells of drift make trends.
final class ValuePath {
    /// How far apart the steps are.
    static final long STEP = 200_000_000L;

    private static final double STEP_SECONDS = 0.2;
    private static final double FAST_SECONDS = 8 * 60 / 0.693;
    private static final double SLOW_SECONDS = 3 * 3600 / 0.693;
    private static final double FAST_DEVIATION = 0.25;
    private static final double SLOW_DEVIATION = 0.35;
    private static final double NEWS_SECONDS = 3600;
    private static final double NEWS_MINUTES_OF_MOVE = 3;
    private static final double NEWS_EXCITES = 0.6;
    private static final double EXCITED_SECONDS = 120;
    private static final double SPELL_SECONDS = 1800;
    private static final double DRIFT_PER_MINUTE = 0.05;

    private final Randomness random;
    private final double[] logs;
    private final double[] deviations;
    private final double common;
    private final double own;
    private double fast;
    private double slow;
    private double excitement;
    private double drift;
    private double wildness = 1;

    ValuePath(Randomness random, List<ExchangeInstrument> instruments, double correlation) {
        this.random = random;
        logs = new double[instruments.size()];
        deviations = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.log(instruments.get(i).startPrice());
            deviations[i] = instruments.get(i).dailyVolatility();
        }
        common = StrictMath.sqrt(correlation);
        own = StrictMath.sqrt(1 - correlation);
        fast = FAST_DEVIATION * random.normal();
        slow = SLOW_DEVIATION * random.normal();
    }

    double value(int instrument) {
        return StrictMath.exp(logs[instrument]);
    }

    /// How much wilder than usual it is now.
    double wildness() {
        return wildness;
    }

    /// How many more come to trade because of news: 1 is as ever.
    double crowding() {
        return 1 + 3 * excitement;
    }

    /// One step on within a session of so many seconds, a share of it over.
    void step(double sessionSeconds, double through) {
        fast += -fast * STEP_SECONDS / FAST_SECONDS
                + FAST_DEVIATION * StrictMath.sqrt(2 * STEP_SECONDS / FAST_SECONDS) * random.normal();
        slow += -slow * STEP_SECONDS / SLOW_SECONDS
                + SLOW_DEVIATION * StrictMath.sqrt(2 * STEP_SECONDS / SLOW_SECONDS) * random.normal();
        excitement -= excitement * STEP_SECONDS / EXCITED_SECONDS;
        double variance = FAST_DEVIATION * FAST_DEVIATION + SLOW_DEVIATION * SLOW_DEVIATION;
        wildness = StrictMath.exp(fast + slow - variance) * pattern(through);
        if (random.uniform() < STEP_SECONDS / SPELL_SECONDS) {
            drift = (StrictMath.floor(3 * random.uniform()) - 1) * DRIFT_PER_MINUTE;
        }
        move(wildness * StrictMath.sqrt(STEP_SECONDS / sessionSeconds));
        double minute = StrictMath.sqrt(60 / sessionSeconds);
        for (int i = 0; i < logs.length; i++) {
            logs[i] += drift * deviations[i] * minute * STEP_SECONDS / 60;
        }
        if (random.uniform() < STEP_SECONDS / NEWS_SECONDS) {
            move(NEWS_MINUTES_OF_MOVE * minute);
            fast += NEWS_EXCITES;
            excitement = 1;
        }
    }

    /// What happens between two sessions.
    void overnight() {
        move(0.5);
    }

    private void move(double scale) {
        double all = common * random.normal();
        for (int i = 0; i < logs.length; i++) {
            logs[i] += scale * deviations[i] * (all + own * random.normal());
        }
    }

    /// Wild and busy at both ends of a session, calm at noon; its mean is 1.
    static double pattern(double through) {
        double x = 2 * through - 1;
        return 0.8 + 0.6 * x * x;
    }
}
