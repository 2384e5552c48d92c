package org.tickwright.desktop.chart.plot;

import java.util.List;

/// Draws what surrounds the layers: grid, borders, labels, tags and the crosshair.
final class AxisPainter {
    private static final double TAG_HEIGHT = 20;
    private static final double LABEL_HEIGHT = 16;

    private final Plot plot;
    private final Surface surface;
    private final Ink ink;
    private final double pixel;

    AxisPainter(Plot plot, Surface surface, Ink ink) {
        this.plot = plot;
        this.surface = surface;
        this.ink = ink;
        this.pixel = surface.pixel();
    }

    void grid(Pane pane, List<TimeTick> labels) {
        for (int i = 0; i < pane.ticks().count(); i++) {
            surface.rect(0, plot.time().snap(pane.ticks().y(i)), plot.plotWidth(), pixel, ink.grid());
        }
        for (TimeTick label : labels) {
            double x = plot.time().snap(label.x() - pixel / 2);
            surface.rect(
                    x, pane.top(), pixel, pane.height(), label.strong() ? Ink.fade(ink.border(), 0.7) : ink.grid());
        }
    }

    void borders() {
        for (int i = 1; i < plot.panes().size(); i++) {
            double y = plot.panes().get(i).top() - pixel;
            surface.rect(0, y, plot.plotWidth() + plot.axisWidth(), pixel, ink.border());
        }
        surface.rect(plot.plotWidth(), 0, pixel, plot.plotHeight(), ink.border());
        surface.rect(0, plot.plotHeight(), plot.plotWidth() + plot.axisWidth(), pixel, ink.border());
    }

    void tagLines(Pane pane) {
        for (Tag tag : pane.tags()) {
            double y = plot.time().snap(pane.scale().y(tag.value()));
            if (tag.line() && y >= pane.top() && y < pane.top() + pane.height()) {
                Dashes.across(surface, 0, plot.plotWidth(), y, 2, 3, Ink.fade(ink.of(tag.slot()), 0.8));
            }
        }
    }

    /// Labels and tags of a pane's axis. Tags come first; a label or later tag that would touch one
    /// is left out.
    void values(Pane pane) {
        double[] taken = new double[pane.tags().size()];
        int tags = 0;
        for (Tag tag : pane.tags()) {
            double y = pane.scale().y(tag.value());
            if (inside(pane, y, TAG_HEIGHT / 2) && free(taken, tags, y, TAG_HEIGHT)) {
                taken[tags++] = y;
                tag(y, pane.tag(plot.numbers(), tag.value()), ink.of(tag.slot()), ink.background());
            }
        }
        double right = plot.plotWidth() + plot.axisWidth() - 8;
        for (int i = 0; i < pane.ticks().count(); i++) {
            double y = pane.ticks().y(i);
            if (inside(pane, y, LABEL_HEIGHT / 2) && free(taken, tags, y, (TAG_HEIGHT + LABEL_HEIGHT) / 2)) {
                String text = pane.label(plot.numbers(), pane.ticks().value(i));
                surface.text(text, right, y, Surface.Align.RIGHT, Surface.Face.LABEL, ink.muted());
            }
        }
    }

    private static boolean inside(Pane pane, double y, double reach) {
        return y - reach >= pane.top() && y + reach <= pane.top() + pane.height();
    }

    private static boolean free(double[] taken, int count, double y, double distance) {
        for (int i = 0; i < count; i++) {
            if (Math.abs(taken[i] - y) < distance) {
                return false;
            }
        }
        return true;
    }

    private void tag(double y, String text, int fill, int ink2) {
        double left = plot.plotWidth() + pixel;
        double top = plot.time().snap(y - TAG_HEIGHT / 2);
        surface.rect(left, top, plot.axisWidth() - pixel, TAG_HEIGHT, fill);
        double right = plot.plotWidth() + plot.axisWidth() - 8;
        surface.text(text, right, top + TAG_HEIGHT / 2, Surface.Align.RIGHT, Surface.Face.LABEL, ink2);
    }

    void times(List<TimeTick> labels) {
        double y = plot.plotHeight() + 14;
        for (TimeTick label : labels) {
            Surface.Face face = label.strong() ? Surface.Face.STRONG : Surface.Face.LABEL;
            surface.text(
                    label.text(), label.x(), y, Surface.Align.CENTRE, face, label.strong() ? ink.text() : ink.muted());
        }
    }

    void crosshair(int bar, double y) {
        TimeScale time = plot.time();
        int line = Ink.fade(ink.muted(), 0.9);
        double x = time.centrePixel(bar);
        if (x >= 0 && x < plot.plotWidth()) {
            Dashes.down(surface, x, 0, plot.plotHeight(), 4, 4, line);
            if (bar >= 0 && bar < plot.bars().size()) {
                timeTag(x, plot.times().full(plot.bars().time(bar), plot.barNanos()));
            }
        }
        for (Pane pane : plot.panes()) {
            if (y >= pane.top() && y < pane.top() + pane.height()) {
                Dashes.across(surface, 0, plot.plotWidth(), time.snap(y), 4, 4, line);
                double value = pane.scale().value(y);
                double at = Math.clamp(y, TAG_HEIGHT / 2, Math.max(plot.plotHeight() - TAG_HEIGHT / 2, TAG_HEIGHT / 2));
                tag(at, pane.tag(plot.numbers(), value), ink.text(), ink.background());
            }
        }
    }

    private void timeTag(double x, String text) {
        double wide = surface.textWidth(text, Surface.Face.LABEL) + 16;
        double left = plot.time().snap(Math.clamp(x - wide / 2, 0, Math.max(plot.plotWidth() - wide, 0)));
        surface.rect(left, plot.plotHeight() + pixel, wide, 24, ink.text());
        double y = plot.plotHeight() + pixel + 12;
        surface.text(text, left + wide / 2, y, Surface.Align.CENTRE, Surface.Face.LABEL, ink.background());
    }
}
