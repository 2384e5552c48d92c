package org.tickwright.desktop.studio;

import javafx.scene.control.SplitPane;

/// Gives the sides and the foot of Studio sensible sizes when the place is first laid out; afterwards they are the
/// person's.
final class SplitSizes {
    private static final double SIDE = 216;
    private static final double INSPECTOR = 288;
    static final double FOOT_SHARE = 0.29;

    private final SplitPane upper;
    private final SplitPane all;
    private boolean wide;
    private boolean high;

    SplitSizes(SplitPane upper, SplitPane all) {
        this.upper = upper;
        this.all = all;
    }

    void install() {
        upper.widthProperty().addListener((o, was, width) -> {
            if (!wide && width.doubleValue() > SIDE + INSPECTOR) {
                wide = true;
                upper.setDividerPositions(SIDE / width.doubleValue(), 1 - INSPECTOR / width.doubleValue());
            }
        });
        all.heightProperty().addListener((o, was, height) -> {
            if (!high && height.doubleValue() > 0) {
                high = true;
                all.setDividerPositions(1 - FOOT_SHARE);
            }
        });
    }
}
