package org.tickwright.desktop.studio;

import java.math.BigDecimal;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Slider;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.strategy.StrategyParameter.Range;

/// Draws a parameter through its range, step by step: each step is passed on at once, one drag is one edit. The arrow
/// keys step too. Not to be seen where the parameter has no range to go through.
final class ParameterSlider extends Slider {
    private final DoubleConsumer taken;
    private @Nullable Range range;
    private double shown;
    private boolean showing;

    /// `taken` gets each step, `done` runs when the thumb is let go.
    ParameterSlider(String name, DoubleConsumer taken, Runnable done) {
        this.taken = taken;
        setId("slider-" + name);
        setAccessibleText("Slide " + name);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("studio-slider");
        managedProperty().bind(visibleProperty());
        valueProperty().addListener((o, was, now) -> moved(now.doubleValue()));
        valueChangingProperty().addListener((o, was, changing) -> {
            if (!changing) {
                place(shown);
                done.run();
            }
        });
    }

    /// Shows a parameter as it is.
    void show(StrategyParameter parameter) {
        Range now = parameter.range();
        boolean there = now != null && now.from() < now.to() && now.step() > 0;
        setVisible(there);
        shown = parameter.value();
        if (!there || now == null) {
            range = null;
            return;
        }
        showing = true;
        range = now;
        setMin(now.from());
        setMax(now.to());
        setBlockIncrement(now.step());
        showing = false;
        if (!isValueChanging()) {
            place(shown);
        }
    }

    /// Puts the thumb where a value lies without passing it on.
    private void place(double value) {
        showing = true;
        setValue(value);
        showing = false;
    }

    private void moved(double to) {
        Range through = range;
        if (showing || through == null) {
            return;
        }
        double step = stepAt(through, to);
        if (step != shown) {
            shown = step;
            taken.accept(step);
        }
    }

    /// The value of a range's steps that lies nearest, without the dust of a sum of steps.
    static double stepAt(Range range, double value) {
        double last = Math.floor((range.to() - range.from()) / range.step() + 1e-9);
        double steps = Math.clamp(Math.rint((value - range.from()) / range.step()), 0, last);
        return BigDecimal.valueOf(range.step())
                .multiply(BigDecimal.valueOf((long) steps))
                .add(BigDecimal.valueOf(range.from()))
                .doubleValue();
    }
}
