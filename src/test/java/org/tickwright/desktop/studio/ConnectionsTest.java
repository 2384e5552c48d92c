package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.studio.Connections.Connection;
import org.tickwright.desktop.studio.Connections.End;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;
import org.tickwright.strategy.Wire.PortRef;

class ConnectionsTest {
    private final StudioModel model = Sketch.model(Sketch.row());
    private final GraphActions actions = new GraphActions(model);
    private final Connections connections = actions.connections();

    private static End output(String port) {
        return new End(PortRef.parse(port), false);
    }

    private static End input(String port) {
        return new End(PortRef.parse(port), true);
    }

    @Test
    void connectsInEitherDirection() {
        String rsi = actions.add(Sketch.type("indicator.RSI"), new Point(0, 480));

        assertNull(connections.connect(input(rsi + ".real"), output("price.value")));

        assertTrue(model.document().wires().contains(Wire.of("price.value", rsi + ".real")));
    }

    @Test
    void aWireOfTheWrongTypeIsRefusedInWords() {
        String refusal = connections.connect(output("price.value"), input("buy.when"));

        assertNotNull(refusal);
        assertFalse(refusal.isBlank());
        assertEquals(Sketch.row().wires(), model.document().wires());
    }

    @Test
    void aWireThatWouldCloseACircleIsRefused() {
        String max = actions.add(Sketch.type("maximum"), new Point(0, 480));
        connections.connect(output("sma.value"), input(max + ".a"));

        assertNotNull(connections.connect(output(max + ".value"), input("sma.real")));
    }

    @Test
    void twoPortsOfOneSideAreRefused() {
        assertNotNull(connections.connect(output("price.value"), output("sma.value")));
        assertNotNull(connections.connect(input("above.a"), input("above.b")));
    }

    @Test
    void aTakenInputIsGivenToTheNewWireAndTheOldOneGoes() {
        String ema = actions.add(Sketch.type("indicator.EMA"), new Point(0, 480));
        Connection meaning = connections.check(output(ema + ".value"), input("sma.real"));
        assertEquals(List.of(Wire.of("price.value", "sma.real")), meaning.replaced());

        assertNull(connections.connect(output(ema + ".value"), input("sma.real")));

        assertTrue(model.document().wires().contains(Wire.of(ema + ".value", "sma.real")));
        assertFalse(model.document().wires().contains(Wire.of("price.value", "sma.real")));
        model.undo();
        assertTrue(model.document().wires().contains(Wire.of("price.value", "sma.real")));
    }

    @Test
    void anInputIsNotGivenAwayForAWireThatDoesNotFit() {
        String rsi = actions.add(Sketch.type("indicator.RSI"), new Point(0, 480));

        Connection meaning = connections.check(output(rsi + ".value"), input("above.b"));

        assertFalse(meaning.allowed(), "a strength of 0 to 100 against a price");
        assertEquals(List.of(), meaning.replaced());
        assertNotNull(meaning.refusal());
    }

    @Test
    void theSameWireAgainIsRefused() {
        assertNotNull(connections.connect(output("price.value"), input("sma.real")));
    }

    @Test
    void movingAWiresEndIsOneStep() {
        actions.add(Sketch.type("and"), new Point(0, 480));
        Wire wire = Wire.of("above.value", "sell.when");

        assertNull(connections.reconnect(wire, output("above.value"), input("and.a")));

        assertFalse(model.document().wires().contains(wire));
        assertTrue(model.document().wires().contains(Wire.of("above.value", "and.a")));
        model.undo();
        assertTrue(model.document().wires().contains(wire));
    }

    @Test
    void everyTargetThatIsOfferedIsAccepted() {
        List<End> targets = connections.targets(output("above.value"));

        for (End target : targets) {
            assertTrue(connections.check(output("above.value"), target).allowed(), target::toString);
        }
        assertFalse(targets.contains(input("buy.size")));
    }

    @Test
    void whatFitsALooseEndCanBeAddedAndIsConnected() {
        List<NodeType> fitting = connections.fitting(output("above.value"));
        assertTrue(fitting.contains(Sketch.type("and")));
        assertTrue(fitting.contains(Sketch.type("enterShort")));
        assertFalse(fitting.contains(Sketch.type("indicator.SMA")));

        for (NodeType type : fitting) {
            int wires = model.document().wires().size();
            String id = actions.addConnected(type, new Point(960, 0), output("above.value"));
            assertEquals(wires + 1, model.document().wires().size(), type::type);
            assertTrue(model.document().wires().getLast().to().node().equals(id));
            model.undo();
        }
    }

    @Test
    void whatFitsAnInputFeedsIt() {
        List<NodeType> fitting = connections.fitting(input("buy.size"));
        assertTrue(fitting.contains(Sketch.type("sizeFraction")));

        String id = actions.addConnected(Sketch.type("sizeFraction"), new Point(0, 480), input("buy.size"));

        assertTrue(model.document().wires().contains(Wire.of(id + ".value", "buy.size")));
    }
}
