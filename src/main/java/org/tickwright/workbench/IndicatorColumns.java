package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.indicator.ExpressionColumns;
import org.tickwright.indicator.ExpressionException;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.indicator.IndicatorExpression;
import org.tickwright.indicator.InputColumns;
import org.tickwright.market.Frame;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.text.BarFileReader;

/// Indicator expressions over a series or a file, as columns or as a CSV file.
///
/// Expressions may read the further columns of a file by their headers. Nothing is stored.
public final class IndicatorColumns {
    private final IndicatorCatalogue catalogue;

    /// Columns of the indicators of this catalogue.
    public IndicatorColumns(IndicatorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The data of a file, with its further columns.
    public static Frame read(Path file) throws ImportException {
        return BarFileReader.parse(file, ImportOptions.forSymbol("FILE")).frame();
    }

    /// The columns of the expressions by header, in their order, one value per bar, NaN where undefined.
    /// An expression that stands twice gives its columns once.
    public Map<String, double[]> compute(List<String> expressions, Frame data) throws ExpressionException {
        List<IndicatorExpression> parsed = new ArrayList<>();
        for (String expression : expressions) {
            parsed.add(IndicatorExpression.parse(expression, catalogue));
        }
        ExpressionColumns evaluation = new ExpressionColumns(new InputColumns(data));
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (IndicatorExpression expression : parsed) {
            columns.putAll(evaluation.evaluate(expression));
        }
        return columns;
    }

    /// Writes the columns of the expressions as CSV: first `date` (daily and longer bars) or `time`
    /// (UTC), then one column per output, empty where undefined; numbers read back to the same double.
    /// The file appears whole or not at all. Returns the headers of the columns behind the first.
    public List<String> write(List<String> expressions, Frame data, Path csv) throws ExpressionException, IOException {
        Map<String, double[]> columns = compute(expressions, data);
        ColumnFile.write(data.bars(), columns, csv);
        return List.copyOf(columns.keySet());
    }
}
