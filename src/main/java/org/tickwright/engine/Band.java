package org.tickwright.engine;

/// How far a result can be from the truth because bars do not tell what happened inside them.
///
/// `lowest` and `highest` are runs of the same strategy with bars resolved otherwise; each is a sequence of
/// fills that the prices allow, so the band is never wider than what the data leave open. `complete` says
/// that every possible resolution was run, so that the truth cannot lie outside; otherwise `runs` of them
/// were: the worst and best choice at each bar, those choices bettered one by one, and `randoms` by chance,
/// whose results lie between `lowestRandom` and `highestRandom`. Returns are fractions of the capital.
public record Band(
        End lowest, End highest, int runs, boolean complete, int randoms, double lowestRandom, double highestRandom) {

    /// One end: what the run came to, and its equity at each close of the tested range.
    public record End(double totalReturn, double finalEquity, double maxDrawdown, int trades, double[] equity) {}

    /// The width in total return.
    public double width() {
        return highest.totalReturn - lowest.totalReturn;
    }

    /// What a reader has to know, in a sentence.
    public String inWords() {
        String span =
                "Read from worst to best, the bars that do not tell what happened inside them make the total return "
                        + percent(lowest.totalReturn) + " to " + percent(highest.totalReturn);
        return span
                + (complete
                        ? "; every possible reading was run (" + runs + "), so what these fill rules allow is inside."
                        : "; " + runs + " readings were run, the worst and the best found among them.");
    }

    private static String percent(double value) {
        return String.format(java.util.Locale.ROOT, "%.2f%%", 100 * value).replace('-', '−');
    }
}
