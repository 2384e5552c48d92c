package org.tickwright.market.text;

import java.util.List;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.audit.AuditLog;

/// Finds whether point or comma is the decimal mark. `1,234` alone could be both; then the file is refused.
final class DecimalFinder {
    private final String file;
    private final ImportOptions options;
    private boolean comma;
    private boolean point;
    private boolean open;
    private boolean plainPoint;

    DecimalFinder(String file, ImportOptions options) {
        this.file = file;
        this.options = options;
    }

    /// The parser for the numbers of these columns.
    NumberParser find(Columns columns, List<List<String>> sample, AuditLog log) throws ImportException {
        switch (options.format().toLowerCase(java.util.Locale.ROOT)) {
            case "decimal-comma" -> {
                return parser(true);
            }
            case "decimal-point" -> {
                return parser(false);
            }
            case "auto", "csv" -> {}
            default ->
                throw new ImportException(
                        "Format must be auto, csv, decimal-point or decimal-comma, was '" + options.format() + "'.");
        }
        for (List<String> row : sample) {
            for (int column : new int[] {columns.open(), columns.high(), columns.low(), columns.close()}) {
                if (column >= 0 && column < row.size()) {
                    look(row.get(column));
                }
            }
        }
        if (open && !comma && !point && !plainPoint) {
            log.fatal(
                    "AMBIGUOUS_NUMBER",
                    0,
                    "Prices such as 1,234 in " + file + " could mean 1.234 or 1234, and no row shows which",
                    "State the format decimal-comma or decimal-point");
        }
        return parser(comma && !point);
    }

    private static NumberParser parser(boolean comma) {
        return comma ? new NumberParser((byte) ',', (byte) '.') : new NumberParser((byte) '.', (byte) ',');
    }

    private void look(String text) {
        int lastComma = text.lastIndexOf(',');
        int lastPoint = text.lastIndexOf('.');
        if (lastComma < 0) {
            boolean grouped = lastPoint >= 0 && text.indexOf('.') != lastPoint;
            comma |= grouped;
            plainPoint |= lastPoint >= 0 && !grouped;
        } else if (lastPoint >= 0) {
            comma |= lastComma > lastPoint;
            point |= lastPoint > lastComma;
        } else if (text.indexOf(',') != lastComma) {
            point = true;
        } else {
            String whole = text.substring(0, lastComma).replace("-", "").replace("+", "");
            boolean decimal = text.length() - lastComma - 1 != 3
                    || whole.length() > 3
                    || whole.startsWith("0")
                    || whole.isEmpty();
            comma |= decimal;
            open |= !decimal;
        }
    }
}
