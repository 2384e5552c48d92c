package org.tickwright.market.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickwright.market.ActionsInPrices;
import org.tickwright.market.AdjustedBars;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.CorporateActions.Dividend;
import org.tickwright.market.CorporateActions.Split;
import org.tickwright.market.Frame;

/// Splits and dividends that stand in columns beside bars, as Yahoo, Nasdaq Data Link and zipline write them: an amount
/// or 0 on each ex date, and a ratio, 0 or 1.
///
/// The result is as announced: where prices were adjusted for a split already, dividends before it are turned back to
/// what a unit of then was paid. A dividend that is not below the close before it, and a ratio that is no fraction of
/// whole numbers, are left out and counted: `left`.
public record ActionColumns(CorporateActions actions, int left, boolean adjusted) {
    private static final Set<String> DIVIDENDS =
            Set.of("dividends", "dividend", "ex-dividend", "ex_dividend", "exdividend", "divcash");
    private static final Set<String> SPLITS =
            Set.of("stock splits", "stock_splits", "stocksplits", "split_ratio", "splitratio", "splits", "split");
    private static final double NEAR = 1e-6;
    private static final int LARGEST = 10_000;

    /// Whether a header names such columns.
    public static boolean in(Collection<String> header) {
        return header.stream()
                .map(ActionColumns::plain)
                .anyMatch(name -> DIVIDENDS.contains(name) || SPLITS.contains(name));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// What the columns say; empty where there are none, or nothing happened.
    public static Optional<ActionColumns> of(Frame frame) {
        double[] dividend = column(frame, DIVIDENDS);
        double[] split = column(frame, SPLITS);
        List<Split> splits = new ArrayList<>();
        List<Dividend> dividends = new ArrayList<>();
        int left = 0;
        Bars bars = frame.bars();
        for (int i = 0; i < bars.size(); i++) {
            LocalDate day = AdjustedBars.date(bars, i);
            if (i < split.length && split[i] > 0 && split[i] != 1) {
                left += ratio(day, split[i], splits) ? 0 : 1;
            }
            if (i < dividend.length && dividend[i] > 0) {
                boolean sound = dividend[i] < bars.close(Math.max(i - 1, 0));
                left += sound && last(dividends, day) ? 0 : 1;
                if (sound && last(dividends, day)) {
                    dividends.add(new Dividend(day, dividend[i], 0));
                }
            }
        }
        if (splits.isEmpty() && dividends.isEmpty() && left == 0) {
            return Optional.empty();
        }
        ActionsInPrices beside = ActionsInPrices.of(bars, new CorporateActions(splits, dividends));
        return Optional.of(new ActionColumns(
                beside.asAnnounced(), left, !beside.adjustedFor().isEmpty()));
    }

    /// Whether there is none of that day yet; days do not fall.
    private static boolean last(List<Dividend> dividends, LocalDate day) {
        return dividends.isEmpty() || !dividends.getLast().exDate().equals(day);
    }

    private static boolean ratio(LocalDate day, double ratio, List<Split> splits) {
        boolean twice = !splits.isEmpty() && splits.getLast().exDate().equals(day);
        for (long denominator = 1; !twice && denominator <= LARGEST; denominator++) {
            long numerator = Math.round(ratio * denominator);
            if (numerator > 0 && Math.abs((double) numerator / denominator - ratio) <= NEAR * ratio) {
                splits.add(new Split(day, numerator, denominator));
                return true;
            }
        }
        return false;
    }

    private static double[] column(Frame frame, Set<String> names) {
        return frame.headers().stream()
                .filter(header -> names.contains(plain(header)))
                .findFirst()
                .flatMap(frame::column)
                .orElseGet(() -> new double[0]);
    }
}
