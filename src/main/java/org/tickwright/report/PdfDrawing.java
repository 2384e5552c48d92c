package org.tickwright.report;

import java.awt.Color;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;

/// Paints a [Drawing] as PDF paths and text, scaled to a width.
final class PdfDrawing {
    private final PdfContentByte canvas;
    private final PdfFonts fonts;
    private final double scale;
    private final double height;

    private PdfDrawing(PdfContentByte canvas, PdfFonts fonts, Drawing drawing, double width) {
        this.canvas = canvas;
        this.fonts = fonts;
        scale = width / drawing.width();
        height = drawing.height() * scale;
    }

    /// Paints from the canvas' origin upwards.
    static void paint(Drawing drawing, PdfContentByte canvas, PdfFonts fonts, double width) {
        PdfDrawing painter = new PdfDrawing(canvas, fonts, drawing, width);
        for (Mark mark : drawing.marks()) {
            canvas.saveState();
            painter.mark(mark);
            canvas.restoreState();
        }
    }

    private void mark(Mark mark) {
        Color color = PdfFonts.color(mark.ink());
        canvas.setColorFill(color);
        canvas.setColorStroke(color);
        switch (mark) {
            case Mark.Line line -> {
                canvas.setLineWidth(length(line.width()) * 0.8f);
                canvas.moveTo(x(line.x1()), y(line.y1()));
                canvas.lineTo(x(line.x2()), y(line.y2()));
                canvas.stroke();
            }
            case Mark.Curve curve -> curve(curve);
            case Mark.Area area -> {
                opacity(area.opacity());
                path(area.x(), area.y());
                canvas.closePath();
                canvas.fill();
            }
            case Mark.Box box -> {
                opacity(box.opacity());
                canvas.rectangle(x(box.x()), y(box.y() + box.height()), length(box.width()), length(box.height()));
                canvas.fill();
            }
            case Mark.Dot dot -> {
                canvas.circle(x(dot.x()), y(dot.y()), length(dot.radius()));
                canvas.fill();
            }
            case Mark.Label label -> label(label);
        }
    }

    private void curve(Mark.Curve curve) {
        canvas.setLineWidth(length(curve.width()));
        canvas.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
        if (curve.dashed()) {
            canvas.setLineDash(length(4), length(3), 0);
        }
        path(curve.x(), curve.y());
        canvas.stroke();
    }

    private void path(double[] xs, double[] ys) {
        canvas.moveTo(x(xs[0]), y(ys[0]));
        for (int i = 1; i < xs.length; i++) {
            canvas.lineTo(x(xs[i]), y(ys[i]));
        }
    }

    private void label(Mark.Label label) {
        BaseFont font = label.strong() ? fonts.medium() : fonts.regular();
        int align = switch (label.anchor()) {
            case START -> PdfContentByte.ALIGN_LEFT;
            case MIDDLE -> PdfContentByte.ALIGN_CENTER;
            case END -> PdfContentByte.ALIGN_RIGHT;
        };
        canvas.beginText();
        canvas.setFontAndSize(font, length(label.size()));
        canvas.showTextAligned(align, label.text(), x(label.x()), y(label.y()), 0);
        canvas.endText();
    }

    private void opacity(double opacity) {
        PdfGState state = new PdfGState();
        state.setFillOpacity((float) opacity);
        canvas.setGState(state);
    }

    private float x(double value) {
        return (float) (value * scale);
    }

    private float y(double value) {
        return (float) (height - value * scale);
    }

    private float length(double value) {
        return (float) (value * scale);
    }
}
