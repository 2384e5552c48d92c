package org.tickwright.risk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.AdjustedBars;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.RoundTrips;

/// What a size comes to when an entry is decided: from the bars of its instrument up to the signal, and from
/// the account's round trips until then. Nothing later is read.
///
/// - **Volatility target**: the part of the account is `target / σ`, where σ is the sample deviation (divisor
///   n-1) of the last n returns from close to close, times the square root of the periods of a year, as the
///   metric `annualVol` has it. Splits and dividends that the run knows are taken out of the closes.
/// - **Kelly**: the part is `multiple · f*`, at most the cap, with `f* = W - (1 - W) / R`: W is the part of
///   the round trips that won, R the mean return of those over the mean loss of the others (Kelly, *A new
///   interpretation of information rate*, 1956; Thorp, *The Kelly criterion in blackjack, sports betting and
///   the stock market*, 2006).
public final class SizeBasis {
    private static final double ROUNDING = 1e-14;

    private final Bars bars;
    private final CorporateActions actions;
    private final Ledger ledger;
    private final int periodsPerYear;

    /// Of an instrument's bars in an account.
    public SizeBasis(Bars bars, CorporateActions actions, Ledger ledger, int periodsPerYear) {
        this.bars = bars;
        this.actions = actions;
        this.ledger = ledger;
        this.periodsPerYear = periodsPerYear;
    }

    /// What a rule comes to at the close of a bar of this instrument, where an entry is decided.
    public EntrySize freeze(SizeRule rule, StopDistance stop, int bar) {
        return switch (rule.kind()) {
            case VOLATILITY -> volatility(rule, stop, bar);
            case KELLY -> kelly(rule, stop);
            default -> EntrySize.atFill(rule, stop);
        };
    }

    private EntrySize volatility(SizeRule rule, StopDistance stop, int bar) {
        int returns = Math.clamp(bar, 0, rule.sample());
        if (returns < rule.sample()) {
            return EntrySize.refused(
                    rule,
                    stop,
                    "Size " + rule + " needs the returns of " + rule.sample() + " bars up to the signal, and there "
                            + (returns == 1 ? "is 1" : "are " + returns)
                            + ". Begin with more history or look back less far.");
        }
        double yearly = deviation(closes(bar, returns)) * Math.sqrt(periodsPerYear);
        double share = rule.value() / yearly;
        if (!(yearly > 0) || !Double.isFinite(yearly) || !Double.isFinite(share)) {
            return EntrySize.refused(
                    rule,
                    stop,
                    "Size " + rule + " divides by the volatility of the last " + returns + " bars, which is "
                            + (yearly == 0 ? "0: the closes did not move." : "not defined."));
        }
        return new EntrySize(
                rule,
                stop,
                share,
                Phrase.later(() -> "volatility " + percent(yearly) + " a year over " + returns + " bars: "
                        + percent(share) + " of the account"));
    }

    /// The closes of the last bars up to one, one more than returns, as they compare with the last.
    private double[] closes(int bar, int returns) {
        int from = bar - returns;
        Bars window = bars;
        int first = from;
        if (!actions.isEmpty()) {
            window = new Bars(bars.timeframe(), bars.zone(), returns + 1);
            for (int i = from; i <= bar; i++) {
                window.append(bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
            }
            window = AdjustedBars.asOf(window, actions, AdjustedBars.date(bars, bar));
            first = 0;
        }
        double[] closes = new double[returns + 1];
        for (int i = 0; i <= returns; i++) {
            closes[i] = window.close(first + i);
        }
        return closes;
    }

    /// The sample deviation of the returns between closes, from the older to the newer; 0 where rounding
    /// alone makes them differ.
    private static double deviation(double[] closes) {
        int count = closes.length - 1;
        double sum = 0;
        double largest = 1;
        for (int i = 1; i <= count; i++) {
            double earned = closes[i] / closes[i - 1] - 1;
            sum += earned;
            largest = Math.max(largest, Math.abs(earned));
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 1; i <= count; i++) {
            double off = closes[i] / closes[i - 1] - 1 - mean;
            squares += off * off;
        }
        return Math.sqrt(squares / count) <= ROUNDING * largest ? 0 : Math.sqrt(squares / (count - 1));
    }

    private EntrySize kelly(SizeRule rule, StopDistance stop) {
        RoundTrips trips = ledger.roundTrips();
        int count = trips.count();
        if (count < rule.sample()) {
            double share = Math.min(rule.cap(), rule.start());
            return new EntrySize(
                    rule,
                    stop,
                    share,
                    Phrase.later(() -> "Kelly waits for " + rule.sample() + " trades, " + count + " so far: "
                            + percent(share) + " of the account"));
        }
        Edge edge = new Edge(count, trips.winRate(), trips.averageWin(), trips.averageLoss());
        double fraction = edge.kelly();
        if (!(fraction > 0)) {
            return EntrySize.refused(
                    rule,
                    stop,
                    "Size " + rule + ": no edge so far. " + edge.inWords() + ", so the Kelly fraction is "
                            + (Double.isInfinite(fraction) ? "" : percent(fraction) + ", ") + "not above 0.");
        }
        double share = Math.min(rule.cap(), rule.value() * fraction);
        return new EntrySize(
                rule,
                stop,
                share,
                Phrase.later(() -> edge.inWords() + ", Kelly fraction " + percent(fraction) + ": " + percent(share)
                        + " of the account"));
    }

    /// What the trips so far had to show.
    private record Edge(int trips, double rate, double win, double loss) {

        /// `W - (1 - W) / R`; where nothing was lost W, where nothing was won negative without end.
        double kelly() {
            if (rate == 0 || rate == 1) {
                return rate == 0 ? Double.NEGATIVE_INFINITY : 1;
            }
            return rate - (1 - rate) * loss / win;
        }

        String inWords() {
            String ratio =
                    rate == 0 || rate == 1 ? "" : ", a win of " + percent(win) + " for a loss of " + percent(loss);
            return "Of " + trips + " trades " + percent(rate) + " won" + ratio;
        }
    }

    /// In percent with three digits, so that small and large ones are told alike.
    private static String percent(double fraction) {
        return new BigDecimal(100 * fraction)
                        .round(new MathContext(3, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
