package org.tickwright.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.market.AdjustedBars;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;

/// What happens to one instrument of an account besides trading: carrying costs, conversion rates, dividends,
/// splits.
///
/// Before a bar opens, in this order: what was held at the close before pays for the time since the bar
/// before it opened ([#carries]: borrow, funding; then the account its [CashInterest]), the conversion rate known at
/// the opening comes into force, dividends are paid, splits are made ([#acts]). At the close the rate known then comes
/// into force. So a position
/// opened and closed within one bar pays nothing for time, and one held over a weekend pays three days.
public final class AccountEvents {
    private static final double NANOS_PER_DAY = 86_400e9;
    private static final long FUNDING_NANOS = 8 * 3_600_000_000_000L;
    private static final double DAYS_PER_YEAR = 365;
    private static final int RATE_SCALE = 10;

    /// Hears of splits, after the position was split and before the bar opens.
    @FunctionalInterface
    public interface SplitListener {
        /// `numerator` new units for `denominator` old ones; quantities are multiples of `lot`.
        void split(long numerator, long denominator, long lot);
    }

    private final CostTerms terms;
    private final Ledger ledger;
    private final int instrument;
    private final Holding holding;
    private final Bars bars;
    private final long lot;
    private final SplitListener listener;

    private final long[] rateTimes;
    private final double[] rates;
    private final long[] fundingTimes;
    private final double[] fundingRates;
    private final int[] splitBars;
    private final int[] dividendBars;
    private int nextRate;
    private int nextFunding;
    private int nextSplit;
    private int nextDividend;
    private int before;

    /// Events from the bar `first` on. A series of rates that begins later is an [IllegalArgumentException].
    public AccountEvents(
            CostTerms terms,
            Ledger ledger,
            int instrument,
            Bars bars,
            int first,
            boolean wholeUnits,
            SplitListener listener) {
        this.terms = terms;
        this.ledger = ledger;
        this.instrument = instrument;
        this.bars = bars;
        this.listener = listener;
        holding = ledger.holding(instrument);
        lot = wholeUnits ? holding.scales().wholeUnit() : 1;
        rateTimes = terms.currency().rates().times();
        rates = terms.currency().rates().rates();
        fundingTimes = terms.carry().funding().times();
        fundingRates = terms.carry().funding().rates();
        splitBars = terms.actions().splits().stream()
                .mapToInt(split -> barOn(split.exDate()))
                .toArray();
        dividendBars = terms.actions().dividends().stream()
                .mapToInt(dividend -> barOn(dividend.exDate()))
                .toArray();
        before = first;
        begin(first);
    }

    private int barOn(LocalDate day) {
        return bars.indexAtOrAfter(
                Math.multiplyExact(day.atStartOfDay(bars.zone()).toEpochSecond(), 1_000_000_000L));
    }

    private void begin(int first) {
        long time = bars.time(first);
        if (rateTimes.length > 0 && rateTimes[0] > time) {
            throw new IllegalArgumentException("No conversion rate is known at the first bar ("
                    + AdjustedBars.date(bars, first) + "): the rates begin at "
                    + terms.currency().rates().points().getFirst().knownAt()
                    + ". Give earlier rates, or begin later with --from");
        }
        convert(time);
        while (nextFunding < fundingTimes.length && fundingTimes[nextFunding] <= time) {
            nextFunding++;
        }
        nextSplit = firstAfter(splitBars, first);
        nextDividend = firstAfter(dividendBars, first);
    }

    private static int firstAfter(int[] actionBars, int bar) {
        int next = 0;
        while (next < actionBars.length && actionBars[next] <= bar) {
            next++;
        }
        return next;
    }

    /// A bar is about to open: what was held pays for the time since the bar before.
    public void carries(int bar) {
        if (bar > before) {
            carry(before, bar);
            before = bar;
        }
    }

    /// A bar is about to open and everything held has paid: rates, dividends, splits.
    public void acts(int bar) {
        convert(bars.time(bar));
        while (nextDividend < dividendBars.length && dividendBars[nextDividend] <= bar) {
            CorporateActions.Dividend paid = terms.actions().dividends().get(nextDividend++);
            ledger.dividend(instrument, holding.scales().priceUnits(paid.perUnit()));
        }
        while (nextSplit < splitBars.length && splitBars[nextSplit] <= bar) {
            split(terms.actions().splits().get(nextSplit++), bar);
        }
    }

    /// A bar has closed; its close is not marked yet.
    public void closes(int bar) {
        if (rateTimes.length > 0) {
            convert(bars.knownAt(bar));
        }
    }

    /// The latest rate known at a time.
    private void convert(long time) {
        double rate = terms.currency().rate();
        if (rateTimes.length > 0) {
            while (nextRate < rateTimes.length && rateTimes[nextRate] <= time) {
                nextRate++;
            }
            rate = rates[nextRate - 1];
        }
        long units = FixedPoint.fromDouble(rate, RATE_SCALE);
        if (units != holding.rate()) {
            ledger.convert(instrument, units);
        }
    }

    private void split(CorporateActions.Split split, int bar) {
        ledger.split(
                instrument,
                split.numerator(),
                split.denominator(),
                lot,
                holding.scales().priceUnits(bars.open(bar)));
        listener.split(split.numerator(), split.denominator(), lot);
    }

    private void carry(int from, int to) {
        double worth = Scales.moneyOf(holding.worth());
        double years = days(from, to) / DAYS_PER_YEAR;
        if (worth < 0) {
            charge(Account.BORROW, -worth * terms.carry().borrowRate() * years);
        }
        charge(Account.FUNDING, worth * funding(bars.time(from), bars.time(to)));
    }

    private void charge(Account kind, double amount) {
        if (amount != 0) {
            ledger.pay(instrument, kind, Scales.moneyUnits(amount));
        }
    }

    /// The sum of the funding rates that fell due after `from` and not after `to`.
    private double funding(long from, long to) {
        double fixed = terms.carry().fundingRate();
        if (fixed != 0) {
            return fixed * (Math.floorDiv(to, FUNDING_NANOS) - Math.floorDiv(from, FUNDING_NANOS));
        }
        double sum = 0;
        while (nextFunding < fundingTimes.length && fundingTimes[nextFunding] <= to) {
            sum += fundingRates[nextFunding++];
        }
        return sum;
    }

    /// Calendar days between two bars; for intraday bars with fractions.
    private double days(int from, int to) {
        if (bars.timeframe().intraday()) {
            return (bars.time(to) - bars.time(from)) / NANOS_PER_DAY;
        }
        return AdjustedBars.date(bars, to).toEpochDay()
                - AdjustedBars.date(bars, from).toEpochDay();
    }

    /// The events of an instrument under these terms; null where nothing can happen.
    public static @Nullable AccountEvents of(
            CostTerms terms,
            Ledger ledger,
            int instrument,
            Bars bars,
            int first,
            boolean wholeUnits,
            SplitListener listener) {
        return terms.eventful()
                ? new AccountEvents(terms, ledger, instrument, bars, first, wholeUnits, listener)
                : null;
    }
}
