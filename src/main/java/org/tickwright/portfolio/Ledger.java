package org.tickwright.portfolio;

import java.util.List;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Fill;

/// The books of one account in one currency: shared cash, a [Holding] per instrument, double entry, fixed
/// point, exact.
///
/// Every entry takes from one account what it gives to another, so assets equal what they are financed by
/// after every event, to the last unit; [#imbalance()] is always 0. Money has eight decimals, prices and
/// quantities the [Scales] of their instrument. An instrument in another currency is settled at the rate
/// known at the fill (see [#convert]); no balance is kept in any other currency. Calls without an instrument
/// mean the first one. One thread; allocates nothing after its making.
public final class Ledger {

    /// Sees every entry: the audit trail.
    @FunctionalInterface
    public interface EntryLog {
        /// Keeps nothing.
        EntryLog NONE = (debit, credit, amount) -> {};

        /// `amount` units of money moved from `credit` to `debit`; never negative, never zero.
        void entry(Account debit, Account credit, long amount);
    }

    private static final Account[] ACCOUNTS = Account.values();

    private final Holding[] holdings;
    private final Holding first;
    private final EntryLog log;
    private final RoundTrips trips = new RoundTrips();
    /// Debits less credits of each account.
    private final long[] balances = new long[ACCOUNTS.length];

    /// Books for one instrument with `capital` units of money in cash.
    public Ledger(Scales scales, long capital, EntryLog log) {
        this(List.of(scales), capital, log);
    }

    /// Books for several instruments, at least one, in this order.
    public Ledger(List<Scales> instruments, long capital, EntryLog log) {
        if (instruments.isEmpty()) {
            throw new IllegalArgumentException("A ledger needs at least one instrument");
        }
        holdings = new Holding[instruments.size()];
        for (int i = 0; i < holdings.length; i++) {
            holdings[i] = new Holding(i, instruments.get(i));
        }
        first = holdings[0];
        this.log = log;
        post(Account.CASH, Account.CAPITAL, capital);
    }

    /// How many instruments there are.
    public int instruments() {
        return holdings.length;
    }

    /// What is held of an instrument.
    public Holding holding(int instrument) {
        return holdings[instrument];
    }

    /// Books a fill of the first instrument.
    public void book(Fill fill) {
        book(first, fill);
    }

    /// Books a fill: the position at cost, the profit of what it closes, the commission. The position is
    /// then worth what the fill's price says. A fill that would turn the position from long to short in one
    /// go is an [IllegalArgumentException]: close first, then open.
    public void book(int instrument, Fill fill) {
        book(holdings[instrument], fill);
    }

    private void book(Holding holding, Fill fill) {
        long signed = fill.action().side().sign() * fill.quantity();
        long quantity = holding.quantity;
        if (quantity == 0 || (quantity > 0) == (signed > 0)) {
            open(holding, signed, fill.price());
        } else if (Math.abs(signed) <= Math.abs(quantity)) {
            close(holding, signed, fill.price());
        } else {
            throw new IllegalArgumentException("A fill of " + signed + " would turn a position of " + quantity);
        }
        move(Account.COMMISSION, Account.CASH, fill.commission());
        holding.commission = Math.addExact(holding.commission, fill.commission());
        mark(holding, fill.price());
    }

    private void open(Holding holding, long signed, long price) {
        long own = holding.scales().value(signed, price);
        long value = holding.converted(own);
        if (holding.quantity == 0) {
            count(holding);
            holding.entryPrice = price;
            holding.realised = 0;
            holding.carried = 0;
        }
        move(Account.POSITION, Account.CASH, value);
        long before = holding.quantity;
        holding.quantity = Math.addExact(before, signed);
        holding.cost = Math.addExact(holding.cost, value);
        holding.used = Math.max(holding.used, Math.abs(holding.cost));
        holding.ownCost = Math.addExact(holding.ownCost, own);
        if (before != 0) {
            holding.entryPrice = averagePrice(holding);
        }
    }

