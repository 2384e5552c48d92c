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
/// rows of the value area stronger than the rest, what was sold outside of what was bought, a line at the row
/// with the most volume and at both edges of the value area.
final class ProfileLayer implements Layer {
    private static final double SHARE = 0.24;
    private static final double WIDEST = 280;
    private static final double APART = 16;

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
        double room = Math.min(frame.width() * SHARE, WIDEST);
        double right = frame.snap(frame.width());
        for (int row = 0; row < now.rows(); row++) {
            if (now.volume(row) > 0) {
                bar(frame, now, row, right, room);
            }
        }
        double middle = level(
                frame,
                now.price(control) + now.height() / 2 - half,
                right,
                room,
                frame.ink().warning());
        double upper = now.price(high) + now.height() - half;
        word(frame, "POC", middle, right - room, frame.ink().warning());
        for (boolean top : new boolean[] {true, false}) {
            double y = level(
                    frame,
                    top ? upper : now.price(low) - half,
                    right,
                    room,
                    frame.ink().muted());
            if (Math.abs(y - middle) >= APART) {
                word(frame, top ? "VAH" : "VAL", y, right - room, frame.ink().muted());
            }
        }
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

    private static double level(Frame frame, double price, double right, double room, int colour) {
        double y = frame.snap(frame.y(price));
        frame.surface().dashed(right - room, y, right, y, 1, colour);
        return y;
    }

    private static void word(Frame frame, String name, double y, double right, int colour) {
        frame.surface().text(name, right - 4, y, Align.RIGHT, Face.LABEL, colour);
    }
}
