package org.tickwright.desktop.chart;

import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.plot.Extent;
import org.tickwright.desktop.chart.plot.Frame;
import org.tickwright.desktop.chart.plot.Ink;
import org.tickwright.desktop.chart.plot.Layer;
import org.tickwright.desktop.chart.plot.Surface.Align;
import org.tickwright.desktop.chart.plot.Surface.Face;
import org.tickwright.market.VolumeProfile;

/// The volume of the bars in view by price, as bars from the right edge of the pane, below the candles: the
/// rows of the value area stronger than the rest, what was sold outside of what was bought. The [#lines()] at
/// the row with the most volume and at both edges of the value area lie above the candles.
final class ProfileLayer implements Layer {
    private static final double SHARE = 0.24;
    private static final double WIDEST = 280;
    private static final double APART = 16;

    private final Layer lines = new Lines();
    private @Nullable VolumeProfile profile;
    private double most;
    private double half;
    private int control = -1;
    private int low;
    private int high;

    /// Shows another profile, or none. A row lies half a tick lower than its prices begin, so that they are
    /// in its middle.
    void show(@Nullable VolumeProfile shown, double tick) {
        profile = shown;
        half = tick / 2;
        control = shown == null ? -1 : shown.pointOfControl();
        if (shown != null && control >= 0) {
            VolumeProfile.ValueArea area = shown.valueArea(FlowPicture.VALUE_AREA);
            low = area.low();
            high = area.high();
            most = shown.volume(control);
        }
    }

    /// What is shown; null for none.
    @Nullable
    VolumeProfile profile() {
        return profile;
    }

    @Override
    public void extent(Extent extent, int from, int to) {
        // What was traded lies inside its bars, which the candles take in already.
    }

    @Override
    public void draw(Frame frame) {
        VolumeProfile now = profile;
        if (now == null || control < 0) {
            return;
        }
        double room = room(frame);
        double right = frame.snap(frame.width());
        for (int row = 0; row < now.rows(); row++) {
            if (now.volume(row) > 0) {
                bar(frame, now, row, right, room);
            }
        }
    }

    /// The lines and their names, to lie above the candles.
    Layer lines() {
        return lines;
    }

    private final class Lines implements Layer {
        @Override
        public void extent(Extent extent, int from, int to) {
            // They lie where the profile does.
        }

        @Override
        public void draw(Frame frame) {
            VolumeProfile now = profile;
            if (now == null || control < 0) {
                return;
            }
            int muted = frame.ink().muted();
            double middle = level(
                    frame,
                    now.price(control) + now.height() / 2 - half,
                    frame.ink().warning());
            edge(frame, "VAH", level(frame, now.price(high) + now.height() - half, muted), middle);
            edge(frame, "VAL", level(frame, now.price(low) - half, muted), middle);
            word(frame, "POC", middle, frame.ink().warning());
        }
    }

    private static double room(Frame frame) {
        return Math.min(frame.width() * SHARE, WIDEST);
    }

    private static double level(Frame frame, double price, int colour) {
        double y = frame.snap(frame.y(price));
        double right = frame.snap(frame.width());
        frame.surface().dashed(right - room(frame), y, right, y, 1, colour);
        return y;
    }

    private static void edge(Frame frame, String name, double y, double middle) {
        if (Math.abs(y - middle) >= APART) {
            word(frame, name, y, frame.ink().muted());
        }
    }

    private static void word(Frame frame, String name, double y, int colour) {
        double right = frame.snap(frame.width()) - room(frame);
        double width = frame.surface().textWidth(name, Face.LABEL) + 8;
        frame.surface()
                .rect(
                        right - width,
                        y - APART / 2,
                        width,
                        APART,
                        Ink.fade(frame.ink().background(), 0.8));
        frame.surface().text(name, right - 4, y, Align.RIGHT, Face.LABEL, colour);
    }

    private void bar(Frame frame, VolumeProfile now, int row, double right, double room) {
        double pixel = frame.time().pixel();
        double top = frame.snap(frame.y(now.price(row) + now.height() - half));
        double bottom = frame.snap(frame.y(now.price(row) - half));
        if (bottom <= frame.top() || top >= frame.top() + frame.height()) {
            return;
        }
        double tall = Math.max(bottom - top - (bottom - top > 3 * pixel ? pixel : 0), pixel);
        boolean inside = row >= low && row <= high;
        double length = frame.snap(room * now.volume(row) / most);
        double bought = frame.snap(room * now.bought(row) / most);
        double sold = frame.snap(room * now.sold(row) / most);
        if (bought + sold <= 0) {
            int colour = Ink.fade(frame.ink().accent(), inside ? 0.34 : 0.16);
            frame.surface().rect(right - length, top, length, tall, colour);
            return;
        }
        frame.surface()
                .rect(right - bought, top, bought, tall, Ink.fade(frame.ink().up(), inside ? 0.44 : 0.2));
        int seller = Ink.fade(frame.ink().down(), inside ? 0.44 : 0.2);
        frame.surface().rect(right - bought - sold, top, sold, tall, seller);
    }
}
