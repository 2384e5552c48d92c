package org.tickwright.indicator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.indicator.IndicatorExpression.Call;
import org.tickwright.indicator.IndicatorExpression.Column;
import org.tickwright.indicator.IndicatorExpression.Term;

/// Evaluates expressions over the columns of one series. What several expressions share is computed once.
public final class ExpressionColumns {
    private final InputColumns inputs;
    private final int rows;
    private final Map<String, double[][]> computed = new HashMap<>();

    /// Evaluation over the rows that the columns have now.
    public ExpressionColumns(InputColumns inputs) {
        this.inputs = inputs;
        rows = inputs.size();
    }

    /// The columns of an expression by header, one value per row, NaN where undefined.
    public Map<String, double[]> evaluate(IndicatorExpression expression) throws ExpressionException {
        double[][] columns = outputs(expression.term(), expression.text());
        List<String> headers = expression.headers();
        Map<String, double[]> result = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            result.put(headers.get(i), columns[i]);
        }
        return result;
    }

    private double[][] outputs(Term term, String text) throws ExpressionException {
        return switch (term) {
            case Column column -> new double[][] {column(column, text)};
            case Call call -> {
                double[][] all = call(call, text);
                Integer output = call.output();
                yield output == null ? all : new double[][] {all[output]};
            }
        };
    }

    private double[][] call(Call call, String text) throws ExpressionException {
        String key = call.allOutputs();
        double[][] known = computed.get(key);
        if (known == null) {
            double[][] columns = new double[call.inputs().size()][];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = outputs(call.inputs().get(i), text)[0];
            }
            known = IndicatorColumn.compute(call.definition(), call.arguments(), columns, rows);
            computed.put(key, known);
        }
        return known;
    }

    private double[] column(Column column, String text) throws ExpressionException {
        double[] values = inputs.column(column.name())
                .orElseThrow(() -> new ExpressionException(text, column.position(), unknown(column.name())));
        return values.length == rows ? values : Arrays.copyOf(values, rows);
    }

    private String unknown(String name) {
        String columns = "The data has no column '" + name + "'; its columns are " + String.join(", ", inputs.names());
        return columns + ". An indicator is written with brackets, like SMA(close)";
    }
}
