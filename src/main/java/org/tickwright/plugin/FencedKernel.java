package org.tickwright.plugin;

import java.util.Arrays;
import java.util.function.Supplier;
import org.tickwright.indicator.KernelFault;
import org.tickwright.spi.IndicatorKernel;
import org.tickwright.spi.NodeKernel;

/// A plug-in's kernel behind a fence: it works on columns of its own, and only the rows that it was asked
/// for come out.
///
/// So it cannot spoil the bars, another node's column or a value that is known already. Changing such a value
/// is a [KernelFault]; so is whatever the kernel throws, with the row found by running a fresh kernel row by
/// row.
final class FencedKernel implements IndicatorKernel, NodeKernel {
    /// How many known rows are compared again after each row that comes alone.
    private static final int WATCHED = 512;

    /// What both kinds of kernel do.
    interface Kernel {
        void advance(double[][] inputs, int from, int to, double[][] outputs);
    }

    private final String name;
    private final Supplier<Kernel> maker;
    private final int begin;
    private final Kernel kernel;
    private double[][] sources = {};
    private double[][] inputs = {};
    private double[][] outputs = {};

    /// A kernel made by `maker` whose first row is `begin`; `name` says in messages whose it is.
    FencedKernel(String name, int begin, Supplier<Kernel> maker) {
        this.name = name;
        this.begin = begin;
        this.maker = maker;
        kernel = made(begin);
    }

    private Kernel made(int row) {
        try {
            return maker.get();
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw new KernelFault(name + " made no kernel: " + PlugInWords.of(e), row, e);
        }
    }

    @Override
    public void advance(double[][] given, int from, int to, double[][] wanted) {
        mirror(given, from, to);
        room(wanted, from, to);
        try {
            kernel.advance(inputs.clone(), from, to, outputs.clone());
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw new KernelFault(name + " failed: " + PlugInWords.of(e), failing(from, to), e);
        }
        int watched = Math.max(begin, to - from > 1 ? 0 : from - WATCHED);
        for (int i = 0; i < wanted.length; i++) {
            int changed = Arrays.mismatch(outputs[i], watched, from, wanted[i], watched, from);
            if (changed >= 0) {
                throw changed(watched + changed, wanted[i], outputs[i], from);
            }
            System.arraycopy(outputs[i], from, wanted[i], from, to - from);
        }
    }

    private KernelFault changed(int row, double[] known, double[] now, int from) {
        KernelFault.Change change = new KernelFault.Change(row, known[row], now[row]);
        return new KernelFault(
                name + " changed its value at bar " + row + " from " + change.known() + " to " + change.now()
                        + " while it computed bar " + from + " and later; what is known may not change",
                from,
                change);
    }

    // The same array means that nothing was replaced; equal contents would not do.
    @SuppressWarnings("ReferenceEquality")
    private void mirror(double[][] given, int from, int to) {
        if (sources.length != given.length) {
            sources = new double[given.length][];
            inputs = new double[given.length][];
        }
        for (int i = 0; i < given.length; i++) {
            if (sources[i] == given[i]) {
                System.arraycopy(given[i], from, inputs[i], from, to - from);
            } else {
                sources[i] = given[i];
                inputs[i] = given[i].clone();
            }
        }
    }

    private void room(double[][] wanted, int from, int to) {
        if (outputs.length != wanted.length) {
            outputs = new double[wanted.length][0];
        }
        for (int i = 0; i < wanted.length; i++) {
            if (outputs[i].length != wanted[i].length) {
                outputs[i] = wanted[i].clone();
            }
            Arrays.fill(outputs[i], from, to, Double.NaN);
        }
    }

    /// The row at which a fresh kernel throws when rows come one by one; `from` if none does.
    private int failing(int from, int to) {
        double[][] scratch = new double[outputs.length][];
        Arrays.setAll(scratch, i -> new double[outputs[i].length]);
        int row = begin;
        try {
            Kernel again = maker.get();
            while (row < to) {
                again.advance(inputs.clone(), row, row + 1, scratch);
                row++;
            }
            return from;
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            return Math.max(row, from);
        }
    }
}
