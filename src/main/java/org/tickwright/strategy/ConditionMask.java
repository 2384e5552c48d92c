package org.tickwright.strategy;

import org.tickwright.strategy.ConditionColumn.Logic;

/// The rows of a condition as bits, a block of rows at a time: bit `i` of word `w` is row `64 w + i` of the block.
///
/// Says the same as the condition's column, without a byte for each row of it: comparisons read the numbers
/// themselves, and, or, not work on words. Blocks are worked out one after the other from the first row on.
abstract class ConditionMask {
    /// Rows of a block.
    static final int BLOCK = 4096;

    static final int WORDS = BLOCK / Long.SIZE;

    /// Where it is true; rows beyond the block are 0.
    final long[] isTrue = new long[WORDS];
    /// Where it is false.
    final long[] isFalse = new long[WORDS];

    /// Works out the rows `from` to `to` (exclusive), whose inputs are there. `from` is where a block begins.
    abstract void compute(int from, int to);

    /// What a row of the block is: 1, 0 or NaN.
    final double at(int row) {
        long bit = 1L << row;
        return (isTrue[row >> 6] & bit) != 0 ? 1 : (isFalse[row >> 6] & bit) != 0 ? 0 : Double.NaN;
    }

    static int words(int from, int to) {
        return (to - from + Long.SIZE - 1) / Long.SIZE;
    }

    /// The bits of a word that are rows of the block.
    static long within(int word, int rows) {
        int left = rows - word * Long.SIZE;
        return left >= Long.SIZE ? -1L : (1L << left) - 1;
    }

    /// A comparison, worked out from the numbers.
    static final class Compared extends ConditionMask {
        private final Comparison.Operation operation;
        private final NumberColumn left;
        private final NumberColumn right;
        private final OrderedBlock leftBlock;
        private final OrderedBlock rightBlock;
        private final long[] above = new long[WORDS];
        private final long[] notAbove = new long[WORDS];
        private long aboveBefore;
        private long notAboveBefore;

        Compared(Comparison comparison, SharedColumns shared) {
            operation = comparison.operation();
            left = comparison.left();
            right = comparison.right();
            leftBlock = block(left, shared);
            rightBlock = block(right, shared);
        }

        private static OrderedBlock block(NumberColumn numbers, SharedColumns shared) {
            return shared.get(
                    OrderedBlock.class,
                    new ColumnKey("ordered", java.util.List.of(), java.util.List.of(numbers)),
                    () -> new OrderedBlock(numbers));
        }

        @Override
        void compute(int from, int to) {
            switch (operation) {
                case GREATER -> greater(leftBlock, rightBlock, from, to, isTrue, isFalse);
                case GREATER_OR_EQUAL -> greater(rightBlock, leftBlock, from, to, isFalse, isTrue);
                case CROSSES_ABOVE -> crosses(from, to);
                case EQUAL -> equal(from, to, isTrue, isFalse);
                case NOT_EQUAL -> equal(from, to, isFalse, isTrue);
            }
        }

        /// Where one number is above another, and where it is defined and not.
        private void greater(OrderedBlock a, OrderedBlock b, int from, int to, long[] yes, long[] no) {
            a.of(from, to);
            b.of(from, to);
            if (a.ordered() && b.ordered()) {
                OrderedBlock.above(a, b, yes);
            } else {
                above(a.values(), b.values(), from, to, yes);
            }
            if (a.defined() && b.defined()) {
                int words = words(from, to);
                for (int word = 0; word < words; word++) {
                    no[word] = ~yes[word] & within(word, to - from);
                }
            } else {
                atMost(a.values(), b.values(), from, to, no);
            }
        }

        private void crosses(int from, int to) {
            greater(leftBlock, rightBlock, from, to, above, notAbove);
            int words = words(from, to);
            for (int word = 0; word < words; word++) {
                long before = notAbove[word] << 1 | notAboveBefore;
                long known = before | above[word] << 1 | aboveBefore;
                long now = above[word];
                isTrue[word] = now & before;
                isFalse[word] = (now | notAbove[word]) & known & ~isTrue[word];
                aboveBefore = now >>> 63;
                notAboveBefore = notAbove[word] >>> 63;
            }
        }

        private void equal(int from, int to, long[] yes, long[] no) {
            above(left.values, right.values, from, to, above);
            above(right.values, left.values, from, to, no);
            atMost(left.values, right.values, from, to, notAbove);
            int words = words(from, to);
            for (int word = 0; word < words; word++) {
                yes[word] = notAbove[word] & ~no[word];
                no[word] |= above[word];
            }
        }

        private static void above(double[] a, double[] b, int from, int to, long[] out) {
            for (int row = from, word = 0; row < to; row += Long.SIZE, word++) {
                int end = Math.min(Long.SIZE, to - row);
                long bits = 0;
                for (int i = 0; i < end; i++) {
                    bits |= (a[row + i] > b[row + i] ? 1L : 0L) << i;
                }
                out[word] = bits;
            }
        }

        private static void atMost(double[] a, double[] b, int from, int to, long[] out) {
            for (int row = from, word = 0; row < to; row += Long.SIZE, word++) {
                int end = Math.min(Long.SIZE, to - row);
                long bits = 0;
                for (int i = 0; i < end; i++) {
                    bits |= (a[row + i] <= b[row + i] ? 1L : 0L) << i;
                }
                out[word] = bits;
            }
        }
    }

    /// Kleene's and, or, not.
    static final class Combined extends ConditionMask {
        private final Logic.Operation operation;
        private final ConditionMask[] inputs;

        Combined(Logic.Operation operation, ConditionMask... inputs) {
            this.operation = operation;
            this.inputs = inputs;
        }

        @Override
        void compute(int from, int to) {
            int words = words(from, to);
            for (int word = 0; word < words; word++) {
                long yes = inputs[0].isTrue[word];
                long no = inputs[0].isFalse[word];
                for (int i = 1; i < inputs.length; i++) {
                    boolean and = operation == Logic.Operation.AND;
                    yes = and ? yes & inputs[i].isTrue[word] : yes | inputs[i].isTrue[word];
                    no = and ? no | inputs[i].isFalse[word] : no & inputs[i].isFalse[word];
                }
                isTrue[word] = operation == Logic.Operation.NOT ? no : yes;
                isFalse[word] = operation == Logic.Operation.NOT ? yes : no;
            }
        }
    }

    /// Any other condition, read from its column.
    static final class Packed extends ConditionMask {
        private final ConditionColumn column;

        Packed(ConditionColumn column) {
            this.column = column;
        }

        @Override
        void compute(int from, int to) {
            byte[] values = column.values;
            for (int row = from, word = 0; row < to; row += Long.SIZE, word++) {
                int end = Math.min(Long.SIZE, to - row);
                long yes = 0;
                long no = 0;
                for (int i = 0; i < end; i++) {
                    yes |= (long) (values[row + i] & ConditionColumn.TRUE) << i;
                    no |= (long) (values[row + i] >> 1) << i;
                }
                isTrue[word] = yes;
                isFalse[word] = no;
            }
        }
    }
}
