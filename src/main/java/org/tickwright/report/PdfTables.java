package org.tickwright.report;

import java.awt.Color;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/// Makes the tables of a PDF: heads that are repeated on each page, rows that never break, figures at the right.
@SuppressWarnings("ReferenceEquality") // a table that is its own row
final class PdfTables {
    private static final int MANY_COLUMNS = 8;

    private final PdfFonts fonts;

    PdfTables(PdfFonts fonts) {
        this.fonts = fonts;
    }

    /// A table as wide as the page.
    PdfPTable table(Sheet.Table rows) {
        float size = rows.columns().size() > MANY_COLUMNS ? 7.2f : 8;
        boolean headed = rows.columns().stream().anyMatch(c -> !c.title().isEmpty());
        boolean remarked = !rows.remarks().isEmpty();
        PdfPTable table = remarked ? bare(new float[] {1}) : bare(weights(rows));
        table.setSplitLate(true);
        table.setSplitRows(!remarked);
        if (headed) {
            PdfPTable head = remarked ? bare(weights(rows)) : table;
            head(head, rows.columns(), size);
            add(table, head);
            table.setHeaderRows(1);
        }
        for (int r = 0; r < rows.rows().size(); r++) {
            PdfPTable row = remarked ? bare(weights(rows)) : table;
            row(row, rows.columns(), rows.rows().get(r), size, remarked);
            if (remarked) {
                remark(row, rows.remarks().get(r), size);
            }
            add(table, row);
        }
        return table;
    }

    /// A row that is a table of its own, so that what belongs together stays on one page.
    private static void add(PdfPTable table, PdfPTable row) {
        if (row != table) {
            PdfPCell cell = new PdfPCell(row);
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPadding(0);
            table.addCell(cell);
        }
    }

    private static float[] weights(Sheet.Table rows) {
        float[] weights = new float[rows.columns().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) rows.columns().get(i).weight();
        }
        return weights;
    }

    private void head(PdfPTable table, List<Sheet.Column> columns, float size) {
        for (Sheet.Column column : columns) {
            PdfPCell cell = ruled(column.title(), fonts.strong(size, PdfFonts.MUTED), PdfFonts.BORDER);
            align(cell, column);
            table.addCell(cell);
        }
    }

    private void row(PdfPTable table, List<Sheet.Column> columns, List<Sheet.Cell> row, float size, boolean remarked) {
        for (int i = 0; i < row.size(); i++) {
            Sheet.Column column = columns.get(i);
            boolean aside = i == row.size() - 1 && row.size() > 2 && !column.numeric();
            Color color = aside ? PdfFonts.MUTED : PdfFonts.tone(row.get(i).tone());
            PdfPCell cell = ruled(row.get(i).text(), fonts.font(size, color), PdfFonts.GRID);
            if (remarked) {
                cell.setBorder(Rectangle.NO_BORDER);
            }
            align(cell, column);
            table.addCell(cell);
        }
    }

    private void remark(PdfPTable table, String text, float size) {
        Font font = fonts.font(size - 0.4f, PdfFonts.MUTED);
        table.addCell(ruled("", font, PdfFonts.GRID));
        PdfPCell remark = ruled(text, font, PdfFonts.GRID);
        remark.setColspan(table.getNumberOfColumns() - 1);
        remark.setPaddingTop(1);
        remark.setPaddingBottom(4);
        table.addCell(remark);
    }

    private static void align(PdfPCell cell, Sheet.Column column) {
        cell.setHorizontalAlignment(column.numeric() ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setPaddingRight(column.numeric() ? 8 : 4);
    }

    private static PdfPCell ruled(String text, Font font, Color color) {
        PdfPCell cell = cell(text, font, 3);
        cell.setPaddingLeft(0);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderWidthBottom(0.5f);
        cell.setBorderColorBottom(color);
        return cell;
    }

    /// A cell without border.
    static PdfPCell cell(String text, Font font, float padding) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setLeading(0, 1.3f);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(padding);
        cell.setUseAscender(true);
        return cell;
    }

    /// An empty table as wide as the page.
    static PdfPTable bare(float[] weights) {
        PdfPTable table = new PdfPTable(weights);
        table.setWidthPercentage(100);
        table.setHorizontalAlignment(Element.ALIGN_LEFT);
        return table;
    }
}
