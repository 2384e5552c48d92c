package org.tickwright.indicator;

import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.meta.CoreMetaData;
import com.tictactec.ta.lib.meta.annotation.InputParameterType;
import com.tictactec.ta.lib.meta.annotation.OutputParameterType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// The Java edition of TA-Lib (0.4), any function by name.
final class TaLibWitness {
    private TaLibWitness() {}

    /// Where the values begin, and the outputs with NaN before it.
    record Columns(int lookback, double[][] outputs) {}

    /// The functions that it has.
    static Set<String> functions() throws Exception {
        Set<String> names = new TreeSet<>();
        CoreMetaData.forEachFunc(function -> names.add(function.getFuncInfo().name()));
        return names;
    }

    static CoreMetaData function(String name) throws NoSuchMethodException {
        return CoreMetaData.getInstance(name);
    }

    /// Calls a function over whole columns. `reals` are its inputs that are no prices of the bars, in order.
    static Columns call(String name, RandomBars bars, double[][] reals, double[] parameters) throws Exception {
        CoreMetaData function = function(name);
        int real = 0;
        for (int i = 0; i < function.getFuncInfo().nbInput(); i++) {
            if (function.getInputParameterInfo(i).type() == InputParameterType.TA_Input_Real) {
                function.setInputParamReal(i, reals[real++]);
            } else {
                function.setInputParamPrice(
                        i, bars.open(), bars.high(), bars.low(), bars.close(), bars.volume(), bars.volume());
            }
        }
        for (int i = 0; i < parameters.length; i++) {
            switch (function.getOptInputParameterInfo(i).type()) {
                case TA_OptInput_RealRange -> function.setOptInputParamReal(i, parameters[i]);
                case TA_OptInput_IntegerList ->
                    function.setOptInputParamInteger(i, MAType.values()[(int) parameters[i]].name());
                default -> function.setOptInputParamInteger(i, (int) parameters[i]);
            }
        }
        if (parameters.length == 0) {
            withoutParameters(function);
        }
        return outputs(function, bars.rows());
    }

    /// It makes the list of parameters when the first is set, and fails without one.
    private static void withoutParameters(CoreMetaData function) throws ReflectiveOperationException {
        Field list = CoreMetaData.class.getDeclaredField("callOptInputParams");
        list.setAccessible(true);
        list.set(function, new Object[0]);
    }

    private static Columns outputs(CoreMetaData function, int rows) throws Exception {
        Object[] outputs = new Object[function.getFuncInfo().nbOutput()];
        for (int i = 0; i < outputs.length; i++) {
            if (function.getOutputParameterInfo(i).type() == OutputParameterType.TA_Output_Real) {
                outputs[i] = new double[rows];
                function.setOutputParamReal(i, outputs[i]);
            } else {
                outputs[i] = new int[rows];
                function.setOutputParamInteger(i, outputs[i]);
            }
        }
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        try {
            function.callFunc(0, rows - 1, begin, count);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(function.getFuncInfo().name() + " failed", e.getCause());
        }
        int lookback = count.value == 0 ? rows : begin.value;
        double[][] columns = Arrays.stream(outputs)
                .map(output -> shifted(output, lookback, rows))
                .toArray(double[][]::new);
        return new Columns(lookback, columns);
    }

    private static double[] shifted(Object output, int lookback, int rows) {
        double[] column = new double[rows];
        Arrays.fill(column, 0, lookback, Double.NaN);
        for (int row = lookback; row < rows; row++) {
            column[row] = output instanceof double[] reals ? reals[row - lookback] : ((int[]) output)[row - lookback];
        }
        return column;
    }
}
