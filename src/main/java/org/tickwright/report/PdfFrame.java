package org.tickwright.report;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// Head and foot of each page: what it belongs to, where simulated data is looked at, and which page of how many.
final class PdfFrame extends PdfPageEventHelper {
    private static final float SIZE = 7.5f;
    private static final float NUMBER_WIDTH = 90;

    private final Sheet sheet;
    private final PdfFonts fonts;
    private final List<PdfTemplate> numbers = new ArrayList<>();

    PdfFrame(Sheet sheet, PdfFonts fonts) {
        this.sheet = sheet;
        this.fonts = fonts;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        Rectangle page = document.getPageSize();
        float left = document.leftMargin();
        float right = page.getWidth() - document.rightMargin();
        int number = writer.getPageNumber();
        if (number > 1) {
            float y = page.getHeight() - 32;
            String warning = sheet.warning();
            float room = right - left - (warning == null ? 0 : width(fonts.medium(), warning) + 12);
            text(canvas, fonts.regular(), fit(sheet.title() + " · " + sheet.subtitle(), room), left, y, false);
            if (warning != null) {
                canvas.setColorFill(PdfFonts.WARNING);
                text(canvas, fonts.medium(), warning, right - width(fonts.medium(), warning), y, true);
            }
            rule(canvas, left, right, y - 6);
        }
        float foot = 28;
        rule(canvas, left, right, foot + 12);
        text(canvas, fonts.regular(), sheet.footer(), left, foot, false);
        PdfTemplate place = canvas.createTemplate(NUMBER_WIDTH, 12);
        numbers.add(place);
        canvas.addTemplate(place, right - NUMBER_WIDTH, foot);
    }

    /// Fills in the page numbers, now that it is known of how many.
    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        for (int i = 0; i < numbers.size(); i++) {
            String text = "Page " + (i + 1) + " of " + numbers.size();
            PdfTemplate place = numbers.get(i);
            place.setColorFill(PdfFonts.MUTED);
            text(place, fonts.regular(), text, NUMBER_WIDTH - width(fonts.regular(), text), 0, true);
        }
    }

    private static void rule(PdfContentByte canvas, float left, float right, float y) {
        canvas.setColorStroke(PdfFonts.BORDER);
        canvas.setLineWidth(0.5f);
        canvas.moveTo(left, y);
        canvas.lineTo(right, y);
        canvas.stroke();
    }

    private static void text(PdfContentByte canvas, BaseFont font, String text, float x, float y, boolean coloured) {
        if (!coloured) {
            canvas.setColorFill(PdfFonts.MUTED);
        }
        canvas.beginText();
        canvas.setFontAndSize(font, SIZE);
        canvas.setTextMatrix(x, y);
        canvas.showText(text);
        canvas.endText();
    }

    private static float width(BaseFont font, String text) {
        return font.getWidthPoint(text, SIZE);
    }

    private String fit(String text, float room) {
        if (width(fonts.regular(), text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(fonts.regular(), text.substring(0, end) + "…") > room) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }
}
