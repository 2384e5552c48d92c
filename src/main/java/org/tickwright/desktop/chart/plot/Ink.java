package org.tickwright.desktop.chart.plot;

/// The colours of a chart as `0xAARRGGBB`.
///
/// A slot says which colour something takes without naming it: 0 and above are lines, round and
/// round; [#UP], [#DOWN], [#ACCENT] and [#MUTED] are the rest.
public record Ink(
        int background,
        int surface,
        int grid,
        int border,
        int text,
        int muted,
        int accent,
        int up,
        int down,
        int warning,
        int[] lines) {

    /// Slot of what rises.
    public static final int UP = -1;
    /// Slot of what falls.
    public static final int DOWN = -2;
    /// Slot of the accent.
    public static final int ACCENT = -3;
    /// Slot of what stays back.
    public static final int MUTED = -4;

    /// The colour of a slot.
    public int of(int slot) {
        return switch (slot) {
            case UP -> up;
            case DOWN -> down;
            case ACCENT -> accent;
            case MUTED -> muted;
            default -> lines[Math.floorMod(slot, lines.length)];
        };
    }

    /// A colour laid over another one at a share of its opacity, 0 to 1, as one that nothing shines through.
    public static int over(int ground, int argb, double opacity) {
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double below = (ground >> shift) & 0xFF;
            double above = (argb >> shift) & 0xFF;
            mixed = (mixed << 8) | (int) Math.round(below + (above - below) * opacity);
        }
        return mixed;
    }

    /// The same colour at a share of its opacity, 0 to 1.
    public static int fade(int argb, double opacity) {
        int alpha = (int) Math.round((argb >>> 24) * opacity);
        return (alpha << 24) | (argb & 0xFFFFFF);
    }
}
