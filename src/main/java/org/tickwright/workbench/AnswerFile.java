package org.tickwright.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.workbench.SqlQueries.Answer;
import org.tickwright.workbench.SqlQueries.Column;

/// The answer to a question in SQL as a file of comma-separated values, UTF-8, with a line of names; numbers read back
/// to the same ones, an empty cell is an unknown value.
public final class AnswerFile {
    private AnswerFile() {}

    /// Writes an answer in place of what the file held.
    public static void write(Answer answer, Path file) throws IOException {
        Files.writeString(file, csv(answer), StandardCharsets.UTF_8);
    }

    /// An answer as text.
    public static String csv(Answer answer) {
        StringBuilder text = new StringBuilder();
        row(text, answer.columns().stream().map(Column::name).toList());
        answer.rows().forEach(row -> row(text, row));
        return text.toString();
    }

    private static void row(StringBuilder text, List<? extends @Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            String cell = value == null ? "" : value.toString();
            boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            text.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append('\n');
    }
}
