package org.tickwright.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a [Sheet] as one HTML file that needs nothing else: style, typeface and charts are inside, there is no
/// script.
final class HtmlReport {
    private final StringBuilder out = new StringBuilder(1 << 18);

    private HtmlReport() {}

    static byte[] render(Sheet sheet) {
        HtmlReport report = new HtmlReport();
        report.document(sheet);
        return report.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void document(Sheet sheet) {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("style-src 'unsafe-inline'; font-src data:\">\n");
        out.append("<title>")
                .append(Markup.escape(sheet.title() + " · " + sheet.subtitle()))
                .append("</title>\n");
        out.append("<style>\n");
        font(Typeface.REGULAR, 400);
        font(Typeface.MEDIUM, 500);
        out.append(new String(Typeface.resource("/assets/styles/report.css"), StandardCharsets.UTF_8));
        out.append("</style>\n</head>\n<body>\n<main>\n");
        head(sheet);
        for (Sheet.Section section : sheet.sections()) {
            section(section);
        }
        out.append("<footer>").append(Markup.escape(sheet.footer())).append("</footer>\n");
        out.append("</main>\n</body>\n</html>\n");
    }

    private void font(Typeface face, int weight) {
        out.append("@font-face{font-family:Roboto;font-weight:")
                .append(weight)
                .append(";src:url(data:font/woff2;base64,")
                .append(Base64.getEncoder().encodeToString(face.woff2()))
                .append(") format(\"woff2\")}\n");
    }

    private void head(Sheet sheet) {
        out.append("<header>\n<p class=\"kind\">Tickwright backtest report</p>\n");
        element("h1", "", sheet.title());
        element("p", "subtitle", sheet.subtitle());
        String warning = sheet.warning();
        if (warning != null) {
            element("p", "banner", warning);
        }
        out.append("</header>\n");
    }

    private void element(String name, String style, String text) {
        out.append('<').append(name);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>').append(Markup.escape(text)).append("</").append(name).append(">\n");
    }

    private void section(Sheet.Section section) {
        out.append("<section>\n");
        if (!section.title().isEmpty()) {
            element("h2", "", section.title());
        }
        for (Sheet.Block block : section.blocks()) {
            switch (block) {
                case Sheet.FigureGrid grid -> figures(grid);
                case Sheet.Chart chart -> SvgDrawing.write(chart.drawing(), out);
                case Sheet.Notes notes -> notes(notes);
                case Sheet.Prose prose -> element("p", "prose", prose.text());
                case Sheet.Quote quote -> quote(quote);
                case Sheet.Table table -> table(table);
            }
        }
        out.append("</section>\n");
    }

    private void figures(Sheet.FigureGrid grid) {
        out.append("<dl class=\"figures\">\n");
        for (Sheet.Figure figure : grid.figures()) {
            out.append("<div title=\"").append(Markup.escape(figure.formula())).append("\">");
            element("dt", "", figure.title());
            out.append("<dd class=\"value").append(tone(" ", figure.tone())).append("\">");
            value(figure.value(), figure.number());
            out.append("</dd>");
            element("dd", "note", figure.note());
            out.append("</div>\n");
        }
        out.append("</dl>\n");
    }

    private void notes(Sheet.Notes notes) {
        out.append("<ul class=\"notes\">\n");
        for (Sheet.Note note : notes.notes()) {
            element("li", note.loud() ? "loud" : "", note.text());
        }
        out.append("</ul>\n");
    }

    private void quote(Sheet.Quote quote) {
        out.append("<details>");
        element("summary", "", quote.title());
        element("pre", "", quote.text());
        out.append("</details>\n");
    }

    private void table(Sheet.Table table) {
        boolean many = table.columns().size() > 8;
        out.append("<div class=\"wide\"><table")
                .append(many ? " class=\"trades\"" : "")
                .append(">\n");
        if (!table.caption().isEmpty()) {
            element("caption", "", table.caption());
        }
        boolean headed = table.columns().stream().anyMatch(c -> !c.title().isEmpty());
        if (headed) {
            out.append("<thead><tr>");
            for (Sheet.Column column : table.columns()) {
                out.append(column.numeric() ? "<th class=\"n\" scope=\"col\">" : "<th scope=\"col\">")
                        .append(Markup.escape(column.title()))
                        .append("</th>");
            }
            out.append("</tr></thead>\n");
        }
        out.append("<tbody>\n");
        for (int i = 0; i < table.rows().size(); i++) {
            row(table.columns(), table.rows().get(i));
            if (!table.remarks().isEmpty()) {
                out.append("<tr class=\"why\"><td></td><td colspan=\"")
                        .append(table.columns().size() - 1)
                        .append("\">")
                        .append(Markup.escape(table.remarks().get(i)))
                        .append("</td></tr>\n");
            }
        }
        out.append("</tbody></table></div>\n");
    }

    private void row(List<Sheet.Column> columns, List<Sheet.Cell> row) {
        out.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            Sheet.Cell cell = row.get(i);
            boolean last = i == row.size() - 1;
            String style = columns.get(i).numeric() ? "n" : last ? "" : "w";
            String classes = (style + tone(" ", cell.tone())).strip();
            out.append(classes.isEmpty() ? "<td>" : "<td class=\"" + classes + "\">");
            value(cell.text(), cell.number());
            out.append("</td>");
        }
        out.append("</tr>\n");
    }

    /// The text, and the number behind it for whoever reads the file by program.
    private void value(String text, @Nullable Double number) {
        if (number == null || !Double.isFinite(number)) {
            out.append(Markup.escape(text));
        } else {
            out.append("<data value=\"").append(plain(number)).append("\">");
            out.append(Markup.escape(text)).append("</data>");
        }
    }

    private static String plain(double number) {
        return number == StrictMath.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static String tone(String before, int tone) {
        return tone == 0 ? "" : before + (tone > 0 ? "up" : "down");
    }
}
