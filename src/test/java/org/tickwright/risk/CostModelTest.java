package org.tickwright.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderState;
import org.tickwright.order.Side;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;

/// Each part of the costs, worked out by hand.
class CostModelTest {
    private static final Scales SCALES = Scales.DEFAULT;
    private static final long DAY = 86_400_000_000_000L;
    private static final int BAR = 3;

    /// Closes 100, 110, 99: returns of 10 % and -10 %. True ranges 2, 12, 13.
    private static Bars bars() {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 40);
        bars.append(0, 100, 101, 99, 100, 1000);
        bars.append(DAY, 100, 112, 108, 110, 3000);
        bars.append(2 * DAY, 110, 111, 98, 99, 0);
        for (int i = 3; i < 40; i++) {
            bars.append(i * DAY, 99, 99, 99, 99, 1e9);
        }
        return bars;
    }

    private static CostModel model(double commissionBps, CostTerms terms) {
        Ledger ledger = new Ledger(SCALES, Scales.moneyUnits(1e6), Ledger.EntryLog.NONE);
        return CostModel.of(
                new Costs(commissionBps, 0), terms, new CostContext(bars(), ledger.holding(0), new MonthlyVolume()));
    }

    static CostTerms commission(CommissionTerms terms) {
        return new CostTerms(
                terms,
                SpreadTerms.NONE,
                SlippageTerms.NONE,
                CarryTerms.NONE,
                null,
                CurrencyTerms.NONE,
                org.tickwright.market.CorporateActions.NONE);
    }

    static CostTerms prices(SpreadTerms spread, SlippageTerms slippage) {
        return new CostTerms(
                CommissionTerms.NONE,
                spread,
                slippage,
                CarryTerms.NONE,
                null,
                CurrencyTerms.NONE,
                org.tickwright.market.CorporateActions.NONE);
    }

    private static CommissionTerms flat(
            double perUnit, double perOrder, @Nullable Double minimum, @Nullable Double maximum) {
        return new CommissionTerms(
                perUnit, perOrder, null, null, minimum, maximum, CommissionTerms.Basis.VALUE, List.of());
    }

    private static double paid(CostModel model, double quantity, double price) {
        return paid(model, quantity, price, Liquidity.TAKER);
    }

    private static double paid(CostModel model, double quantity, double price, Liquidity liquidity) {
        Order order = order(1);
        return Scales.moneyOf(model.commission(order, liquidity, units(quantity), SCALES.priceUnits(price), BAR));
    }

    @Test
    void withoutTermsTheyAreTheBasisPoints() {
        CostModel model = model(10, CostTerms.NONE);
        assertEquals(0.001, model.proportionalRate());
        assertEquals(5, paid(model, 50, 100));
    }

    @Test
    void chargesPerUnitPerOrderAndByValue() {
        assertEquals(0.5 + 2 + 10, paid(model(20, commission(flat(0.005, 2, null, null))), 100, 50));
    }

    @Test
    void boundsTheCommissionOfAnOrder() {
        CostModel model = model(0, commission(flat(0.005, 0, 1.0, 4.0)));
        assertEquals(1, paid(model, 10, 50));
        assertEquals(2.5, paid(model, 500, 50));
        assertEquals(4, paid(model, 5000, 50));
    }

    @Test
    void chargesMakersAndTakersDifferently() {
        CommissionTerms terms =
                new CommissionTerms(0, 0, -1.0, 5.0, null, null, CommissionTerms.Basis.VALUE, List.of());
        CostModel model = model(99, commission(terms));
        assertEquals(5, paid(model, 100, 100, Liquidity.TAKER));
        assertEquals(-1, paid(model, 100, 100, Liquidity.MAKER), "a rebate is paid to the maker");
    }

    /// 100 units in three fills pay together what they would have paid in one.
    @Test
    void severalFillsOfAnOrderPayTheMinimumOnce() {
        CostModel model = model(0, commission(flat(0.02, 0.25, 1.0, null)));
        Order order = order(7);
        order.size(units(100));
        double first = fill(model, order, 10, 50, BAR);
        double second = fill(model, order, 30, 50, BAR + 1);
        double third = fill(model, order, 60, 50, BAR + 2);
        assertEquals(1, first, "the minimum");
        assertEquals(0.05, second, 1e-9, "1.05 for forty units less what was paid");
        assertEquals(1.2, third, 1e-9);
        assertEquals(2.25, first + second + third, 1e-9);
    }

    private static double fill(CostModel model, Order order, double quantity, double price, int bar) {
        long raw = SCALES.priceUnits(price);
        long got = model.price(Side.BUY, Liquidity.TAKER, raw, units(quantity), bar);
        long commission = model.commission(order, Liquidity.TAKER, units(quantity), got, bar);
        Fill fill = new Fill(
                order.id(),
                0,
                order.action(),
                Fill.Trigger.OPEN,
                Liquidity.TAKER,
                bar,
                bar * DAY,
                got,
                raw,
                units(quantity),
                commission);
        model.filled(order, fill);
        order.fill(units(quantity));
        return Scales.moneyOf(commission);
    }

    /// Up to a value of 10,000 in a month 10 bps, then 5; bars 3 and 4 are in January 1970, bar 35 in February.
    @Test
    void tiersFollowTheVolumeOfTheMonth() {
        CostModel model = model(99, commission(CommissionTerms.NONE.withTiers("value:0=10,10000=5")));
        assertEquals(10, filled(model, 1, 100, 100, BAR), "10 bps of 10,000");
        assertEquals(5, filled(model, 2, 100, 100, BAR + 1), "the month has seen 10,000");
        assertEquals(10, filled(model, 3, 100, 100, 35), "a new month");

        CostModel byUnits = model(0, commission(CommissionTerms.NONE.withTiers("units:0=0.01,150=0.005")));
        assertEquals(1, filled(byUnits, 1, 100, 100, BAR));
        assertEquals(1, filled(byUnits, 2, 100, 100, BAR));
        assertEquals(0.5, filled(byUnits, 3, 100, 100, BAR));
    }

    private static double filled(CostModel model, long id, double quantity, double price, int bar) {
        Order order = order(id);
        order.size(units(quantity));
        return fill(model, order, quantity, price, bar);
    }

    @Test
    void takersPayHalfTheSpreadAndMakersNone() {
        CostModel bps = model(0, prices(new SpreadTerms(SpreadTerms.Kind.BPS, 20), SlippageTerms.NONE));
        assertEquals(100.1, price(bps, Side.BUY, Liquidity.TAKER, 100, 1));
        assertEquals(99.9, price(bps, Side.SELL, Liquidity.TAKER, 100, 1));
        assertEquals(100, price(bps, Side.BUY, Liquidity.MAKER, 100, 1));
        CostModel fixed = model(0, prices(new SpreadTerms(SpreadTerms.Kind.PRICE, 0.04), SlippageTerms.NONE));
        assertEquals(100.02, price(fixed, Side.BUY, Liquidity.TAKER, 100, 1));
    }

    @Test
    void slipsByAFixedAmountAndByBasisPoints() {
        assertEquals(100.25, price(slipping("fixed:0.25"), Side.BUY, Liquidity.TAKER, 100, 1));
        assertEquals(99.95, price(slipping("bps:5"), Side.SELL, Liquidity.TAKER, 100, 1));
        assertEquals(0, price(slipping("fixed:7"), Side.SELL, Liquidity.TAKER, 5, 1), "never below nothing");
    }

    /// Ranges of 2 of 100, 12 of 110 and 13 of 99 before bar 3; with a window of 2 the last two.
    @Test
    void slipsByTheTrueRangeOfThePast() {
        double mean = (2 / 100.0 + 12 / 110.0 + 13 / 99.0) / 3;
        assertEquals(
                100 + 100 * 0.5 * mean, price(slipping("volatility:0.5"), Side.BUY, Liquidity.TAKER, 100, 1), 1e-9);
        double two = (12 / 110.0 + 13 / 99.0) / 2;
        assertEquals(100 + 10 * two, price(slipping("volatility:0.1:2"), Side.BUY, Liquidity.TAKER, 100, 1), 1e-9);
    }

    /// Returns of +10 % and -10 %: sample deviation 0.1 · sqrt 2. Mean volume of 1000 and 3000, the bar
    /// without volume left out: 2000. A quarter of it costs half of k σ.
    @Test
    void impactFollowsTheSquareRootOfTheShareOfTheVolume() {
        CostModel model = slipping("volume:0.3");
        double whole = 100 * 0.3 * 0.1 * Math.sqrt(2);
        assertEquals(100 + whole / 2, price(model, Side.BUY, Liquidity.TAKER, 100, 500), 1e-9);
        assertEquals(100 + whole, price(model, Side.BUY, Liquidity.TAKER, 100, 2000), 1e-9);
        assertEquals(100 - whole * Math.sqrt(2), price(model, Side.SELL, Liquidity.TAKER, 100, 4000), 1e-9);
    }

    @Test
    void readsNothingOfTheBarOfTheFillOrLater() {
        Bars one = bars();
        Bars other = bars().slice(0, BAR);
        other.append(BAR * DAY, 1, 1e6, 0.1, 5, 7);
        for (String law : List.of("volatility:0.5", "volume:0.3")) {
            assertEquals(
                    priceOver(one, law), priceOver(other, law), "the bars from the fill on differ and do not count");
        }
    }

    private static long priceOver(Bars bars, String law) {
        Ledger ledger = new Ledger(SCALES, 0, Ledger.EntryLog.NONE);
        CostTerms terms = prices(SpreadTerms.NONE, SlippageTerms.parse(law));
        return CostModel.of(new Costs(0, 0), terms, new CostContext(bars, ledger.holding(0), new MonthlyVolume()))
                .price(Side.BUY, Liquidity.TAKER, SCALES.priceUnits(100), units(10), BAR);
    }

    /// The parts of the price's cost add up to the whole distance to the tape.
    @Test
    void booksSpreadSlippageAndImpactApart() {
        SpreadTerms spread = new SpreadTerms(SpreadTerms.Kind.PRICE, 0.1);
        CostModel fixed = model(0, prices(spread, SlippageTerms.parse("fixed:0.2")));
        filled(fixed, 1, 10, 100, BAR);
        assertMoney(0.5, fixed.book().spread());
        assertMoney(2, fixed.book().slippage());
        assertMoney(0, fixed.book().impact());
        assertMoney(1000, fixed.book().turnover());
        CostModel impact = model(0, prices(spread, SlippageTerms.parse("volume:0.3")));
        filled(impact, 1, 500, 100, BAR);
        assertMoney(25, impact.book().spread());
        assertMoney(0, impact.book().slippage());
        assertEquals(
                500 * 100 * 0.15 * 0.1 * Math.sqrt(2),
                Scales.moneyOf(impact.book().impact()),
                1e-4);
    }

    /// A commission of 2 in a currency worth 1.5, and a fee of 10 bps on what was changed.
    @Test
    void chargesInTheInstrumentsCurrencyAndForChangingIt() {
        Ledger ledger = new Ledger(SCALES, Scales.moneyUnits(1e6), Ledger.EntryLog.NONE);
        ledger.convert(0, FixedPoint.parse("1.5", 10));
        CostTerms terms = new CostTerms(
                flat(0, 2, null, null),
                SpreadTerms.NONE,
                SlippageTerms.NONE,
                CarryTerms.NONE,
                null,
                new CurrencyTerms("USD", "GBP", 1.5, org.tickwright.market.RateSeries.EMPTY, 10),
                org.tickwright.market.CorporateActions.NONE);
        CostModel model =
                CostModel.of(new Costs(0, 0), terms, new CostContext(bars(), ledger.holding(0), new MonthlyVolume()));
        assertEquals(3, paid(model, 10, 100));
        assertMoney(1.5, model.conversion(units(10), SCALES.priceUnits(100)));
    }

    @Test
    void refusesTermsThatMeanNothing() {
        assertRefused(() -> SlippageTerms.parse("volume"), "volume:K");
        assertRefused(() -> SlippageTerms.parse("volume:x"), "needs a number");
        assertRefused(() -> SlippageTerms.parse("bps:-1"), "0 or above");
        assertRefused(() -> MarginTerms.parse("0.5"), "INITIAL:MAINTENANCE");
        assertRefused(() -> MarginTerms.parse("0.2:0.5"), "at most the initial");
        assertRefused(() -> CommissionTerms.NONE.withTiers("value:100=5"), "start at 0");
        assertRefused(() -> CommissionTerms.NONE.withTiers("value:0=5,0=4"), "must rise");
        assertRefused(() -> CommissionTerms.NONE.withTiers("0=5"), "FROM=BPS");
        assertRefused(() -> flat(0, 0, 2.0, 1.0), "at least the least one");
        assertRefused(() -> new CarryTerms(-1, 0, org.tickwright.market.RateSeries.EMPTY, 0), "0.03 is 3 %");
        assertRefused(
                () -> new CurrencyTerms("USD", "USD", 1.2, org.tickwright.market.RateSeries.EMPTY, 0), "one currency");
    }

    private static void assertRefused(org.junit.jupiter.api.function.Executable terms, String because) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, terms).getMessage());
        assertTrue(message.contains(because), message);
    }

    private static CostModel slipping(String law) {
        return model(0, prices(SpreadTerms.NONE, SlippageTerms.parse(law)));
    }

    private static double price(CostModel model, Side side, Liquidity liquidity, double raw, double quantity) {
        return SCALES.priceOf(model.price(side, liquidity, SCALES.priceUnits(raw), units(quantity), BAR));
    }

    private static Order order(long id) {
        Order order = new Order(id, OrderIntent.atNextOpen(0, Action.ENTER_LONG, 0, 0));
        order.become(OrderState.APPROVED);
        order.become(OrderState.WORKING);
        return order;
    }

    private static long units(double quantity) {
        return FixedPoint.fromDouble(quantity, SCALES.quantity());
    }

    private static void assertMoney(double expected, long units) {
        assertEquals(expected, Scales.moneyOf(units));
    }
}
