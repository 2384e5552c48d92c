package org.tickwright.market.audit;

import java.util.List;
import org.tickwright.market.Finding;

/// Which part of a series is mended: the bars that open from one instant to another, both counted in, without those
/// that
/// given findings touch.
///
/// @param from nanoseconds UTC
/// @param to nanoseconds UTC
/// @param without findings whose bars stay as they are
public record MendScope(long from, long to, List<Finding> without) {
    /// The whole series.
    public static final MendScope ALL = new MendScope(Long.MIN_VALUE, Long.MAX_VALUE, List.of());

    /// Keeps a copy.
    public MendScope {
        without = List.copyOf(without);
    }

    /// The whole series without what some findings touch.
    public static MendScope without(List<Finding> findings) {
        return new MendScope(Long.MIN_VALUE, Long.MAX_VALUE, findings);
    }

    /// Whether what a code says of the bars from one instant to another is to be mended.
    boolean covers(String code, long first, long last) {
        return from <= last
                && to >= first
                && without.stream()
                        .noneMatch(each -> each.timed() && each.code().equals(code) && each.touches(first, last));
    }
}
