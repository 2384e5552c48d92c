package org.tickwright.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.Timeframe;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.study.Metrics;

/// What volatility targets and Kelly sizes come to at a signal, against figures worked out otherwise.
class SizeBasisTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final Scales SCALES = Scales.DEFAULT;

    private static Ledger ledger() {
        return new Ledger(SCALES, Scales.moneyUnits(100_000), Ledger.EntryLog.NONE);
    }

    private static Bars bars(double... closes) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, closes.length);
        for (int i = 0; i < closes.length; i++) {
            bars.append(i * DAY, closes[i], closes[i], closes[i], closes[i], 1);
        }
        return bars;
    }

    private static EntrySize freeze(String rule, Bars bars, int bar, int periods) {
        return new SizeBasis(bars, CorporateActions.NONE, ledger(), periods)
                .freeze(SizeRule.parse(rule), StopDistance.NONE, bar);
    }

    /// Returns of 10 %, -10 % and 10 %: mean 1/30, deviations 2/30, -4/30, 2/30, sum of squares 24/900,
    /// variance 12/900 with divisor 2, times 4 periods 48/900, root 0.230940. A target of 0.1 is 0.1/0.230940
    /// = 0.433013.
    @Test
    void volatilityIsOfTheLastReturnsOnAYear() {
        Bars bars = bars(1, 50, 55, 49.5, 54.45, 900);
        EntrySize size = freeze("volatility:0.1/3", bars, 4, 4);
        assertEquals(0.1 / Math.sqrt(48.0 / 900), size.share(), 1e-14);
        assertEquals("", size.refusal());
        assertEquals(
                "volatility 23.1 % a year over 3 bars: 43.3 % of the account",
                size.words().text());
    }

    @Property(tries = 200)
    void volatilityIsTheMetricOfThoseBarsAndReadsNoOther(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int sample = random.nextInt(2, 40);
        int bar = sample + random.nextInt(20);
        int periods = random.nextInt(1, 400);
        double[] closes = new double[bar + 1 + random.nextInt(10)];
        double price = 0.01 + 1000 * random.nextDouble();
        for (int i = 0; i < closes.length; i++) {
            price *= 0.9 + 0.2 * random.nextDouble();
            closes[i] = price;
        }
        double[] window = Arrays.copyOfRange(closes, bar - sample, bar + 1);
        long[] times = new long[window.length];
        Arrays.setAll(times, i -> i * DAY);
        double metric = (Double) Metrics.find(Metrics.ofPrices(times, window, periods, 0, null), "annualVol")
                .orElseThrow()
                .value();
        EntrySize size = freeze("volatility:0.2/" + sample, bars(closes), bar, periods);
        assertEquals(0.2 / metric, size.share(), 1e-12 / metric);
        for (int i = 0; i < closes.length; i++) {
            closes[i] = i < bar - sample || i > bar ? 1e9 : closes[i];
        }
        assertEquals(size, freeze("volatility:0.2/" + sample, bars(closes), bar, periods));
    }

    @Test
    void saysWhyThereIsNoVolatility() {
        Bars bars = bars(10, 11, 12, 12, 12, 12);
        assertEquals(
                "Size volatility:0.1/3 needs the returns of 3 bars up to the signal, and there are 2."
                        + " Begin with more history or look back less far.",
                freeze("volatility:0.1/3", bars, 2, 252).refusal());
        assertEquals("", freeze("volatility:0.1/3", bars, 3, 252).refusal());
        assertEquals(
                "Size volatility:0.1/3 divides by the volatility of the last 3 bars, which is 0: the closes did not"
                        + " move.",
                freeze("volatility:0.1/3", bars, 5, 252).refusal());
        assertTrue(freeze("volatility:0.1/2", bars(0, 0, 1), 2, 252).refusal().endsWith("which is not defined."));
    }

    /// A split of 2 for 1 before the third bar: 100, 110, 60.5 is 50, 55, 60.5, two returns of 10 %, then -10
    /// %.
    @Test
    void aSplitIsNoMove() {
        Bars bars = bars(100, 110, 60.5, 54.45);
        CorporateActions split =
                new CorporateActions(List.of(new CorporateActions.Split(LocalDate.of(1970, 1, 3), 2, 1)), List.of());
        EntrySize size = new SizeBasis(bars, split, ledger(), 1)
                .freeze(SizeRule.parse("volatility:0.1/3"), StopDistance.NONE, 3);
        // mean 1/30, squares (2/30)^2 * 2 + (4/30)^2 = 24/900, divisor 2
        assertEquals(0.1 / Math.sqrt(12.0 / 900), size.share(), 1e-13);
    }

    private static void trip(Ledger ledger, double entry, double exit, double commission) {
        fill(ledger, Action.ENTER_LONG, entry, 10, commission);
        fill(ledger, Action.EXIT_LONG, exit, 10, commission);
    }

    private static void fill(Ledger ledger, Action action, double price, double quantity, double commission) {
        long units = SCALES.priceUnits(price);
        ledger.book(new Fill(
                1,
                action,
                Fill.Trigger.OPEN,
                0,
                0,
                units,
                units,
                FixedPoint.fromDouble(quantity, SCALES.quantity()),
                Scales.moneyUnits(commission)));
    }

    private static EntrySize kelly(Ledger ledger, String rule) {
        return new SizeBasis(bars(1, 1), CorporateActions.NONE, ledger, 252)
                .freeze(SizeRule.parse(rule), StopDistance.NONE, 1);
    }

    /// Wins of 20 % and 10 %, losses of 5 % and 10 %, one that came out even: W = 2/5, mean win 15 %, mean
    /// loss of the other three 5 %, R = 3, f* = 0.4 - 0.6/3 = 0.2.
    @Test
    void kellyIsOfTheClosedRoundTripsOnTheCapitalUsed() {
        Ledger ledger = ledger();
        trip(ledger, 100, 120, 0);
        trip(ledger, 50, 47.5, 0);
        trip(ledger, 10, 11, 0);
        trip(ledger, 100, 90, 0);
        trip(ledger, 100, 100, 0);
        assertEquals(5, ledger.roundTrips().count());
        assertEquals(0.4, ledger.roundTrips().winRate());
        assertEquals(0.15, ledger.roundTrips().averageWin(), 1e-15);
        assertEquals(0.05, ledger.roundTrips().averageLoss(), 1e-15);
        assertEquals(0.5 * 0.2, kelly(ledger, "kelly:0.5/0.25/5/0.01").share(), 1e-15);
        assertEquals(0.15, kelly(ledger, "kelly:1/0.15/5/0.01").share(), "the cap");
        assertEquals(
                "Of 5 trades 40 % won, a win of 15 % for a loss of 5 %, Kelly fraction 20 %: 10 % of the account",
                kelly(ledger, "kelly:0.5/0.25/5/0.01").words().text());
        fill(ledger, Action.ENTER_LONG, 100, 10, 0);
        assertEquals(5, ledger.roundTrips().count(), "what is open is no trip yet");
    }

    @Test
    void kellyStartsWithItsFallbackUntilThereAreEnoughTrades() {
        Ledger ledger = ledger();
        trip(ledger, 100, 90, 0);
        EntrySize waiting = kelly(ledger, "kelly:0.5/0.25/2/0.03");
        assertEquals(0.03, waiting.share());
        assertEquals(
                "Kelly waits for 2 trades, 1 so far: 3 % of the account",
                waiting.words().text());
        assertEquals(0.02, kelly(ledger, "kelly:0.5/0.02/2/0.03").share(), "the cap holds from the start");
        trip(ledger, 100, 90, 0);
        assertEquals(
                "Size kelly:0.5/0.25/2/0.03: no edge so far. Of 2 trades 0 % won, so the Kelly fraction is not above"
                        + " 0.",
                kelly(ledger, "kelly:0.5/0.25/2/0.03").refusal());
        trip(ledger, 100, 105, 0);
        assertEquals(
                "Size kelly:0.5/0.25/2/0.03: no edge so far. Of 3 trades 33.3 % won, a win of 5 % for a loss of 10 %,"
                        + " so the Kelly fraction is -100 %, not above 0.",
                kelly(ledger, "kelly:0.5/0.25/2/0.03").refusal());
    }

    @Test
    void kellyOfNothingButWinsIsAllUpToTheCap() {
        Ledger ledger = ledger();
        trip(ledger, 100, 101, 0);
        assertEquals(0.25, kelly(ledger, "kelly:0.5/0.25/1/0.1").share());
        assertEquals(0.5, kelly(ledger, "kelly:0.5/1/1/0.1").share());
    }

    /// Bought for 1,000 in two parts and sold in two for 1,030; 10 + 10 + 4 + 4 commission and 2 paid for
    /// holding leave nothing: not won.
    @Test
    void commissionsAndCarryingCostsBelongToTheTrip() {
        Ledger ledger = ledger();
        fill(ledger, Action.ENTER_LONG, 100, 6, 10);
        fill(ledger, Action.ENTER_LONG, 100, 4, 10);
        fill(ledger, Action.EXIT_LONG, 103, 5, 4);
        assertEquals(0, ledger.roundTrips().count());
        fill(ledger, Action.EXIT_LONG, 103, 5, 4);
        ledger.pay(0, Account.CONVERSION, Scales.moneyUnits(2));
        assertEquals(1, ledger.roundTrips().count());
        assertEquals(0, ledger.roundTrips().winRate());
        assertEquals(0, ledger.roundTrips().averageLoss());
        fill(ledger, Action.ENTER_SHORT, 100, 10, 0);
        fill(ledger, Action.EXIT_SHORT, 90, 10, 1);
        assertEquals(0.5, ledger.roundTrips().winRate());
        assertEquals(0.099, ledger.roundTrips().averageWin(), 1e-15);
    }
}
