package org.tickwright.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.RateSeries;
import org.tickwright.market.Timeframe;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;

/// How much an amount of money buys under any costs: as much as it can pay and never more.
class SizingTest {
    private static final Scales SCALES = Scales.DEFAULT;
    private static final int BAR = 30;

    /// An account with its costs and gate.
    private record Desk(Ledger ledger, CostModel costs, RiskGate gate) {
        static Desk of(double cash, double bps, CostTerms terms, boolean whole, Bars bars) {
            Ledger ledger = new Ledger(SCALES, Scales.moneyUnits(cash), Ledger.EntryLog.NONE);
            ledger.convert(0, FixedPoint.fromDouble(terms.currency().rate(), 10));
            CostModel costs = CostModel.of(
                    new Costs(bps, 0), terms, new CostContext(bars, ledger.holding(0), new MonthlyVolume()));
            return new Desk(
                    ledger, costs, new RiskGate(ledger, 0, costs, terms.margin(), whole, TradingSession.ALWAYS));
        }

        /// The quantity of an entry, 0 where there is none.
        long size(SizeRule rule, Action action, double price) {
            return size(EntrySize.atFill(rule, new StopDistance(1, Double.NaN)), action, price);
        }

        long size(EntrySize size, Action action, double price) {
            Order order = new Order(1, OrderIntent.atNextOpen(0, action, 0, 0));
            Verdict.Approved approved = assertInstanceOf(Verdict.Approved.class, gate.checkEntry(order, size));
            String refusal = gate.size(approved.order(), SCALES.priceUnits(price), Liquidity.TAKER, BAR);
            assertEquals(refusal.isEmpty(), order.quantity() > 0, refusal);
            return order.quantity();
        }

        /// Fills an entry of that quantity, as a venue would.
        void fill(long quantity, Action action, double price) {
            Order order = new Order(1, OrderIntent.atNextOpen(0, action, 0, 0));
            long raw = SCALES.priceUnits(price);
            long got = costs.price(action.side(), Liquidity.TAKER, raw, quantity, BAR);
            long commission = costs.commission(order, Liquidity.TAKER, quantity, got, BAR);
            ledger.book(new Fill(1, action, Fill.Trigger.OPEN, BAR, 0, got, raw, quantity, commission));
            ledger.pay(0, Account.CONVERSION, costs.conversion(quantity, got));
        }
    }

