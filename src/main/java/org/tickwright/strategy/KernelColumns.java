package org.tickwright.strategy;

import java.util.Arrays;
import java.util.List;
import org.tickwright.indicator.KernelFault;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.NodeDefinition;
import org.tickwright.spi.NodeKernel;
import org.tickwright.spi.NodeSpec;

/// The running kernel of a node that a plug-in brought, and the columns of its outputs.
///
/// The kernel sees numbers, and conditions as 1, 0 and NaN; what it gives for a condition must be one of
/// these. A number that is not finite is undefined.
final class KernelColumns {
    private final NodeSite site;
    private final NodeSpec spec;
    private final NodeKernel kernel;
    private final Column[] inputs;
    private final double[][] rows;
    private final double[][] outputs;
    private int size;

    KernelColumns(NodeSite site, NodeDefinition definition, IndicatorArguments arguments, Column... inputs) {
        this.site = site;
        this.inputs = inputs;
        spec = definition.spec();
        kernel = made(site, definition, arguments);
        rows = new double[inputs.length][0];
        outputs = new double[spec.outputs().size()][0];
    }

    private static NodeKernel made(NodeSite site, NodeDefinition definition, IndicatorArguments arguments) {
        try {
            return definition.kernel(arguments);
        } catch (RuntimeException e) {
            throw site.fault(e, 0);
        }
    }

    /// Computes what is missing below `to`; the inputs are there that far.
    private void advance(int to) {
        if (to <= size) {
            return;
        }
        reserve(outputs[0].length < to ? Column.roomFor(to, outputs[0].length) : to);
        for (int i = 0; i < inputs.length; i++) {
            rows[i] = inputs[i] instanceof NumberColumn numbers ? numbers.values : numbers(i, to);
        }
        for (double[] output : outputs) {
            Arrays.fill(output, size, to, Double.NaN);
        }
        try {
            kernel.advance(rows, size, to, outputs);
            check(size, to);
        } catch (RuntimeException e) {
            throw site.fault(e, size);
        }
        size = to;
    }

    private void reserve(int to) {
        for (int i = 0; i < outputs.length; i++) {
            if (outputs[i].length < to) {
                outputs[i] = Arrays.copyOf(outputs[i], to);
            }
        }
    }

    private double[] numbers(int input, int to) {
        double[] numbers = rows[input];
        if (numbers.length < to) {
            numbers = Arrays.copyOf(numbers, Column.roomFor(to, numbers.length));
        }
        for (int row = size; row < to; row++) {
            numbers[row] = inputs[input].at(row);
        }
        return numbers;
    }

    private void check(int from, int to) {
        for (int i = 0; i < outputs.length; i++) {
            boolean condition = spec.outputs().get(i).kind() == NodeSpec.Kind.CONDITION;
            double[] output = outputs[i];
            for (int row = from; row < to; row++) {
                output[row] = NumberColumn.defined(output[row]);
                if (condition && output[row] != 0 && output[row] != 1 && !Double.isNaN(output[row])) {
                    throw new KernelFault(
                            spec.name() + " wrote " + output[row] + " to its condition "
                                    + spec.outputs().get(i).name() + "; a condition is 1, 0 or NaN",
                            row);
                }
            }
        }
    }

    /// The column of an output.
    Column column(int index, boolean stepwise) {
        return spec.outputs().get(index).kind() == NodeSpec.Kind.CONDITION
                ? new Conditions(this, index, stepwise)
                : new Numbers(this, index, stepwise);
    }

    /// A number that the kernel gives.
    static final class Numbers extends NumberColumn {
        private final KernelColumns run;
        private final int index;

        Numbers(KernelColumns run, int index, boolean stepwise) {
            super(stepwise);
            this.run = run;
            this.index = index;
        }

        @Override
        List<Column> inputs() {
            return List.of(run.inputs);
        }

        @Override
        void reserve(int to) {
            run.reserve(to);
        }

        @Override
        void ensure(int to) {
            run.advance(to);
            values = run.outputs[index];
        }

        @Override
        void fill(int from, int to) {
            // the kernel has written the rows
        }
    }

    /// A condition that the kernel gives.
    static final class Conditions extends ConditionColumn {
        private final KernelColumns run;
        private final int index;

        Conditions(KernelColumns run, int index, boolean stepwise) {
            super(stepwise);
            this.run = run;
            this.index = index;
        }

        @Override
        List<Column> inputs() {
            return List.of(run.inputs);
        }

        @Override
        void fill(int from, int to) {
            run.advance(to);
            double[] output = run.outputs[index];
            for (int row = from; row < to; row++) {
                values[row] = Double.isNaN(output[row]) ? UNDEFINED : of(output[row] == 1);
            }
        }
    }
}