    /// Counts a round trip that is over. Costs of its last fill are paid after it is booked, so it is counted when
    /// somebody asks or the next one begins.
    private void count(Holding holding) {
        if (holding.quantity == 0 && holding.used > 0) {
            long earned = Math.addExact(holding.realised, holding.carried);
            trips.add(Math.subtractExact(earned, holding.commission), holding.used);
            holding.used = 0;
            holding.commission = 0;
        }
    }

    /// The round trips that are over by now, of all instruments.
    public RoundTrips roundTrips() {
        for (Holding holding : holdings) {
            count(holding);
        }
        return trips;
    }

    private void close(Holding holding, long signed, long price) {
        long cost = holding.cost;
        long proceeds = Math.negateExact(holding.value(signed, price));
        boolean whole = signed == -holding.quantity;
        long released = whole ? cost : share(cost, signed, holding.quantity);
        long ownReleased = whole ? holding.ownCost : share(holding.ownCost, signed, holding.quantity);
        // For a short position cost and share are negative: buying back gives the proceeds up again.
        move(Account.CASH, Account.POSITION, released);
        long profit = Math.subtractExact(proceeds, released);
        move(Account.CASH, Account.REALISED, profit);
        holding.realised = Math.addExact(holding.realised, profit);
        holding.cost = Math.subtractExact(cost, released);
        holding.ownCost = Math.subtractExact(holding.ownCost, ownReleased);
        holding.quantity = Math.addExact(holding.quantity, signed);
    }

    private static long share(long cost, long part, long whole) {
        return FixedPoint.multiplyDivide(cost, Math.abs(part), Math.abs(whole));
    }

    private static long averagePrice(Holding holding) {
        return FixedPoint.multiplyDivide(holding.ownCost, FixedPoint.pow10(10), holding.quantity);
    }

    /// Values the first instrument's position at a price.
    public void mark(long price) {
        mark(first, price);
    }

    /// Values an instrument's position at a price.
    public void mark(int instrument, long price) {
        mark(holdings[instrument], price);
    }

    private void mark(Holding holding, long price) {
        holding.markPrice = price;
        long above = Math.subtractExact(holding.worthAt(price), holding.cost);
        move(Account.REVALUATION, Account.UNREALISED, Math.subtractExact(above, holding.revaluation));
        holding.revaluation = above;
    }

    /// Says how many units of the account's currency one unit of the instrument's is from now on, ten
    /// decimals, and values the position anew. What was settled before stays as it was.
    public void convert(int instrument, long rate) {
        if (rate <= 0) {
            throw new IllegalArgumentException("A conversion rate must be above 0, was " + FixedPoint.format(rate, 10));
        }
        Holding holding = holdings[instrument];
        holding.rate = rate;
        mark(holding, holding.markPrice);
    }

    /// Takes an amount of the account's currency from the cash as a cost of that kind; a negative amount is
    /// received. Kinds are those of [Account#carry].
    public void pay(Account kind, long amount) {
        if (!kind.carry()) {
            throw new IllegalArgumentException(kind + " is not a kind of cost that is paid by itself");
        }
        move(kind, Account.CASH, amount);
    }

    /// Like [#pay(Account, long)] for a cost that an instrument's position caused.
    public void pay(int instrument, Account kind, long amount) {
        pay(kind, amount);
        Holding holding = holdings[instrument];
        holding.carried = Math.subtractExact(holding.carried, amount);
    }

    /// Pays a dividend of `perUnit`, a price in the instrument's currency, on what is held: a long position
    /// receives it, a short one pays it. Returns what was received, in units of money.
    public long dividend(int instrument, long perUnit) {
        Holding holding = holdings[instrument];
        long received = holding.worthAt(perUnit);
        pay(instrument, Account.DIVIDENDS, Math.negateExact(received));
        return received;
    }

