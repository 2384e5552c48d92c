package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Ledger;

/// One loop for one instrument and for many, whatever fills, costs, margin and the strategy are.
class OneLoopTest {

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void anAccountOfOneInstrumentIsARunOverThatInstrument(@ForAll long seed) {
        LoopScenario scenario = LoopScenario.of(seed, 1);
        if (scenario.weighs()) {
            return;
        }
        RunResult alone = scenario.alone();
        HistoryMerge merged = scenario.merged(scenario.end(), Ledger.EntryLog.NONE);
        RunRecords records = Backtest.records(merged.account(), false);
        assertArrayEquals(alone.equity(), merged.equity());
        assertArrayEquals(alone.position(), merged.units("A"));
        assertEquals(texts(alone.trades()), texts(records.trades()));
        assertEquals(texts(alone.orders()), texts(records.orders()));
        assertEquals(alone.summary().costs(), merged.account().costSummary());
        assertEquals(alone.ambiguity(), merged.account().ambiguity(false));
    }

    private static List<String> texts(List<?> records) {
        return records.stream().map(String::valueOf).toList();
    }

    /// Adds up every entry of the books and compares both sides after each.
    private static final class Audit implements Ledger.EntryLog {
        long assets;
        long sources;

        @Override
        public void entry(Account debit, Account credit, long amount) {
            assertTrue(amount > 0);
            add(debit, amount);
            add(credit, -amount);
            assertEquals(assets, sources, "assets are what they are financed by");
        }

        private void add(Account account, long debits) {
            if (account.asset()) {
                assets = Math.addExact(assets, debits);
            } else {
                sources = Math.subtractExact(sources, debits);
            }
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void booksBalanceAfterEveryEntryAndNothingFillsMoreThanItMay(@ForAll long seed) {
        LoopScenario scenario = LoopScenario.of(seed, 4);
        Audit audit = new Audit();
        HistoryMerge run = scenario.merged(scenario.end(), audit);
        Ledger ledger = run.account().ledger();
        assertEquals(audit.assets, ledger.equity(), "equity to the last unit");
        assertEquals(0, ledger.imbalance());
        for (TradedInstrument each : run.account().instruments()) {
            assertEquals(0, ledger.holding(each.listing().instrument()).quantity(), "flat at the end");
            assertFills(scenario, run, each);
        }
        double profit = Backtest.records(run.account(), true).trades().stream()
                .mapToDouble(Trade::netPnl)
                .sum();
        double interest = run.account().costSummary().interest();
        assertEquals(run.equity()[run.equity().length - 1], 100_000 + profit - interest, 1e-4);
    }

    private static void assertFills(LoopScenario scenario, HistoryMerge run, TradedInstrument of) {
        Bars bars = of.bars();
        Holding holding = run.account().ledger().holding(of.listing().instrument());
        double participation = scenario.settings().fillTerms().participation();
        boolean capped = scenario.settings().realistic() && anyVolume(bars);
        double[] done = new double[bars.size()];
        double[] change = new double[bars.size()];
        for (RunLog.Entry entry : run.account().log().orders()) {
            Order order = entry.order;
            assertTrue(order.state().terminal(), order.toString());
            assertTrue(order.filled() <= order.quantity() || order.quantity() == Order.UNSIZED, order.toString());
            if (order.instrument() != of.listing().instrument()) {
                continue;
            }
            boolean atEnd = order.intent().timeInForce() == TimeInForce.AT_CLOSE;
            int before = -1;
            for (Fill fill : entry.fills()) {
                assertTrue(fill.index() > before, "no bar fills an order twice: " + order);
                before = fill.index();
                if (!atEnd && (order.action().entry() || order.intent().type() == OrderType.MARKET)) {
                    long decided = scenario.base().knownAt(order.intent().signalIndex());
                    assertTrue(bars.time(fill.index()) >= decided, "on no bar that was open already: " + order);
                }
                double units = holding.scales().quantityOf(fill.quantity());
                done[fill.index()] += atEnd ? 0 : units;
                change[fill.index()] += atEnd ? 0 : fill.action().side().sign() * units;
            }
        }
        for (int bar = 0; capped && bar < bars.size(); bar++) {
            assertTrue(done[bar] <= participation * bars.volume(bar) + 1e-9, of.symbol() + " on bar " + bar);
        }
        if (scenario.settings().costs().actions().isEmpty() && scenario.sameHours()) {
            assertPositions(scenario, run, of, change);
        }
    }

    /// The position at each base close is the sum of the fills on the bars that are known then.
    private static void assertPositions(LoopScenario scenario, HistoryMerge run, TradedInstrument of, double[] change) {
        double[] units = run.units(of.symbol());
        double sum = 0;
        int next = 0;
        for (int i = 0; i < units.length - 1; i++) {
            long now = scenario.base().knownAt(scenario.first() + i);
            for (; next < change.length && of.bars().knownAt(next) <= now; next++) {
                sum += change[next];
            }
            assertEquals(sum, units[i], 1e-6, of.symbol() + " at " + i);
        }
    }

    private static boolean anyVolume(Bars bars) {
        for (int bar = 0; bar < bars.size(); bar++) {
            if (bars.volume(bar) > 0) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void thePastDoesNotDependOnWhatComes(@ForAll long seed) {
        LoopScenario scenario = LoopScenario.of(seed, 4);
        int until = (scenario.first() + scenario.end() + 1) / 2;
        if (until - scenario.first() < 2) {
            return;
        }
        double[] whole = scenario.merged(scenario.end(), Ledger.EntryLog.NONE).equity();
        double[] part = scenario.merged(until, Ledger.EntryLog.NONE).equity();
        for (int i = 0; i < part.length - 1; i++) {
            assertEquals(whole[i], part[i], "equity at " + i);
        }
    }

    @Test
    void theScenariosSeeWhatTheyAreMeantToSee() {
        Set<String> ends = new TreeSet<>();
        Set<Fill.Trigger> triggers = EnumSet.noneOf(Fill.Trigger.class);
        int calls = 0;
        int ambiguous = 0;
        int parts = 0;
        for (long seed = 0; seed < 400; seed++) {
            LoopScenario scenario = LoopScenario.of(seed, 4);
            HistoryMerge run = scenario.merged(scenario.end(), Ledger.EntryLog.NONE);
            calls += run.account().costSummary().marginCalls();
            ambiguous += run.account().ambiguity(false).count();
            for (RunLog.Entry entry : run.account().log().orders()) {
                ends.add(entry.order.state().name());
                parts += entry.part ? 1 : 0;
                entry.fills().forEach(fill -> triggers.add(fill.trigger()));
            }
            Backtest.records(run.account(), true)
                    .trades()
                    .forEach(trade -> ends.add(trade.exitReason().name()));
        }
        assertTrue(
                ends.containsAll(
                        List.of("FILLED", "CANCELLED", "EXPIRED", "REJECTED", "LIQUIDATION", "STOP", "TARGET")),
                ends::toString);
        assertTrue(
                triggers.containsAll(
                        EnumSet.of(Fill.Trigger.OPEN, Fill.Trigger.CARRIED, Fill.Trigger.STOP_GAP, Fill.Trigger.CLOSE)),
                triggers::toString);
        assertTrue(calls > 10 && ambiguous > 30 && parts > 30, calls + " " + ambiguous + " " + parts);
    }
}
