package org.tickwright.engine;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tickwright.portfolio.Account;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.CostBook;

/// What a run paid by kind, in money of the account's currency: each kind as it was paid, negative where it
/// was received; `dividends` as they were received, negative where they were paid.
///
/// `spread`, `slippage` and `impact` lie in the prices of fills, the others were taken from the cash.
/// `conversion` are fees for changing currencies. `turnover` is the value of all fills at the prices without
/// costs. `breakEvenBps` is the cost, in basis points of the value of each fill, at which the run would have
/// made nothing: `10,000 · (net profit + commission + spread + slippage + impact + conversion) / turnover`,
/// its quantities unchanged; null where nothing was traded. `marginCalls` counts the closes at which the
/// equity was below the maintenance requirement.
public record CostSummary(
        double commission,
        double spread,
        double slippage,
        double impact,
        double borrow,
        double funding,
        double dividends,
        double interest,
        double conversion,
        double turnover,
        @Nullable Double breakEvenBps,
        int marginCalls) {

    /// Where only two sums are known.
    public static CostSummary ofSums(double commission, double slippage) {
        return new CostSummary(commission, 0, slippage, 0, 0, 0, 0, 0, 0, Double.NaN, null, 0);
    }

    /// The costs of a run by its books.
    static CostSummary of(Ledger ledger, List<CostBook> books, int marginCalls) {
        long spread = sum(books, CostBook::spread);
        long slippage = sum(books, CostBook::slippage);
        long impact = sum(books, CostBook::impact);
        long commission = -ledger.balance(Account.COMMISSION);
        long conversion = -ledger.balance(Account.CONVERSION);
        long net = Math.subtractExact(ledger.equity(), ledger.balance(Account.CAPITAL));
        long gross = net + commission + conversion + spread + slippage + impact;
        double turnover = Scales.moneyOf(sum(books, CostBook::turnover));
        return new CostSummary(
                Scales.moneyOf(commission),
                Scales.moneyOf(spread),
                Scales.moneyOf(slippage),
                Scales.moneyOf(impact),
                Scales.moneyOf(-ledger.balance(Account.BORROW)),
                Scales.moneyOf(-ledger.balance(Account.FUNDING)),
                Scales.moneyOf(ledger.balance(Account.DIVIDENDS)),
                Scales.moneyOf(-ledger.balance(Account.INTEREST)),
                Scales.moneyOf(conversion),
                turnover,
                turnover == 0 ? null : (Double) (10_000 * Scales.moneyOf(gross) / turnover),
                marginCalls);
    }

    /// The costs of a run that paid commissions and slippage alone, in units of money.
    static CostSummary ofFills(long commission, long slippage, long turnover, long net) {
        double traded = Scales.moneyOf(turnover);
        long gross = net + commission + slippage;
        return new CostSummary(
                Scales.moneyOf(commission),
                0,
                Scales.moneyOf(slippage),
                0,
                0,
                0,
                0,
                0,
                0,
                traded,
                traded == 0 ? null : (Double) (10_000 * Scales.moneyOf(gross) / traded),
                0);
    }

    private static long sum(List<CostBook> books, ToLongFunction<CostBook> part) {
        long sum = 0;
        for (CostBook book : books) {
            sum = Math.addExact(sum, part.applyAsLong(book));
        }
        return sum;
    }
}
