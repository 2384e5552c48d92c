package org.tickwright.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.execution.AmbiguousBar;
import org.tickwright.execution.BarVenue;
import org.tickwright.execution.Client;
import org.tickwright.execution.FillProfile;
import org.tickwright.execution.FillRules;
import org.tickwright.execution.FinerPrices;
import org.tickwright.execution.IntrabarPolicy;
import org.tickwright.execution.RealisticVenue;
import org.tickwright.execution.SimulatedVenue;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.AccountEvents;
import org.tickwright.risk.CashInterest;
import org.tickwright.risk.CostBook;
import org.tickwright.risk.CostContext;
import org.tickwright.risk.CostModel;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.Costs;
import org.tickwright.risk.MarginTerms;
import org.tickwright.risk.MarginWatch;
import org.tickwright.risk.MonthlyVolume;
import org.tickwright.risk.RiskGate;
import org.tickwright.risk.SizeBasis;
import org.tickwright.strategy.Evaluation;

/// The wiring of a simulated run: one ledger, one log, one numbering of orders, and for each instrument its loop,
/// desk, gate, costs and venue. One instrument or many are wired alike.
final class SimulatedAccount {
    private final RunSettings settings;
    private final Span span;
    private final IntrabarPolicy policy;
    private final Ledger ledger;
    private final RunLog log;
    private final OrderPath orders;
    private final MonthlyVolume volume = new MonthlyVolume();
    private final List<TradedInstrument> instruments = new ArrayList<>();
    private final @Nullable MarginWatch margin;
    private final @Nullable CashInterest interest;

    /// The base bars that a run covers, `first` (inclusive) to `end` (exclusive).
    record Span(Bars base, int first, int end) {
        long from() {
            return base.time(first);
        }

        /// Opening times of the bars. The series' own column where it is exactly that: nobody writes into either, and a
        /// series that grows past its room takes a new one.
        long[] times() {
            long[] all = base.times();
            return first == 0 && end == all.length ? all : Arrays.copyOfRange(all, first, end);
        }
    }

    /// An instrument as a run is given it: its bars, finer prices that tell what happened inside them, what happens to
    /// it besides trading, and who decides.
    record Member(
            String symbol, Bars bars, @Nullable FinerPrices finer, CorporateActions actions, Evaluation strategy) {}

    /// An account over members in this order; `reading` says what bars cannot tell, null where the settings do.
    SimulatedAccount(
            List<Member> members,
            Span span,
            RunSettings settings,
            @Nullable IntrabarPolicy reading,
            Ledger.EntryLog audit) {
        this.settings = settings;
        this.span = span;
        policy = reading == null ? settings.fillTerms().policy() : reading;
        ledger = new Ledger(
                members.stream()
                        .map(member -> Scales.forFirstPrice(member.bars().close(0)))
                        .toList(),
                Scales.moneyUnits(settings.capital()),
                audit);
        log = new RunLog(ledger, settings.capital(), span.base(), span.first(), span.end());
        orders = new OrderPath(log, settings.realistic());
        MarginTerms terms = settings.costs().margin();
        margin = terms == null ? null : new MarginWatch(terms, ledger);
        double rate = settings.costs().carry().interestRate();
        interest = rate == 0
                ? null
                : new CashInterest(
                        rate,
                        ledger,
                        span.base().timeframe().intraday(),
                        span.base().zone(),
                        span.from());
        int bars = 0;
        for (Member member : members) {
            add(member, bars);
            bars = Math.addExact(bars, member.bars().size());
        }
    }

