package org.tickwright.execution;

/// Decides what a bar cannot tell: which of several things that its four prices allow has happened.
///
/// Every resolution that the prices allow can be reached by some sequence of choices, so that the truth is
/// among them. A policy is deterministic: the same questions in the same order get the same answers.
public interface IntrabarPolicy {
    /// What is worst for the account by the bar's close; a touched limit does not fill. Of two that are
    /// equally bad the first.
    IntrabarPolicy PESSIMISTIC = (bar, question, gains) -> least(gains);

    /// What is best for the account by the bar's close; a touched limit fills. Of two that are equally good
    /// the last.
    IntrabarPolicy OPTIMISTIC = (bar, question, gains) -> most(gains);

    /// Chooses one of the options. `question` counts the questions of a bar from 0. `gains` has one entry per
    /// option: what it brings until the bar's close, as a price difference times the quantity as far as it
    /// is known; stops come first, then nothing happening, then limits.
    int choose(int bar, int question, double[] gains);

    /// Every option equally likely, by chance that depends on the seed, the bar and the question alone.
    static IntrabarPolicy seeded(long seed) {
        return (bar, question, gains) -> (int) Long.remainderUnsigned(mixed(seed, bar, question), gains.length);
    }

    private static int least(double[] gains) {
        int best = 0;
        for (int i = 1; i < gains.length; i++) {
            best = gains[i] < gains[best] ? i : best;
        }
        return best;
    }

    private static int most(double[] gains) {
        int best = 0;
        for (int i = 1; i < gains.length; i++) {
            best = gains[i] >= gains[best] ? i : best;
        }
        return best;
    }

    /// The finalizer of SplitMix64 over all three.
    private static long mixed(long seed, int bar, int question) {
        long z = seed + 0x9e3779b97f4a7c15L * ((long) bar << 16 | (question & 0xffff));
        for (int round = 0; round < 2; round++) {
            z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
            z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
            z ^= z >>> 31;
        }
        return z;
    }
}