    /// Splits an instrument: `numerator` units for every `denominator`. The position keeps its cost; what is
    /// not a multiple of `lot` is paid out at `price`, the price after the split; less than one lot stays as it
    /// is, so that a split closes no position. Returns the quantity that
    /// was paid out, signed as the position was.
    public long split(int instrument, long numerator, long denominator, long lot, long price) {
        if (numerator <= 0 || denominator <= 0 || lot <= 0) {
            throw new IllegalArgumentException(
                    "A split must be of positive numbers, was " + numerator + " for " + denominator);
        }
        Holding holding = holdings[instrument];
        if (holding.quantity == 0) {
            return 0;
        }
        long split = FixedPoint.multiplyDivide(holding.quantity, numerator, denominator);
        if (split == 0) {
            throw new IllegalArgumentException("A split of " + numerator + " for " + denominator
                    + " leaves nothing of a position of " + holding.quantity + " units of its last decimal");
        }
        long fraction = Math.abs(split) < lot ? 0 : split % lot;
        holding.entryPrice = FixedPoint.multiplyDivide(holding.entryPrice, denominator, numerator);
        holding.quantity = split;
        if (fraction != 0) {
            close(holding, -fraction, price);
        }
        mark(holding, price);
        return fraction;
    }

    private void move(Account to, Account from, long amount) {
        if (amount > 0) {
            post(to, from, amount);
        } else if (amount < 0) {
            post(from, to, Math.negateExact(amount));
        }
    }

    private void post(Account debit, Account credit, long amount) {
        balances[debit.slot()] = Math.addExact(balances[debit.slot()], amount);
        balances[credit.slot()] = Math.subtractExact(balances[credit.slot()], amount);
        log.entry(debit, credit, amount);
    }

    /// The decimals of the first instrument.
    public Scales scales() {
        return first.scales();
    }

    /// What an account holds, in units of money. Assets are positive as debits, the others as credits;
    /// costs come out negative.
    public long balance(Account account) {
        long debits = balances[account.slot()];
        return account.asset() ? debits : -debits;
    }

    /// Cash, in units of money.
    public long cash() {
        return balances[Account.CASH.slot()];
    }

    /// The first instrument's position in units of quantity: positive long, negative short.
    public long quantity() {
        return first.quantity;
    }

    /// True while nothing at all is held.
    public boolean flat() {
        for (Holding holding : holdings) {
            if (holding.quantity != 0) {
                return false;
            }
        }
        return true;
    }

    /// The first instrument's [Holding#entryPrice()].
    public long entryPrice() {
        return first.entryPrice;
    }

    /// The first instrument's [Holding#cost()].
    public long cost() {
        return first.cost;
    }

    /// The first instrument's [Holding#carriedSinceFlat()].
    public long carriedSinceFlat() {
        return first.carried;
    }

    /// The first instrument's [Holding#realisedSinceFlat()].
    public long realisedSinceFlat() {
        return first.realised;
    }

    /// Cash and the positions, the first at a price, the others as last marked: what [#equity()] gives after
    /// [#mark] at that price.
    public long equityAt(long price) {
        return equityAt(first, price);
    }

    /// Cash and the positions, this instrument's at a price, the others as last marked.
    public long equityAt(int instrument, long price) {
        return equityAt(holdings[instrument], price);
    }

    private long equityAt(Holding marked, long price) {
        long equity = marked.quantity == 0 ? cash() : Math.addExact(cash(), marked.worthAt(price));
        if (holdings.length > 1) {
            for (Holding holding : holdings) {
                equity = holding == marked ? equity : Math.addExact(equity, holding.worth());
            }
        }
        return equity;
    }

    /// What all positions are worth as last marked, long and short alike: the sum of their sizes.
    public long exposure() {
        long sum = 0;
        for (Holding holding : holdings) {
            sum = Math.addExact(sum, Math.abs(holding.worth()));
        }
        return sum;
    }

    /// Assets as last marked.
    public long equity() {
        return sum(true);
    }

    /// Assets less what they are financed by: always 0.
    public long imbalance() {
        return Math.subtractExact(sum(true), sum(false));
    }

    private long sum(boolean assets) {
        long sum = 0;
        for (Account account : ACCOUNTS) {
            if (account.asset() == assets) {
                sum = Math.addExact(sum, balance(account));
            }
        }
        return sum;
    }
}
