package org.tickwright.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tickwright.market.Bars;

/// At which bars history is cut: all of a short series; of a long one seeded bars from every part of it, and those
/// at which something that looks ahead would look: before large moves, at the ends of days, months and years, at
/// the borders of blocks.
final class CutPlan {
    /// So many bars or fewer are all cut at.
    static final int ALL = 500;
    private static final int OF_A_KIND = 4;
    private static final long NANOS = 1_000_000_000L;

    private CutPlan() {}

    /// The bars to cut at, in order; each has at least one bar behind it. At least `seeded` of them.
    static int[] of(Bars bars, int seeded, SplittableRandom random) {
        int end = bars.size() - 1;
        if (bars.size() <= ALL) {
            return IntStream.range(0, Math.max(end, 0)).toArray();
        }
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, 1, end - 1, end / 2));
        for (int part = 0; part < seeded; part++) {
            int from = (int) ((long) end * part / seeded);
            int to = (int) ((long) end * (part + 1) / seeded);
            cuts.add(random.nextInt(from, Math.max(to, from + 1)));
        }
        for (int border = 4096; border < end; border += 4096 * Math.max(1, end / 4096 / OF_A_KIND)) {
            cuts.add(border - 1);
            cuts.add(border);
        }
        moves(bars, end, cuts);
        calendar(bars, end, cuts, random);
        while (cuts.size() < seeded) {
            cuts.add(random.nextInt(end));
        }
        return cuts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void moves(Bars bars, int end, Set<Integer> cuts) {
        double[] close = bars.column(Bars.Field.CLOSE);
        double[] volume = bars.column(Bars.Field.VOLUME);
        Comparator<Integer> byMove =
                Comparator.comparingDouble(bar -> -Math.abs((close[bar + 1] - close[bar]) / close[bar]));
        Comparator<Integer> byVolume = Comparator.comparingDouble(bar -> -volume[bar + 1]);
        IntStream.range(0, end).boxed().sorted(byMove).limit(OF_A_KIND).forEach(cuts::add);
        IntStream.range(0, end).boxed().sorted(byVolume).limit(OF_A_KIND).forEach(cuts::add);
    }

    private static void calendar(Bars bars, int end, Set<Integer> cuts, SplittableRandom random) {
        int[] days = new int[OF_A_KIND];
        int[] months = new int[OF_A_KIND];
        int[] years = new int[OF_A_KIND];
        int seen = 0;
        LocalDate day = date(bars, 0);
        for (int bar = 0; bar < end; bar++) {
            LocalDate next = date(bars, bar + 1);
            if (!next.equals(day)) {
                int slot = random.nextInt(OF_A_KIND);
                days[slot] = bar;
                if (next.getMonthValue() != day.getMonthValue()) {
                    months[slot] = bar;
                }
                if (next.getYear() != day.getYear()) {
                    years[seen++ % OF_A_KIND] = bar;
                }
                day = next;
            }
        }
        for (int[] kind : List.of(days, months, years)) {
            IntStream.of(kind).forEach(cuts::add);
        }
    }

    private static LocalDate date(Bars bars, int bar) {
        return Instant.ofEpochSecond(Math.floorDiv(bars.time(bar), NANOS))
                .atZone(bars.zone())
                .toLocalDate();
    }
}
