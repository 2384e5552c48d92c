package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.studio.GraphScene.Hit;
import org.tickwright.desktop.studio.Viewport.Box;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.strategy.StrategyParameter.Range;
import org.tickwright.strategy.Wire;
import org.tickwright.workbench.StrategyLibrary;

class SmallPartsTest {

    // Viewport

    @Property(tries = 300)
    void zoomingKeepsThePointUnderThePointer(
            @ForAll @DoubleRange(min = -5000, max = 5000) double x,
            @ForAll @DoubleRange(min = 0, max = 1000) double pointer,
            @ForAll @DoubleRange(min = 0.1, max = 10) double factor) {
        Viewport view = new Viewport(x, -x, 0.8);
        Point before = view.toPlane(pointer, pointer / 2);

        Viewport zoomed = view.zoomedAt(pointer, pointer / 2, factor);
        Point after = zoomed.toPlane(pointer, pointer / 2);

        assertEquals(before.x(), after.x(), 1e-6);
        assertEquals(before.y(), after.y(), 1e-6);
        assertTrue(zoomed.zoom() >= Viewport.LEAST_ZOOM && zoomed.zoom() <= Viewport.MOST_ZOOM);
    }

    @Test
    void fittingShowsTheWholeBoxAndNeverEnlarges() {
        Viewport small = Viewport.fitting(new Box(100, 100, 200, 100), 800, 600);
        assertEquals(1, small.zoom());

        Viewport large = Viewport.fitting(new Box(0, 0, 1600, 400), 800, 600);
        Box seen = large.visible(800, 600);
        assertTrue(seen.contains(0, 0) && seen.contains(1600, 400));
    }

    // Hits

    @Test
    void aPortIsHitBeforeItsCardAndACardBeforeAWire() {
        GraphScene scene = Sketch.model(Sketch.row()).scene();
        NodeCard sma = scene.card("sma").orElseThrow();
        Point input = sma.centre(sma.spot("real", true).orElseThrow());

        assertTrue(scene.hit(input.x() - 3, input.y(), 12) instanceof Hit.OnPort on
                && on.spot().input());
        assertTrue(scene.hit(sma.at().x() + 60, sma.at().y() + 10, 12) instanceof Hit.Body);
        assertTrue(scene.hit(5000, 5000, 12) instanceof Hit.Plane);
        Point middle = scene.wires().getFirst().curve().at(0.5);
        assertTrue(scene.hit(middle.x(), middle.y(), 12) instanceof Hit.OnWire);
    }

    @Test
    void arrowsGoToTheNodeThatLiesInTheirDirection() {
        GraphScene scene = Sketch.model(Sketch.row()).scene();
        NodeCard sma = scene.card("sma").orElseThrow();

        assertEquals("above", scene.neighbour(sma, 1, 0).orElseThrow().id());
        assertEquals("price", scene.neighbour(sma, -1, 0).orElseThrow().id());
        assertEquals(Optional.empty(), scene.neighbour(scene.card("price").orElseThrow(), -1, 0));
    }

    @Test
    void aCurveEndsAtItsPorts() {
        WireCurve curve = WireCurve.between(new Point(10, 20), new Point(-100, 80));

        assertEquals(new Point(10, 20), curve.at(0));
        assertEquals(new Point(-100, 80), curve.at(1));
        assertEquals(0, curve.distance(10, 20), 1e-9);
        assertTrue(curve.distance(10, 400) > 100);
    }

    // Search

    @Test
    void searchPutsNamesBeforeTitlesBeforeSummaries() {
        List<NodeType> all = Sketch.CATALOGUE.all();

        assertEquals("indicator.SMA", NodeSearch.find(all, "sma").getFirst().type());
        assertEquals(
                "indicator.RSI", NodeSearch.find(all, "relative str").getFirst().type());
        assertEquals(
                "enterShort", NodeSearch.find(all, "short enter").getFirst().type());
        assertEquals(List.of(), NodeSearch.find(all, "no such thing"));
        assertEquals(all, NodeSearch.find(all, "  "));
    }

