package org.tickwright.market.text;

import java.util.List;

/// How a file is laid out.
///
/// @param header the names of the columns, empty where there are none
/// @param first the line of the first row of data
/// @param columns which column holds what
/// @param numbers how numbers are written
/// @param times how times are written
/// @param extras further columns of numbers, counted from 0
/// @param symbol the column that names the instrument, or -1
/// @param width how many fields a row should have
/// @param sample the first rows of data
record Layout(
        byte separator,
        List<String> header,
        long first,
        Columns columns,
        NumberParser numbers,
        TimeStyle times,
        List<Integer> extras,
        int symbol,
        int width,
        List<List<String>> sample) {

    /// The separator of a table, which has none.
    static final byte NO_SEPARATOR = 0;

    /// In words, for the report.
    String describe() {
        StringBuilder text = new StringBuilder(
                switch (separator) {
                    case NO_SEPARATOR -> "table of typed columns";
                    case ',' -> "comma-separated";
                    case ';' -> "semicolon-separated";
                    case '\t' -> "tab-separated";
                    default -> "separated by " + (char) separator;
                });
        if (separator != NO_SEPARATOR) {
            text.append(numbers.decimal() == ',' ? ", decimal comma" : ", decimal point");
        }
        text.append(header.isEmpty() ? "; no header, columns found from the values: " : "; ");
        text.append("time from ").append(name(columns.time()));
        if (columns.clock() >= 0) {
            text.append(" and ").append(name(columns.clock()));
        }
        text.append(" (").append(times.description()).append(')');
        if (columns.closeOnly()) {
            text.append(", close from ").append(name(columns.close()));
        } else {
            text.append(", open, high, low, close from ")
                    .append(String.join(
                            ", ",
                            List.of(
                                    name(columns.open()),
                                    name(columns.high()),
                                    name(columns.low()),
                                    name(columns.close()))));
        }
        return text.append(columns.volume() < 0 ? ", no volume" : ", volume from " + name(columns.volume()))
                .toString();
    }

    private String name(int column) {
        String named = column < header.size() ? header.get(column) : "";
        return named.isBlank() ? "column " + (column + 1) : "'" + named + "'";
    }
}
