package org.tickwright.report;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/// The embedded typeface and the colours of reports on paper.
record PdfFonts(BaseFont regular, BaseFont medium) {
    static final Color TEXT = new Color(0x1b2430);
    static final Color MUTED = new Color(0x566273);
    static final Color GRID = new Color(0xe8ecf1);
    static final Color BORDER = new Color(0xd0d7e0);
    static final Color SURFACE = new Color(0xf5f7fa);
    static final Color WARNING = new Color(0x8a6100);
    static final Color WARNING_TINT = new Color(0xfdf6e3);
    private static final Color UP = new Color(0x0a7d6c);
    private static final Color DOWN = new Color(0xb4530a);
    private static final Color EQUITY = new Color(0x0b63ce);
    private static final Color BENCHMARK = new Color(0x7b8797);

    static PdfFonts load() {
        return new PdfFonts(embed(Typeface.REGULAR), embed(Typeface.MEDIUM));
    }

    private static BaseFont embed(Typeface face) {
        try {
            return BaseFont.createFont(
                    face.fileName(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, face.trueType(), null);
        } catch (IOException e) {
            throw new UncheckedIOException("The typeface " + face.fileName() + " cannot be embedded", e);
        }
    }

    /// The typeface at a size.
    Font font(float size, Color color) {
        return new Font(regular, size, Font.NORMAL, color);
    }

    /// The heavier weight at a size.
    Font strong(float size, Color color) {
        return new Font(medium, size, Font.NORMAL, color);
    }

    /// Gains, losses, or neither.
    static Color tone(int tone) {
        return tone == 0 ? TEXT : tone > 0 ? UP : DOWN;
    }

    static Color color(Ink ink) {
        return switch (ink) {
            case TEXT -> TEXT;
            case MUTED -> MUTED;
            case GRID -> GRID;
            case BORDER -> BORDER;
            case EQUITY -> EQUITY;
            case BENCHMARK -> BENCHMARK;
            case UP -> UP;
            case DOWN -> DOWN;
            case WARNING -> WARNING;
        };
    }
}
