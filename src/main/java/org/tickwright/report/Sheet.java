package org.tickwright.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report says, as values in reading order, so that every format says the same.
public record Sheet(String title, String subtitle, @Nullable String warning, String footer, List<Section> sections) {

    /// A heading with what belongs under it.
    public record Section(String title, List<Block> blocks) {}

    /// A piece of a section.
    public sealed interface Block {}

    /// Figures side by side.
    public record FigureGrid(List<Figure> figures) implements Block {}

    /// A figure: its text, how it was come by, and whether it is good (1), bad (-1) or neither.
    public record Figure(
            String title, String value, @Nullable Double number, String note, String formula, int tone) {}

    /// A chart.
    public record Chart(Drawing drawing) implements Block {}

    /// Sentences a reader must not miss.
    public record Notes(List<Note> notes) implements Block {}

    /// A sentence, loud or calm.
    public record Note(boolean loud, String text) {}

    /// Text with line breaks.
    public record Prose(String text) implements Block {}

    /// A file quoted as it is; formats on paper leave it out.
    public record Quote(String title, String text) implements Block {}

    /// Rows under headings that are repeated on each page. `remarks` is empty or has a line for each row, which stands
    /// below it over the whole width.
    public record Table(List<Column> columns, List<List<Cell>> rows, List<String> remarks, String caption)
            implements Block {
        /// A table without remarks.
        static Table plain(List<Column> columns, List<List<Cell>> rows, String caption) {
            return new Table(columns, rows, List.of(), caption);
        }
    }

    /// A column; `weight` is its share of the width.
    public record Column(String title, boolean numeric, double weight) {}

    /// A cell; `number` is the value behind the text where there is one; `tone` as in [Figure].
    public record Cell(String text, @Nullable Double number, int tone) {
        static Cell text(String text) {
            return new Cell(text, null, 0);
        }

        static Cell number(String text, @Nullable Double number) {
            return new Cell(text, number, 0);
        }

        static Cell gain(String text, double number) {
            return new Cell(text, number, (int) Math.signum(number));
        }
    }
}
