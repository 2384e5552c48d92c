package org.tickwright.risk;

import org.jspecify.annotations.Nullable;

/// Checks and readings that the terms of costs share.
final class Terms {
    private Terms() {}

    static void require(boolean holds, String rule, @Nullable Object was) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", was " + was);
        }
    }

    /// The constant of that name in any case; null if there is none.
    static <E extends Enum<E>> @Nullable E choice(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name.strip())) {
                return constant;
            }
        }
        return null;
    }

    static double number(String text, String what) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what + " needs a number, was '" + text + "'", e);
        }
    }
}
