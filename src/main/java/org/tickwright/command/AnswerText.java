package org.tickwright.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.workbench.SqlQueries.Answer;
import org.tickwright.workbench.SqlQueries.Column;

/// The answer to a question in SQL as a table and as JSON.
final class AnswerText {
    private static final int WIDEST = 40;

    private AnswerText() {}

    static List<String> table(Answer answer) {
        int columns = answer.columns().size();
        int[] widths = new int[columns];
        List<List<String>> rows = new ArrayList<>();
        rows.add(answer.columns().stream().map(Column::name).toList());
        answer.rows().forEach(row -> rows.add(row.stream().map(AnswerText::cell).toList()));
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.min(WIDEST, Math.max(widths[i], row.get(i).length()));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String text = row.get(i);
                String blank = " ".repeat(Math.max(0, widths[i] - text.length()));
                boolean right = answer.columns().get(i).numeric();
                line.append(right ? blank + text : text + blank).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static Map<String, Object> document(Answer answer) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("columns", answer.columns().stream().map(Column::name).toList());
        document.put("rows", answer.rows());
        document.put("more", answer.more());
        return document;
    }
}