    @Test
    void everyTypeGivesItsNodesAnIdThatFilesTake() {
        for (NodeType type : Sketch.CATALOGUE.all()) {
            assertTrue(GraphEdits.validId(NodeSearch.wishedId(type)), type::type);
        }
        assertEquals("sma", NodeSearch.wishedId(Sketch.type("indicator.SMA")));
        assertEquals("enterLong", NodeSearch.wishedId(Sketch.type("enterLong")));
    }

    // Numbers

    @Property(tries = 500)
    void aNumberReadsBackAsItself(@ForAll @DoubleRange(min = -1e12, max = 1e12) double value) {
        assertEquals(OptionalDouble.of(value), NumberText.parse(NumberText.exact(value)));
    }

    @Test
    void numbersAreTakenAsPeopleTypeThem() {
        assertEquals(OptionalDouble.of(0.05), NumberText.parse(" .05 "));
        assertEquals(OptionalDouble.of(1.5), NumberText.parse("1,5"));
        assertEquals(OptionalDouble.of(10_000), NumberText.parse("10 000"));
        assertEquals(OptionalDouble.empty(), NumberText.parse("1,000.5"));
        assertEquals(OptionalDouble.empty(), NumberText.parse("ten"));
        assertEquals(OptionalDouble.empty(), NumberText.parse(""));
        assertEquals(OptionalDouble.empty(), NumberText.parse("1e999"));
        assertEquals("0.0001", NumberText.exact(1e-4));
        assertEquals(0.3, NumberText.rounded(0.1 + 0.2, 0.1));
    }

    // Drafts

    @Test
    void aDraftOutlivesItsKeeperWithTheFileItBelongsTo(@TempDir Path home) throws IOException, StrategyFormatException {
        StrategyLibrary library = new StrategyLibrary(home.resolve("strategies"));
        Path origin = home.resolve("mine.strategy.json");
        new DraftKeeper(library, home).keep(Sketch.smaCross(), origin);

        DraftKeeper.Draft draft = new DraftKeeper(library, home).kept().orElseThrow();

        assertEquals(Sketch.smaCross(), draft.document());
        assertEquals(origin, draft.origin());
        new DraftKeeper(library, home).forget();
        assertFalse(new DraftKeeper(library, home).kept().isPresent());
    }

    @Test
    void aDraftOfANewStrategyBelongsToNoFile(@TempDir Path home) throws IOException, StrategyFormatException {
        DraftKeeper keeper = new DraftKeeper(new StrategyLibrary(home.resolve("strategies")), home);
        keeper.keep(Sketch.row(), home.resolve("old.strategy.json"));
        keeper.keep(Sketch.row(), null);

        assertEquals(null, keeper.kept().orElseThrow().origin());
    }

    // Words

    @Test
    void aPortSaysWhatItTakes() {
        StudioModel model = Sketch.model(Sketch.row());
        NodeCard buy = model.scene().card("buy").orElseThrow();
        HintText texts = new HintText(model);

        assertEquals(
                "size: size, may stay open",
                texts.about(new Hit.OnPort(buy, buy.spot("size", true).orElseThrow())));
        assertTrue(texts.about(new Hit.Body(buy)).contains("Enter long"));
        assertEquals("price.value → sma.real", texts.about(new Hit.OnWire(Wire.of("price.value", "sma.real"))));
    }

    @Test
    void aNodeWithAProblemSaysTheProblemAndTheMendFirst() {
        StudioModel model = Sketch.model(Sketch.row());
        new GraphActions(model).connections().disconnect(List.of(Wire.of("above.value", "buy.when")));
        NodeCard buy = model.scene().card("buy").orElseThrow();

        String text = new HintText(model).about(new Hit.Body(buy));

        assertEquals(
                model.problemsOf("buy").getFirst().message() + " "
                        + model.problemsOf("buy").getFirst().mend(),
                text);
    }

    @Test
    void aSliderStopsAtTheStepsOfItsRangeAlone() {
        Range odd = new Range(7, 50, 5);
        assertEquals(7, ParameterSlider.stepAt(odd, 5));
        assertEquals(12, ParameterSlider.stepAt(odd, 11.9));
        assertEquals(47, ParameterSlider.stepAt(odd, 50));
        assertEquals(0.3, ParameterSlider.stepAt(new Range(0.1, 0.5, 0.1), 0.31));
        assertEquals(-1.5, ParameterSlider.stepAt(new Range(-2, 2, 0.5), -1.6));
    }
}