    private void add(Member member, int barsBefore) {
        Listing listing = new Listing(instruments.size(), member.bars(), span.base());
        CostTerms terms = settings.costs().acting(member.actions());
        CostModel costs = CostModel.of(
                new Costs(settings.commissionBps(), settings.slippageBps()),
                terms,
                new CostContext(member.bars(), ledger.holding(listing.instrument()), volume));
        RiskGate gate = new RiskGate(
                ledger, listing.instrument(), costs, terms.margin(), settings.wholeUnits(), this::closedBecause);
        Route route =
                new Route(gate, new SizeBasis(member.bars(), member.actions(), ledger, settings.periodsPerYear()));
        InstrumentDesk desk = new InstrumentDesk(listing, orders, route, ledger, costs);
        Client client = new Client(gate, ledger.holding(listing.instrument()), desk);
        BarVenue venue = settings.realistic()
                ? new RealisticVenue(member.bars(), rules(member, client, barsBefore), costs, client)
                : new SimulatedVenue(
                        member.bars(),
                        client.holding().scales(),
                        FillProfile.named(settings.fills()),
                        costs,
                        gate,
                        desk);
        route.connect(venue);
        TradingLoop loop = new TradingLoop(member.strategy(), EntryRules.of(settings), desk);
        instruments.add(new TradedInstrument(
                member.symbol(), listing, member.strategy(), loop, desk, venue, costs, events(listing, terms, desk)));
    }

    private @Nullable AccountEvents events(Listing listing, CostTerms terms, InstrumentDesk desk) {
        int first = firstBar(listing);
        return first == listing.bars().size()
                ? null
                : AccountEvents.of(
                        terms, ledger, listing.instrument(), listing.bars(), first, settings.wholeUnits(), desk::split);
    }

    /// The first bar of an instrument that opens in the range; the number of its bars if none does.
    int firstBar(Listing listing) {
        return listing.bars() == span.base() ? span.first() : listing.bars().indexAtOrAfter(span.from());
    }

    private String closedBecause(OrderIntent intent) {
        return waits(intent) && intent.signalIndex() >= span.end() - 1
                ? "The data end here: there is no later opening to fill at."
                : "";
    }

    /// Whether an intent is for a bar after the one at which it was decided.
    private static boolean waits(OrderIntent intent) {
        return intent.timeInForce() != TimeInForce.AT_CLOSE
                && (intent.action().entry() || intent.type() == OrderType.MARKET);
    }

    /// Bars are counted through over all instruments, so that each bar of each is a question of its own.
    private FillRules rules(Member member, Client client, int barsBefore) {
        long lot = settings.wholeUnits() ? client.holding().scales().wholeUnit() : 1;
        IntrabarPolicy own = barsBefore == 0
                ? policy
                : (bar, question, gains) -> policy.choose(Math.addExact(barsBefore, bar), question, gains);
        return new FillRules(settings.fillTerms().participation(), lot, own, member.finer());
    }

    List<TradedInstrument> instruments() {
        return instruments;
    }

    Ledger ledger() {
        return ledger;
    }

    RunLog log() {
        return log;
    }

    /// Whether anything happens to the account besides trading.
    boolean eventful() {
        return settings.costs().eventful();
    }

    /// Bars open: cash that is not there is paid for.
    void chargeInterest(long time) {
        if (interest != null) {
            interest.opens(time);
        }
    }

    /// A base bar was decided at: where the account can no longer carry its positions, all of them go.
    void checkMargin(int bar) {
        String call = margin == null ? "" : margin.call();
        if (!call.isEmpty()) {
            for (TradedInstrument each : instruments) {
                each.desk().liquidate(bar, call);
            }
        }
    }

    /// What was paid, once the run is over.
    CostSummary costSummary() {
        List<CostBook> books =
                instruments.stream().map(each -> each.costs().book()).toList();
        return CostSummary.of(ledger, books, margin == null ? 0 : margin.calls());
    }

    /// What the bars could not tell, in the order of time; `named` with their instruments.
    Ambiguity ambiguity(boolean named) {
        if (!settings.realistic()) {
            return Ambiguity.NONE;
        }
        boolean volumeKnown = true;
        int told = 0;
        int untold = 0;
        List<AmbiguousBar> bars = new ArrayList<>();
        for (TradedInstrument each : instruments) {
            if (each.venue() instanceof RealisticVenue venue) {
                volumeKnown &= venue.volumeKnown();
                told += venue.finerUse().told();
                untold += venue.finerUse().untold();
                venue.ambiguous().forEach(bar -> bars.add(named ? bar.of(each.symbol()) : bar));
            }
        }
        bars.sort(Comparator.comparingLong(AmbiguousBar::time));
        return new Ambiguity(volumeKnown, told, untold, bars);
    }
}
