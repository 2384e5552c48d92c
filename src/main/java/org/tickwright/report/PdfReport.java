package org.tickwright.report;

import java.io.ByteArrayOutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// Writes a [Sheet] as a PDF on A4: vector charts, an embedded typeface, tables that repeat their head on each page.
final class PdfReport {
    private static final float MARGIN = 40;
    private static final float WIDTH = PageSize.A4.getWidth() - 2 * MARGIN;
    private static final float BOTTOM = 52;
    private static final int FIGURES_IN_A_ROW = 5;
    private static final int ROWS_KEPT_TOGETHER = 16;

    private final Sheet sheet;
    private final PdfFonts fonts = PdfFonts.load();
    private final PdfTables tables = new PdfTables(fonts);
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, 52, BOTTOM);
    private final PdfWriter writer;

    private PdfReport(Sheet sheet, ByteArrayOutputStream out) {
        this.sheet = sheet;
        writer = PdfWriter.getInstance(document, out);
    }

    /// The same sheet gives the same bytes.
    static byte[] render(Sheet sheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
        new PdfReport(sheet, out).write();
        return PdfIdentity.fix(out.toByteArray());
    }

    private void write() {
        writer.setPageEvent(new PdfFrame(sheet, fonts));
        document.addTitle(sheet.title() + " · " + sheet.subtitle());
        document.addCreator("Tickwright");
        document.open();
        PdfIdentity.prepare(writer, sheet.footer());
        head();
        for (Sheet.Section section : sheet.sections()) {
            section(section);
        }
        document.close();
    }

    private void head() {
        document.add(paragraph("Tickwright backtest report", fonts.font(8, PdfFonts.MUTED), 10, 0));
        document.add(paragraph(sheet.title(), fonts.strong(20, PdfFonts.TEXT), 26, 0));
        document.add(paragraph(sheet.subtitle(), fonts.font(9, PdfFonts.MUTED), 14, 0));
        String warning = sheet.warning();
        if (warning != null) {
            PdfPTable banner = PdfTables.bare(new float[] {1});
            PdfPCell cell = PdfTables.cell(warning, fonts.strong(9, PdfFonts.WARNING), 8);
            cell.setBackgroundColor(PdfFonts.WARNING_TINT);
            cell.setBorderColor(PdfFonts.WARNING);
            cell.setBorder(Rectangle.BOX);
            cell.setBorderWidth(0.6f);
            banner.addCell(cell);
            banner.setSpacingBefore(8);
            document.add(banner);
        }
    }

    private static Paragraph paragraph(String text, Font font, float leading, float before) {
        Paragraph paragraph = new Paragraph(leading, text, font);
        paragraph.setSpacingBefore(before);
        return paragraph;
    }

    private void section(Sheet.Section section) {
        if (!section.title().isEmpty()) {
            keepRoom(40 + firstHeight(section.blocks().getFirst()));
            Paragraph title = paragraph(section.title(), fonts.strong(11.5f, PdfFonts.TEXT), 15, 18);
            title.setSpacingAfter(6);
            document.add(title);
        }
        for (Sheet.Block block : section.blocks()) {
            switch (block) {
                case Sheet.FigureGrid grid -> figures(grid);
                case Sheet.Chart chart -> chart(chart.drawing());
                case Sheet.Notes notes -> notes(notes);
                case Sheet.Prose prose -> document.add(paragraph(prose.text(), fonts.font(9, PdfFonts.TEXT), 13, 0));
                case Sheet.Quote quote -> {}
                case Sheet.Table rows -> rows(rows);
            }
        }
    }

    /// What a heading needs below it so that it does not stand alone at the foot of a page.
    private float firstHeight(Sheet.Block block) {
        return switch (block) {
            case Sheet.Chart chart -> height(chart.drawing());
            case Sheet.Table rows
            when rows.rows().size() <= ROWS_KEPT_TOGETHER -> {
                PdfPTable table = tables.table(rows);
                table.setTotalWidth(WIDTH);
                yield table.getTotalHeight();
            }
            default -> 70;
        };
    }

    private static float height(Drawing drawing) {
        return (float) (drawing.height() * WIDTH / drawing.width());
    }

    private void keepRoom(float height) {
        if (writer.getVerticalPosition(true) - height < BOTTOM) {
            document.newPage();
        }
    }

    private void figures(Sheet.FigureGrid grid) {
        PdfPTable table = PdfTables.bare(new float[] {1, 1, 1, 1, 1});
        table.setSpacingBefore(14);
        for (Sheet.Figure figure : grid.figures()) {
            PdfPCell cell = new PdfPCell();
            cell.addElement(paragraph(figure.title(), fonts.font(7.5f, PdfFonts.MUTED), 10, 0));
            cell.addElement(paragraph(figure.value(), fonts.strong(13, PdfFonts.tone(figure.tone())), 17, 0));
            cell.addElement(paragraph(figure.note(), fonts.font(7.5f, PdfFonts.MUTED), 10, 0));
            cell.setPadding(8);
            cell.setPaddingTop(4);
            cell.setBackgroundColor(PdfFonts.SURFACE);
            cell.setBorderColor(PdfFonts.BORDER);
            cell.setBorderWidth(0.5f);
            table.addCell(cell);
        }
        for (int i = grid.figures().size(); i % FIGURES_IN_A_ROW != 0; i++) {
            table.addCell(PdfTables.cell("", fonts.font(8, PdfFonts.TEXT), 0));
        }
        document.add(table);
    }

    private void chart(Drawing drawing) {
        float height = height(drawing);
        PdfTemplate template = writer.getDirectContent().createTemplate(WIDTH, height);
        PdfDrawing.paint(drawing, template, fonts, WIDTH);
        Image image = Image.getInstance(template);
        image.setAlt(drawing.description());
        document.add(image);
    }

    private void notes(Sheet.Notes notes) {
        PdfPTable table = PdfTables.bare(new float[] {1});
        table.setSpacingBefore(12);
        for (Sheet.Note note : notes.notes()) {
            Font font = note.loud() ? fonts.strong(8.5f, PdfFonts.TEXT) : fonts.font(8.5f, PdfFonts.MUTED);
            PdfPCell cell = PdfTables.cell(note.text(), font, 3);
            cell.setPaddingLeft(9);
            cell.setBorder(Rectangle.LEFT);
            cell.setBorderWidthLeft(2);
            cell.setBorderColorLeft(note.loud() ? PdfFonts.WARNING : PdfFonts.BORDER);
            table.addCell(cell);
            PdfPCell gap = new PdfPCell();
            gap.setFixedHeight(2);
            gap.setBorder(Rectangle.NO_BORDER);
            table.addCell(gap);
        }
        document.add(table);
    }

    private void rows(Sheet.Table rows) {
        document.add(tables.table(rows));
        if (!rows.caption().isEmpty()) {
            document.add(paragraph(rows.caption(), fonts.font(7.5f, PdfFonts.MUTED), 10, 5));
        }
    }
}
