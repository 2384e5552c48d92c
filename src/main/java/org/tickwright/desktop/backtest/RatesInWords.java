package org.tickwright.desktop.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.RateSeries;

/// What was read from a file of rates, or of splits and dividends, in words.
final class RatesInWords {
    private RatesInWords() {}

    static String of(RateSeries rates) {
        List<RateSeries.Point> points = rates.points();
        return points.isEmpty()
                ? "no rates"
                : count(points.size(), "rate")
                        + span(
                                day(points.getFirst().knownAt()),
                                day(points.getLast().knownAt()));
    }

    static String of(CorporateActions actions) {
        String counts = count(actions.splits().size(), "split") + ", "
                + count(actions.dividends().size(), "dividend");
        List<LocalDate> days = Stream.concat(
                        actions.splits().stream().map(CorporateActions.Split::exDate),
                        actions.dividends().stream().map(CorporateActions.Dividend::exDate))
                .sorted()
                .toList();
        return days.isEmpty() ? counts : counts + span(days.getFirst(), days.getLast());
    }

    private static String span(LocalDate from, LocalDate to) {
        return from.equals(to) ? " on " + from : ", " + from + " to " + to;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
