package org.tickwright.strategy;

import org.jspecify.annotations.Nullable;

/// What can be computed row by row without a call to a kernel.
enum RowOperation {
    CONSTANT,
    MEAN,
    LAG,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    MINIMUM,
    MAXIMUM,
    NEGATE,
    ABS,
    BARS_SINCE_ENTRY,
    ENTRY_PRICE,
    OPEN_PROFIT,
    QUANTITY,
    EQUITY,
    GREATER,
    GREATER_OR_EQUAL,
    EQUAL,
    NOT_EQUAL,
    CROSSES_ABOVE,
    AND,
    OR,
    NOT,
    ALWAYS,
    IN_POSITION,
    LONG,
    SHORT;

    /// What a column computes; null for kernels, joins and whatever else keeps its own state.
    static @Nullable RowOperation of(Column column) {
        return switch (column) {
            case NumberColumn.Constant constant -> CONSTANT;
            case NumberColumn.Mean mean -> MEAN;
            case NumberColumn.Lag lag -> LAG;
            case Arithmetic arithmetic -> valueOf(arithmetic.operation().name());
            case Comparison comparison -> valueOf(comparison.operation().name());
            case ConditionColumn.Logic logic -> valueOf(logic.operation().name());
            case ConditionColumn.Always always -> ALWAYS;
            case PositionColumn.Numbers numbers
            when numbers.stepwise() -> valueOf(numbers.reading().name());
            case PositionColumn.States states
            when states.stepwise() -> valueOf(states.state().name());
            default -> null;
        };
    }

    /// True if it gives a condition, as the bits of [ConditionColumn].
    boolean condition() {
        return compareTo(GREATER) >= 0;
    }

    /// True if a row of it depends on rows before, or at bars without a position on the account.
    boolean remembers() {
        return this == LAG || this == CROSSES_ABOVE || this == EQUITY;
    }

    /// True if it joins conditions.
    boolean ofConditions() {
        return this == AND || this == OR || this == NOT;
    }

    /// The value in the settings that it needs, 0 where it needs none.
    static double setting(Column column) {
        return switch (column) {
            case NumberColumn.Constant constant -> constant.value();
            case NumberColumn.Lag lag -> lag.bars();
            default -> 0;
        };
    }
}
