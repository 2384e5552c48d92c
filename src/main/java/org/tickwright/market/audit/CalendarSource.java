package org.tickwright.market.audit;

/// Who says by which calendar a series is judged.
public enum CalendarSource {
    /// A person chose it for the instrument.
    PERSON("chosen"),
    /// The program knows the instrument.
    PROGRAM("known of the instrument"),
    /// The bars fit it.
    BARS("which the bars fit"),
    /// There is none; gaps are told by the series' own habit.
    NONE("no calendar; the audit goes by the series' own habit");

    private final String words;

    CalendarSource(String words) {
        this.words = words;
    }

    /// What it says, behind the name of the calendar.
    public String inWords() {
        return words;
    }
}
