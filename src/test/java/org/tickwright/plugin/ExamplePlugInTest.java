package org.tickwright.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.Evaluation;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyDescription;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.Wire;
import org.tickwright.testing.PlugInSources;
import org.tickwright.workbench.Catalogues;

/// The example that ships: it compiles, its own test passes, and dropped into a folder it works in a strategy.
class ExamplePlugInTest {
    private static final List<String> CLASSES = List.of("EfficiencyRatio", "FirstOfSession");

    @TempDir
    private Path folder;

    private static String text(String path) throws IOException {
        try (InputStream in = ExamplePlugInTest.class.getResourceAsStream("/assets/examples/plugin/" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Catalogues dropped() throws IOException {
        new PlugInSources()
                .indicator("example.EfficiencyRatio", text("src/example/EfficiencyRatio.java"))
                .node("example.FirstOfSession", text("src/example/FirstOfSession.java"))
                .source("example.ExampleTest", text("test/example/ExampleTest.java"))
                .into(folder.resolve("example.jar"));
        return new PlugInFolders(IndicatorCatalogue.builtIn(), List.of(folder)).current();
    }

    @Test
    void itsServicesNameItsClasses() throws IOException {
        assertEquals(
                "example.EfficiencyRatio",
                text("META-INF/services/org.tickwright.spi.IndicatorDefinition").strip());
        assertEquals(
                "example.FirstOfSession",
                text("META-INF/services/org.tickwright.spi.NodeDefinition").strip());
        for (String name : CLASSES) {
            assertTrue(text("src/example/" + name + ".java").contains("class " + name));
        }
    }

    @Test
    void itsOwnTestPasses() throws Exception {
        dropped();
        URL jar = folder.resolve("example.jar").toUri().toURL();
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar}, ExamplePlugInTest.class.getClassLoader())) {
            Class<?> test = classes.loadClass("example.ExampleTest");
            int ran = 0;
            for (Method method : test.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    var constructor = test.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    method.setAccessible(true);
                    method.invoke(constructor.newInstance());
                    ran++;
                }
            }
            assertEquals(2, ran);
        }
    }

    @Test
    void itsNodesWorkInAStrategy() throws IOException {
        Catalogues catalogues = dropped();
        assertEquals(List.of(), catalogues.plugIns().getFirst().problems());
        StrategyDocument document = StrategyDocument.empty("example")
                .withGraph(
                        List.of(
                                Node.of("straight", "indicator.EFFICIENCY", Map.of("period", 2.0)),
                                Node.of("limit", "constant", Map.of("value", 0.5)),
                                Node.of("above", "greater", Map.of()),
                                Node.of("first", "node.FIRST_OF_SESSION", Map.of()),
                                Node.of("enter", "enterLong", Map.of())),
                        List.of(
                                Wire.of("straight.value", "above.a"),
                                Wire.of("limit.value", "above.b"),
                                Wire.of("above.value", "first.when"),
                                Wire.of("first.value", "enter.when")));
        Evaluation run = Program.of(document, catalogues.nodes()).bind(hours(), Map.of());
        assertTrue(Double.isNaN(run.value("first", "value", 1)));
        assertEquals(1, run.value("first", "value", 2));
        assertEquals(0, run.value("first", "value", 3));
        assertEquals(1, run.value("first", "value", 24));
        assertEquals(0, run.value("first", "value", 25));
        String words = StrategyDescription.describe(document, catalogues.nodes());
        assertTrue(words.contains("“First of the session” of the efficiency ratio of the close"), words);
    }

    private static Bars hours() {
        Bars bars = new Bars(Timeframe.parse("1h"), ZoneOffset.UTC, 48);
        for (int i = 0; i < 48; i++) {
            bars.append(i * 3_600_000_000_000L, 100 + i, 101 + i, 99 + i, 100 + i, 1000);
        }
        return bars;
    }
}
