package org.tickwright.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.RateSeries;
import org.tickwright.market.Timeframe;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;

/// What happens between fills, worked out by hand: a Thursday, a Friday, a Monday and a Tuesday in New York,
/// over the change to summer time.
class AccountEventsTest {
    private static final Scales SCALES = Scales.DEFAULT;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Bars bars() {
        Bars bars = new Bars(Timeframe.DAY, NEW_YORK, 4);
        for (String day : List.of("2024-03-07", "2024-03-08", "2024-03-11", "2024-03-12")) {
            bars.append(midnight(day), 100, 100, 100, 100, 1000);
        }
        return bars;
    }

    private static long midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(NEW_YORK).toEpochSecond() * 1_000_000_000L;
    }

    private static Ledger holding(Action action, double quantity) {
        Ledger ledger = new Ledger(SCALES, Scales.moneyUnits(10_000), Ledger.EntryLog.NONE);
        ledger.book(new Fill(
                1,
                action,
                Fill.Trigger.OPEN,
                0,
                0,
                SCALES.priceUnits(100),
                SCALES.priceUnits(100),
                FixedPoint.fromDouble(quantity, SCALES.quantity()),
                0));
        return ledger;
    }

    private static CostTerms terms(
            CarryTerms carry, @Nullable MarginTerms margin, CurrencyTerms currency, CorporateActions actions) {
        return new CostTerms(
                CommissionTerms.NONE, SpreadTerms.NONE, SlippageTerms.NONE, carry, margin, currency, actions);
    }

    private static CostTerms carrying(CarryTerms carry) {
        return terms(carry, null, CurrencyTerms.NONE, CorporateActions.NONE);
    }

    private static AccountEvents events(CostTerms terms, Ledger ledger) {
        return new AccountEvents(terms, ledger, 0, bars(), 0, true, (numerator, denominator, lot) -> {});
    }

    private static void open(AccountEvents events, int bar) {
        events.carries(bar);
        events.acts(bar);
    }

    /// 20 units short at 100, 7.3 % a year: 0.40 a day. Friday pays one day, Monday three.
    @Test
    void shortsPayToBorrowByCalendarDays() {
        Ledger ledger = holding(Action.ENTER_SHORT, 20);
        AccountEvents events = events(carrying(new CarryTerms(0.073, 0, RateSeries.EMPTY, 0)), ledger);
        open(events, 0);
        assertMoney(0, -ledger.balance(Account.BORROW));
        open(events, 1);
        assertMoney(0.4, -ledger.balance(Account.BORROW));
        open(events, 2);
        assertMoney(1.6, -ledger.balance(Account.BORROW));
        assertMoney(-1.6, ledger.carriedSinceFlat());
        assertEquals(0, ledger.imbalance());
    }

    @Test
    void longsPayNothingToBorrow() {
        Ledger ledger = holding(Action.ENTER_LONG, 20);
        AccountEvents events = events(carrying(new CarryTerms(0.073, 0, RateSeries.EMPTY, 0)), ledger);
        open(events, 1);
        assertMoney(10_000, ledger.equity());
    }

    /// 150 units at 100 leave 5,000 owed: at 7.3 % one a day.
    @Test
    void negativeCashPaysInterest() {
        Ledger ledger = holding(Action.ENTER_LONG, 150);
        CashInterest interest = new CashInterest(0.073, ledger, false, bars().zone(), bars().time(0));
        interest.opens(bars().time(0));
        interest.opens(bars().time(1));
        assertMoney(1, -ledger.balance(Account.INTEREST));
        assertMoney(0, ledger.carriedSinceFlat());
    }

    /// Midnight in New York is 05:00 UTC in winter, so 08, 16 and 00 h fall due between two days: three
    /// times 0.01 % of 2,000.
    @Test
    void longsPayFundingEveryEightHoursAndShortsReceiveIt() {
        CostTerms terms = carrying(new CarryTerms(0, 0.0001, RateSeries.EMPTY, 0));
        Ledger longs = holding(Action.ENTER_LONG, 20);
        open(events(terms, longs), 1);
        assertMoney(0.6, -longs.balance(Account.FUNDING));
        Ledger shorts = holding(Action.ENTER_SHORT, 20);
        open(events(terms, shorts), 1);
        assertMoney(-0.6, -shorts.balance(Account.FUNDING));
    }

    @Test
    void fundingFollowsASeriesByItsTimes() {
        RateSeries series = new RateSeries(List.of(
                point("2024-03-07T04:59:59Z", 1),
                point("2024-03-07T08:00:00Z", 0.001),
                point("2024-03-08T05:00:00Z", -0.0005),
                point("2024-03-08T16:00:00Z", 0.0002)));
        Ledger ledger = holding(Action.ENTER_LONG, 20);
        AccountEvents events = events(carrying(new CarryTerms(0, 0, series, 0)), ledger);
        open(events, 1);
        assertMoney(1, -ledger.balance(Account.FUNDING));
        open(events, 2);
        assertMoney(1.4, -ledger.balance(Account.FUNDING));
    }

    @Test
    void convertsAtTheLastRateKnown() {
        RateSeries rates =
                new RateSeries(List.of(point("2024-03-07T05:00:00Z", 1.2), point("2024-03-08T12:00:00Z", 1.5)));
        CurrencyTerms currency = new CurrencyTerms("USD", "EUR", 0, rates, 0);
        Ledger ledger = new Ledger(SCALES, Scales.moneyUnits(10_000), Ledger.EntryLog.NONE);
        AccountEvents events = events(terms(CarryTerms.NONE, null, currency, CorporateActions.NONE), ledger);
        assertEquals(FixedPoint.parse("1.2", 10), ledger.holding(0).rate());
        open(events, 1);
        assertEquals(FixedPoint.parse("1.2", 10), ledger.holding(0).rate(), "the new rate is not known at the opening");
        events.closes(1);
        assertEquals(FixedPoint.parse("1.5", 10), ledger.holding(0).rate());
        RateSeries late = new RateSeries(List.of(point("2024-03-08T12:00:00Z", 1.5)));
        CostTerms wrong = terms(CarryTerms.NONE, null, new CurrencyTerms("", "", 0, late, 0), CorporateActions.NONE);
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> events(wrong, ledger))
                        .getMessage())
                .contains("No conversion rate is known"));
    }

    /// Ex on Saturday: the dividend is paid and the split made before Monday opens, the dividend first.
    @Test
    void paysDividendsAndSplitsBeforeTheExDayOpens() {
        Ledger ledger = holding(Action.ENTER_LONG, 15);
        CorporateActions actions = new CorporateActions(
                List.of(new CorporateActions.Split(LocalDate.of(2024, 3, 9), 3, 2)),
                List.of(
                        new CorporateActions.Dividend(LocalDate.of(2024, 3, 7), 99, 0),
                        new CorporateActions.Dividend(LocalDate.of(2024, 3, 9), 2, 0)));
        List<String> splits = new ArrayList<>();
        AccountEvents events = new AccountEvents(
                terms(CarryTerms.NONE, null, CurrencyTerms.NONE, actions),
                ledger,
                0,
                bars(),
                0,
                true,
                (numerator, denominator, lot) -> splits.add(numerator + ":" + denominator));
        open(events, 0);
        open(events, 1);
        assertMoney(0, ledger.balance(Account.DIVIDENDS));
        open(events, 2);
        assertMoney(30, ledger.balance(Account.DIVIDENDS));
        assertEquals(List.of("3:2"), splits);
        assertEquals(22 * SCALES.wholeUnit(), ledger.quantity());
        assertMoney(8500 + 30 + 50, ledger.cash());
        open(events, 3);
        assertMoney(30, ledger.balance(Account.DIVIDENDS));
    }

    /// 180 units at 100 with 10,000: equity 10,000 of 18,000. At 58 the equity is 2,440 of 10,440, below a quarter.
    @Test
    void callsForMarginWhenTheEquityIsBelowTheMaintenance() {
        Ledger ledger = holding(Action.ENTER_LONG, 180);
        MarginWatch watch = new MarginWatch(new MarginTerms(0.5, 0.25), ledger);
        assertEquals("", watch.call());
        ledger.mark(SCALES.priceUnits(60));
        assertEquals("", watch.call(), "2,800 of 10,800");
        ledger.mark(SCALES.priceUnits(58));
        assertEquals(
                "Margin call: the equity of 2440.00 is below the maintenance requirement of 2610.00.", watch.call());
        assertEquals(1, watch.calls());
    }

    private static RateSeries.Point point(String time, double rate) {
        return new RateSeries.Point(Instant.parse(time), rate);
    }

    private static void assertMoney(double expected, long units) {
        assertEquals(expected, Scales.moneyOf(units), 1e-8);
    }
}
