package org.tickwright.strategy;

import org.tickwright.portfolio.PositionView;

/// What the ledger says of the position, as columns that are filled at each decided bar.
///
/// Bars that were not decided lie before the first decision or were skipped because nothing could happen; the
/// account was flat there, with the equity it still has.
final class PositionColumn {
    /// A position that is not there, of an account nobody knows.
    static final PositionView FLAT = new PositionView() {
        @Override
        public double quantity() {
            return 0;
        }

        @Override
        public double entryPrice() {
            return Double.NaN;
        }

        @Override
        public double barsSinceEntry() {
            return Double.NaN;
        }

        @Override
        public double openProfit() {
            return Double.NaN;
        }

        @Override
        public double equity() {
            return Double.NaN;
        }
    };

    private PositionColumn() {}

    /// Where the columns of an evaluation read the position that is being evaluated.
    static final class Cursor {
        PositionView position = FLAT;
        int bar = -1;
    }

    /// A number read of the position.
    enum Reading {
        BARS_SINCE_ENTRY,
        ENTRY_PRICE,
        OPEN_PROFIT,
        QUANTITY,
        EQUITY;

        double of(PositionView position) {
            return switch (this) {
                case BARS_SINCE_ENTRY -> position.barsSinceEntry();
                case ENTRY_PRICE -> position.entryPrice();
                case OPEN_PROFIT -> position.openProfit();
                case QUANTITY -> position.quantity();
                case EQUITY -> position.equity();
            };
        }
    }

    /// A condition read of the position.
    enum State {
        IN_POSITION,
        LONG,
        SHORT;

        boolean of(PositionView position) {
            double quantity = position.quantity();
            return switch (this) {
                case IN_POSITION -> held(quantity);
                case LONG -> isLong(quantity);
                case SHORT -> isShort(quantity);
            };
        }

        static boolean held(double quantity) {
            return quantity != 0;
        }

        static boolean isLong(double quantity) {
            return quantity > 0;
        }

        static boolean isShort(double quantity) {
            return quantity < 0;
        }
    }

    /// Numbers of the position at each bar.
    static final class Numbers extends NumberColumn {
        private final Reading reading;
        private final Cursor cursor;

        /// `flat` columns are those of an account without a position.
        Numbers(Reading reading, Cursor cursor, boolean flat) {
            super(!flat);
            this.reading = reading;
            this.cursor = cursor;
        }

        Reading reading() {
            return reading;
        }

        @Override
        void fill(int from, int to) {
            for (int row = from; row < to; row++) {
                boolean now = row == cursor.bar || reading == Reading.EQUITY;
                values[row] = reading.of(now ? cursor.position : FLAT);
            }
        }
    }

    /// Conditions of the position at each bar.
    static final class States extends ConditionColumn {
        private final State state;
        private final Cursor cursor;

        States(State state, Cursor cursor, boolean flat) {
            super(!flat);
            this.state = state;
            this.cursor = cursor;
        }

        State state() {
            return state;
        }

        @Override
        void fill(int from, int to) {
            for (int row = from; row < to; row++) {
                values[row] = of(state.of(row == cursor.bar ? cursor.position : FLAT));
            }
        }
    }
}
