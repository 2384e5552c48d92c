package org.tickwright.report;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.tickwright.kernel.ContentHash;

/// Takes out of a PDF what would differ from one writing to the next: dates, random identifiers, random font tags.
final class PdfIdentity {
    private static final String MARK = "+Roboto-";
    private static final int TAG = 6;

    private PdfIdentity() {}

    /// Sets an identifier made of what the document is about, and leaves the time of writing out.
    static void prepare(PdfWriter writer, String about) {
        byte[] id = new ContentHash().add(about).hex().substring(0, 16).getBytes(StandardCharsets.ISO_8859_1);
        writer.getInfo().put(PdfName.FILEID, new PdfString(id));
        writer.getInfo().remove(PdfName.CREATIONDATE);
    }

    /// Replaces the six random letters in front of each subset font's name by letters that count the fonts.
    static byte[] fix(byte[] pdf) {
        Map<String, String> tags = new HashMap<>();
        byte[] mark = MARK.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = TAG + 1; i < pdf.length - mark.length; i++) {
            if (pdf[i] == mark[0] && pdf[i - TAG - 1] == '/' && matches(pdf, i, mark)) {
                String random = new String(pdf, i - TAG, TAG, StandardCharsets.ISO_8859_1);
                String fixed = tags.computeIfAbsent(random, key -> "TWRPT" + (char) ('A' + tags.size()));
                System.arraycopy(fixed.getBytes(StandardCharsets.ISO_8859_1), 0, pdf, i - TAG, TAG);
            }
        }
        return pdf;
    }

    private static boolean matches(byte[] pdf, int at, byte[] mark) {
        for (int k = 0; k < mark.length; k++) {
            if (pdf[at + k] != mark[k]) {
                return false;
            }
        }
        return true;
    }
}