    private static Bars bars(SplittableRandom random) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 40);
        double price = 50;
        for (int i = 0; i < 40; i++) {
            price *= 0.97 + 0.06 * random.nextDouble();
            bars.append(
                    i * 86_400_000_000_000L,
                    price,
                    price * 1.01,
                    price * 0.99,
                    price,
                    random.nextInt(4) == 0 ? 0 : random.nextInt(1, 1_000_000));
        }
        return bars;
    }

    private static CostTerms terms(SplittableRandom random, boolean margin) {
        CommissionTerms commission = new CommissionTerms(
                random.nextInt(3) == 0 ? 0.02 * random.nextDouble() : 0,
                random.nextInt(3) == 0 ? 5 * random.nextDouble() : 0,
                null,
                random.nextInt(3) == 0 ? (Double) (40 * random.nextDouble()) : null,
                random.nextInt(3) == 0 ? (Double) (4 * random.nextDouble()) : null,
                random.nextInt(3) == 0 ? (Double) (10 + 90 * random.nextDouble()) : null,
                CommissionTerms.Basis.VALUE,
                List.of());
        SpreadTerms spread = new SpreadTerms(SpreadTerms.Kind.values()[random.nextInt(3)], random.nextDouble());
        SlippageTerms.Kind law = SlippageTerms.Kind.values()[random.nextInt(5)];
        SlippageTerms slippage = new SlippageTerms(law, 0.5 * random.nextDouble(), 0);
        boolean foreign = random.nextInt(3) == 0;
        CurrencyTerms currency = foreign
                ? new CurrencyTerms("A", "B", 0.1 + 3 * random.nextDouble(), RateSeries.EMPTY, random.nextInt(20))
                : CurrencyTerms.NONE;
        return new CostTerms(
                commission,
                spread,
                slippage,
                CarryTerms.NONE,
                margin ? new MarginTerms(random.nextInt(1000, 10_001) / 10_000.0, 0.05) : null,
                currency,
                CorporateActions.NONE);
    }

    @Property(tries = 1000)
    void neverSpendsMoreThanTheCashAndNearlyAllOfIt(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = bars(random);
        CostTerms terms = terms(random, false);
        double cash = 10 + 1e5 * random.nextDouble();
        boolean whole = random.nextBoolean();
        double price = 1 + 200 * random.nextDouble();
        long lot = whole ? SCALES.wholeUnit() : 1;
        Desk desk = Desk.of(cash, random.nextInt(30), terms, whole, bars);
        long quantity = desk.size(SizeRule.ALL, Action.ENTER_LONG, price);
        assertEquals(0, quantity % lot);
        if (quantity > 0) {
            desk.fill(quantity, Action.ENTER_LONG, price);
            assertTrue(
                    desk.ledger().cash() >= 0,
                    () -> "overspent: " + desk.ledger().cash());
        }
        Desk more = Desk.of(cash, random.nextInt(1) + 0.0, terms, whole, bars);
        long most = more.size(SizeRule.ALL, Action.ENTER_LONG, price);
        more.fill(most + 2 * lot, Action.ENTER_LONG, price);
        // What is left is less than two lots cost, but for roundings in the last unit.
        assertTrue(more.ledger().cash() < 2, () -> "left over: " + more.ledger().cash());
    }

    @Property(tries = 500)
    void neverTakesMoreMarginThanTheEquity(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CostTerms terms = terms(random, true);
        Action action = random.nextBoolean() ? Action.ENTER_LONG : Action.ENTER_SHORT;
        Desk desk = Desk.of(20_000, 5, terms, false, bars(random));
        SizeRule rule = random.nextBoolean() ? SizeRule.parse("units:1000000") : SizeRule.parse("risk:0.5");
        double price = 1 + 200 * random.nextDouble();
        long quantity = desk.size(rule, action, price);
        if (quantity == 0) {
            return;
        }
        desk.fill(quantity, action, price);
        long before = Scales.moneyUnits(20_000);
        MarginTerms margin = java.util.Objects.requireNonNull(terms.margin());
        double required = margin.initial() * Scales.moneyOf(desk.ledger().exposure());
        double fees = -Scales.moneyOf(
                desk.ledger().balance(Account.COMMISSION) + desk.ledger().balance(Account.CONVERSION));
        assertTrue(required + fees <= Scales.moneyOf(before) + 1e-6, "requirement and fees fit the equity");
        assertEquals(0, desk.ledger().imbalance());
    }

    /// What is known at the signal as a share of the account is the same as a fraction of it, or as so much risk to a
    /// stop at the price's own distance, which is how each was worked out before.
    @Property(tries = 300)
    void aShareFrozenAtTheSignalBuysWhatItsFormulaSays(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = bars(random);
        CostTerms terms = random.nextBoolean() ? CostTerms.NONE : terms(random, random.nextBoolean());
        double price = 1 + 200 * random.nextDouble();
        double share = 0.001 + 0.999 * random.nextDouble();
        boolean whole = random.nextBoolean();
        long kelly = Desk.of(30_000, 5, terms, whole, bars)
                .size(
                        new EntrySize(SizeRule.parse("kelly:0.5"), StopDistance.NONE, share, Phrase.of("")),
                        Action.ENTER_LONG,
                        price);
        long fraction = Desk.of(30_000, 5, terms, whole, bars)
                .size(new SizeRule(SizeRule.Kind.FRACTION, share), Action.ENTER_LONG, price);
        assertEquals(fraction, kelly);
        EntrySize target = new EntrySize(SizeRule.parse("volatility:0.15"), StopDistance.NONE, share, Phrase.of(""));
        EntrySize risk = EntrySize.atFill(new SizeRule(SizeRule.Kind.RISK, share), new StopDistance(Double.NaN, 1));
        assertEquals(
                Desk.of(30_000, 5, terms, whole, bars).size(risk, Action.ENTER_LONG, price),
                Desk.of(30_000, 5, terms, whole, bars).size(target, Action.ENTER_LONG, price),
                1,
                "a stop at 0 risks the whole price");
    }

    /// A target that the account cannot pay is cut to what it can, with margin to more than without.
    @Test
    void aShareBeyondTheAccountIsCutToWhatCanBePaid() {
        EntrySize greedy = new EntrySize(SizeRule.parse("volatility:0.5"), StopDistance.NONE, 1e300, Phrase.of(""));
        Desk plain = Desk.of(10_000, 0, CostTerms.NONE, true, bars(new SplittableRandom(1)));
        assertEquals(100, SCALES.quantityOf(plain.size(greedy, Action.ENTER_LONG, 100)));
        CostTerms margin = new CostTerms(
                CommissionTerms.NONE,
                SpreadTerms.NONE,
                SlippageTerms.NONE,
                CarryTerms.NONE,
                new MarginTerms(0.5, 0.25),
                CurrencyTerms.NONE,
                CorporateActions.NONE);
        Desk levered = Desk.of(10_000, 0, margin, true, bars(new SplittableRandom(1)));
        assertEquals(200, SCALES.quantityOf(levered.size(greedy, Action.ENTER_LONG, 100)));
    }

    @Property(tries = 300)
    void moreMoneyNeverBuysLess(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = bars(random);
        CostTerms terms = terms(random, random.nextBoolean());
        double price = 1 + 200 * random.nextDouble();
        long before = 0;
        for (double cash = 5; cash < 1e6; cash *= 1.7) {
            long quantity = Desk.of(cash, 5, terms, false, bars).size(SizeRule.ALL, Action.ENTER_LONG, price);
            assertTrue(quantity >= before, "more money buys at least as much");
            before = quantity;
        }
    }

    /// 1,000 of cash, 50 a unit, 0.1 a unit and 2 an order: 998 / 50.1.
    @Test
    void invertsLinearCostsExactly() {
        CostTerms terms = CostModelTest.commission(
                new CommissionTerms(0.1, 2, null, null, null, null, CommissionTerms.Basis.VALUE, List.of()));
        Desk desk = Desk.of(1000, 0, terms, false, bars(new SplittableRandom(1)));
        long quantity = desk.size(SizeRule.ALL, Action.ENTER_LONG, 50);
        assertEquals(Math.floor(998 / 50.1 * 1e8) / 1e8, SCALES.quantityOf(quantity), 1e-8);
        Desk whole = Desk.of(1000, 0, terms, true, bars(new SplittableRandom(1)));
        assertEquals(19, SCALES.quantityOf(whole.size(SizeRule.ALL, Action.ENTER_LONG, 50)));
        assertEquals(9, SCALES.quantityOf(whole.size(SizeRule.parse("cash:500"), Action.ENTER_LONG, 50)));
    }

    /// Half of the value as margin: 10,000 carry 20,000.
    @Test
    void marginLeversUpToTheInitialRequirement() {
        CostTerms terms = new CostTerms(
                CommissionTerms.NONE,
                SpreadTerms.NONE,
                SlippageTerms.NONE,
                CarryTerms.NONE,
                new MarginTerms(0.5, 0.25),
                CurrencyTerms.NONE,
                CorporateActions.NONE);
        Desk desk = Desk.of(10_000, 0, terms, true, bars(new SplittableRandom(1)));
        assertEquals(200, SCALES.quantityOf(desk.size(SizeRule.parse("units:500"), Action.ENTER_LONG, 100)));
        assertEquals(150, SCALES.quantityOf(desk.size(SizeRule.parse("units:150"), Action.ENTER_SHORT, 100)));
        assertEquals(100, SCALES.quantityOf(desk.size(SizeRule.ALL, Action.ENTER_LONG, 100)), "all of the cash");
    }

    /// The general search and the plain division agree where both apply.
    @Property(tries = 500)
    void searchAndDivisionAgree(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double cash = 10 + 1e5 * random.nextDouble();
        double price = 1 + 200 * random.nextDouble();
        int bps = random.nextInt(100);
        CostTerms same = CostModelTest.commission(
                new CommissionTerms(0, 0, null, (double) bps, null, null, CommissionTerms.Basis.VALUE, List.of()));
        Bars bars = bars(random);
        boolean whole = random.nextBoolean();
        long divided = Desk.of(cash, bps, CostTerms.NONE, whole, bars).size(SizeRule.ALL, Action.ENTER_LONG, price);
        long searched = Desk.of(cash, 0, same, whole, bars).size(SizeRule.ALL, Action.ENTER_LONG, price);
        assertEquals(divided, searched, whole ? 0 : 200, "within what a division forgives");
        assertTrue(searched >= divided || !whole);
    }
}
