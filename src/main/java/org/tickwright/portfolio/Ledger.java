package org.tickwright.portfolio;

import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Fill;

/// The books of one account that trades one instrument: double entry, fixed point, exact.
///
/// Every entry takes from one account what it gives to another, so assets equal what they are financed by
/// after every event, to the last unit; [#imbalance()] is always 0. Money has eight decimals, prices and
/// quantities the [Scales] given. One thread; allocates nothing after its making.
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

    private final Scales scales;
    private final EntryLog log;
    /// Debits less credits of each account.
    private final long[] balances = new long[ACCOUNTS.length];

    private long quantity;
    private long entryPrice;
    private long realised;

    /// Books with `capital` units of money in cash.
    public Ledger(Scales scales, long capital, EntryLog log) {
        this.scales = scales;
        this.log = log;
        post(Account.CASH, Account.CAPITAL, capital);
    }

    /// Books a fill: the position at cost, the profit of what it closes, the commission. The position is
    /// then worth what the fill's price says. A fill that would turn the position from long to short in one
    /// go is an [IllegalArgumentException]: close first, then open.
    public void book(Fill fill) {
        long signed = fill.action().side().sign() * fill.quantity();
        long value = scales.value(fill.quantity(), fill.price());
        if (quantity == 0 || (quantity > 0) == (signed > 0)) {
            open(signed, value, fill.price());
        } else if (Math.abs(signed) <= Math.abs(quantity)) {
            close(signed, value);
        } else {
            throw new IllegalArgumentException("A fill of " + signed + " would turn a position of " + quantity);
        }
        move(Account.COMMISSION, Account.CASH, fill.commission());
        mark(fill.price());
    }

    private void open(long signed, long value, long price) {
        if (quantity == 0) {
            entryPrice = price;
            realised = 0;
        }
        move(Account.POSITION, Account.CASH, signed > 0 ? value : -value);
        long before = quantity;
        quantity = Math.addExact(quantity, signed);
        if (before != 0) {
            entryPrice = averagePrice();
        }
    }

    private void close(long signed, long value) {
        long cost = balances[Account.POSITION.slot()];
        long released =
                signed == -quantity ? cost : FixedPoint.multiplyDivide(cost, Math.abs(signed), Math.abs(quantity));
        // For a short position cost and share are negative: buying back gives the proceeds up again.
        move(Account.CASH, Account.POSITION, released);
        long profit = Math.subtractExact(signed < 0 ? value : -value, released);
        move(Account.CASH, Account.REALISED, profit);
        realised = Math.addExact(realised, profit);
        quantity = Math.addExact(quantity, signed);
    }

    private long averagePrice() {
        return FixedPoint.multiplyDivide(balances[Account.POSITION.slot()], FixedPoint.pow10(10), quantity);
    }

    /// Values the open position at a price.
    public void mark(long price) {
        long worth = quantity == 0 ? 0 : scales.value(quantity, price);
        long above = Math.subtractExact(worth, balances[Account.POSITION.slot()]);
        move(Account.REVALUATION, Account.UNREALISED, Math.subtractExact(above, balances[Account.REVALUATION.slot()]));
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

    /// The decimals in use.
    public Scales scales() {
        return scales;
    }

    /// What an account holds, in units of money. Assets are positive as debits, the others as credits;
    /// commissions come out negative.
    public long balance(Account account) {
        long debits = balances[account.slot()];
        return account.asset() ? debits : -debits;
    }

    /// Cash, in units of money.
    public long cash() {
        return balances[Account.CASH.slot()];
    }

    /// The position in units of quantity: positive long, negative short.
    public long quantity() {
        return quantity;
    }

    /// Price of the entry, averaged over its fills; 0 while flat and never held.
    public long entryPrice() {
        return entryPrice;
    }

    /// What the open position cost, in units of money; negative for a short one.
    public long cost() {
        return balances[Account.POSITION.slot()];
    }

    /// Profit, before commissions, of what was closed since the position was last flat.
    public long realisedSinceFlat() {
        return realised;
    }

    /// Cash and the position at a price: what [#equity()] gives after [#mark] at that price.
    public long equityAt(long price) {
        return quantity == 0 ? cash() : Math.addExact(cash(), scales.value(quantity, price));
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
