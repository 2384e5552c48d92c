package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.strategy.StrategyParameter.Range;

class ParameterEditsTest {
    private static final Setting PERIOD =
            Sketch.type("indicator.SMA").settings().getFirst();

    private final StudioModel model = Sketch.model(Sketch.row());
    private final SettingActions actions = new SettingActions(model);

    private Object period() {
        return model.document().node("sma").orElseThrow().params().get("optInTimePeriod");
    }

    @Test
    void renamingAParameterTakesTheSettingsThatFollowItAlong() {
        assertNull(actions.renameParameter("period", "length"));

        assertEquals(new ParameterRef("length"), period());
        assertEquals(20, model.document().parameter("length").orElseThrow().value());
        assertTrue(model.valid());
    }

    @Test
    void removingAParameterLeavesItsValueInTheSettings() {
        actions.removeParameter("period");

        assertEquals(20.0, period());
        assertTrue(model.document().parameters().isEmpty());
        assertTrue(model.valid());
    }

    @Test
    void aNameThatIsTakenOrCannotBeOneIsRefusedWithAReason() {
        actions.addParameter();

        assertNotNull(actions.renameParameter("parameter", "period"));
        assertNotNull(actions.renameParameter("parameter", "1st"));
        assertEquals(2, model.document().parameters().size());
    }

    @Test
    void aNewParameterTakesValueKindAndASensibleRangeFromItsSetting() {
        actions.unlink("sma", PERIOD);
        assertEquals(20.0, period());

        String name = actions.linkNew("sma", PERIOD);

        StrategyParameter made = model.document().parameter(name).orElseThrow();
        assertEquals(new ParameterRef(name), period());
        assertEquals(20, made.value());
        assertTrue(made.integer());
        Range range = made.range();
        assertNotNull(range);
        assertTrue(range.from() >= PERIOD.from() && range.from() <= 20 && range.to() >= 20);
        assertTrue(model.valid());
    }

    @Test
    void makingAParameterIsOneStepOfUndo() {
        actions.unlink("sma", PERIOD);
        actions.linkNew("sma", PERIOD);

        model.undo();

        assertEquals(20.0, period());
        assertEquals(1, model.document().parameters().size());
    }

    @Test
    void typingANumberIsOneStepOfUndoAndAnotherFieldStartsANewOne() {
        actions.parameterValue("period", 1);
        actions.parameterValue("period", 15);
        actions.parameterRange("period", new Range(5, 50, 5));
        model.undo();
        assertEquals(15, model.document().parameter("period").orElseThrow().value());

        model.undo();

        assertEquals(20, model.document().parameter("period").orElseThrow().value());
    }
}
