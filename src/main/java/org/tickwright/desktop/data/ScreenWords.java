package org.tickwright.desktop.data;

import java.util.List;
import java.util.regex.Pattern;

/// Says what a reader of files says in the words of the screen: where it names an option of the command line, the field
/// of the form is named instead.
final class ScreenWords {
    private static final List<Said> SAID = List.of(
            new Said(": columns open=[^()]*=\\S+ \\(the columns are", " below (they are"),
            new Said(
                    "Name the column to import as closes, such as columns close=",
                    "Choose the one to import as Close, such as "),
            new Said(
                    "Name the column with the dates as well \\(columns [^)]*\\)",
                    "Choose the column of dates under Date as well"),
            new Said("Say which one it is \\(columns time=NAME\\)", "Choose it under Time"),
            new Said("say which is which \\(columns [^)]*\\)", "choose the others under Columns"),
            new Said("State the order of dates \\(dateOrder DMY or MDY\\)", "Choose DMY or MDY under Dates"),
            new Said("State the order of dates: dateOrder DMY", "Choose the order under Dates: DMY"),
            new Said("state --timeframe if", "choose it under Timeframe if"),
            new Said("State a timeframe", "Choose a timeframe"),
            new Said("\\(data instrument SYMBOL --calendar ID\\)", "under Instrument"),
            new Said(" \\(--accept [A-Z_,]+\\)", ""));

    /// Words of the command line and those of the screen.
    private record Said(Pattern there, String here) {
        Said(String there, String here) {
            this(Pattern.compile(there), here);
        }
    }

    private ScreenWords() {}

    /// The same in the words of the screen.
    static String of(String text) {
        String words = text;
        for (Said said : SAID) {
            words = said.there().matcher(words).replaceAll(said.here());
        }
        return words;
    }
}
