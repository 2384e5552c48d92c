package org.tickwright.report;

/// Writes a [Drawing] as SVG whose colours come from classes: `k-equity` and so on, named as [Ink].
final class SvgDrawing {
    private final StringBuilder out;

    private SvgDrawing(StringBuilder out) {
        this.out = out;
    }

    static void write(Drawing drawing, StringBuilder out) {
        new SvgDrawing(out).write(drawing);
    }

    private void write(Drawing drawing) {
        out.append("<svg viewBox=\"0 0 ");
        number(drawing.width()).append(' ');
        number(drawing.height())
                .append("\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" aria-label=\"")
                .append(Markup.escape(drawing.description()))
                .append("\">\n");
        for (Mark mark : drawing.marks()) {
            mark(mark);
            out.append('\n');
        }
        out.append("</svg>\n");
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.Line line -> line(line);
            case Mark.Curve curve -> curve(curve);
            case Mark.Area area -> area(area);
            case Mark.Box box -> box(box);
            case Mark.Dot dot -> {
                open("circle", dot.ink(), "f");
                attribute("cx", dot.x());
                attribute("cy", dot.y());
                attribute("r", dot.radius());
                out.append("/>");
            }
            case Mark.Label label -> label(label);
        }
    }

    private void line(Mark.Line line) {
        open("line", line.ink(), "l");
        attribute("x1", line.x1());
        attribute("y1", line.y1());
        attribute("x2", line.x2());
        attribute("y2", line.y2());
        attribute("stroke-width", line.width());
        out.append("/>");
    }

    private void curve(Mark.Curve curve) {
        open("path", curve.ink(), "l");
        attribute("stroke-width", curve.width());
        if (curve.dashed()) {
            out.append(" stroke-dasharray=\"4 3\"");
        }
        path(curve.x(), curve.y());
        out.append("\"/>");
    }

    private void area(Mark.Area area) {
        open("path", area.ink(), "f");
        attribute("fill-opacity", area.opacity());
        path(area.x(), area.y());
        out.append("Z\"/>");
    }

    private void path(double[] x, double[] y) {
        out.append(" d=\"");
        for (int i = 0; i < x.length; i++) {
            out.append(i == 0 ? 'M' : 'L');
            number(x[i]).append(' ');
            number(y[i]);
        }
    }

    private void box(Mark.Box box) {
        open("rect", box.ink(), "f");
        attribute("x", box.x());
        attribute("y", box.y());
        attribute("width", box.width());
        attribute("height", box.height());
        attribute("fill-opacity", box.opacity());
        if (box.hint() == null) {
            out.append("/>");
        } else {
            out.append("><title>").append(Markup.escape(box.hint())).append("</title></rect>");
        }
    }

    private void label(Mark.Label label) {
        open("text", label.ink(), label.strong() ? "f b" : "f");
        attribute("x", label.x());
        attribute("y", label.y());
        attribute("font-size", label.size());
        switch (label.anchor()) {
            case START -> {}
            case MIDDLE -> out.append(" text-anchor=\"middle\"");
            case END -> out.append(" text-anchor=\"end\"");
        }
        out.append('>').append(Markup.escape(label.text())).append("</text>");
    }

    private void open(String element, Ink ink, String style) {
        out.append('<')
                .append(element)
                .append(" class=\"")
                .append(style)
                .append(" k-")
                .append(Markup.name(ink))
                .append('"');
    }

    private void attribute(String name, double value) {
        out.append(' ').append(name).append("=\"");
        number(value).append('"');
    }

    /// At most two decimals: a hundredth of a pixel.
    private StringBuilder number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            out.append('-');
        }
        long size = Math.abs(hundredths);
        out.append(size / 100);
        if (size % 100 != 0) {
            out.append('.').append(size % 100 / 10);
            if (size % 10 != 0) {
                out.append(size % 10);
            }
        }
        return out;
    }
}
