package org.tickwright.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Under which tickers one instrument was traded, as Lean's map files tell it: the first row is the listing,
/// each further row a ticker with the last day on which it was in force.
public record TickerHistory(LocalDate listed, List<Name> names) {

    /// A ticker and its last day.
    public record Name(String ticker, LocalDate until) {}

    /// Checks that there is a name and that days rise.
    public TickerHistory {
        names = List.copyOf(names);
        LocalDate before = listed;
        for (Name name : names) {
            if (name.until().isBefore(before)) {
                throw new IllegalArgumentException(
                        "Tickers must rise in time: " + name.ticker() + " until " + name.until());
            }
            before = name.until();
        }
    }

    /// The ticker in force on a day; empty before the listing and after the last day.
    public Optional<String> tickerOn(LocalDate day) {
        if (day.isBefore(listed)) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name -> !name.until().isBefore(day))
                .map(Name::ticker)
                .findFirst();
    }
}
