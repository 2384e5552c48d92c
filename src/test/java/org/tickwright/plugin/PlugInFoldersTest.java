package org.tickwright.plugin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.indicator.IndicatorColumn;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.strategy.Evaluation;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeFault;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.Wire;
import org.tickwright.testing.PlugInSources;
import org.tickwright.workbench.Catalogues;
import org.tickwright.workbench.PlugIn;

class PlugInFoldersTest {
    private static final String TWICE = "for (int i = from; i < to; i++) out[i] = 2 * x[i];";
    private static final String THRICE = "for (int i = from; i < to; i++) out[i] = 3 * x[i];";

    @TempDir
    private Path folder;

    private PlugInFolders folders() {
        return new PlugInFolders(IndicatorCatalogue.builtIn(), List.of(folder));
    }

    private static PlugInSources of(String name, String body) {
        return new PlugInSources().ofClose(name, body);
    }

    private static double[] compute(Catalogues catalogues, String name, double... x) {
        IndicatorDefinition definition = catalogues.indicators().find(name).orElseThrow();
        return IndicatorColumn.compute(definition, new IndicatorArguments(), new double[][] {x}, x.length)[0];
    }

    private static String onlyProblem(Catalogues catalogues, String jar) {
        PlugIn plugIn = catalogues.plugIns().stream()
                .filter(each -> each.name().equals(jar))
                .findFirst()
                .orElseThrow();
        assertEquals(1, plugIn.problems().size(), plugIn.problems()::toString);
        return plugIn.problems().getFirst();
    }

    @Test
    void anIndicatorInAJarIsInTheCatalogueAndIsANode() throws IOException {
        of("TWICE", TWICE).into(folder.resolve("twice.jar"));
        Catalogues catalogues = folders().current();
        assertArrayEquals(new double[] {2, 4, 6}, compute(catalogues, "twice", 1, 2, 3));
        assertTrue(catalogues.nodes().find("indicator.TWICE").isPresent());
        assertEquals(
                "twice.jar", catalogues.origin("indicator.TWICE").orElseThrow().name());
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() {
        PlugInFolders none = new PlugInFolders(IndicatorCatalogue.builtIn(), List.of(folder.resolve("none")));
        assertEquals(List.of(), none.current().plugIns());
    }

    @Test
    void aChangedJarIsLoadedAtTheNextLookAndARunKeepsWhatItHas() throws IOException {
        Path jar = of("SCALED", TWICE).into(folder.resolve("scaled.jar"));
        PlugInFolders folders = folders();
        Catalogues before = folders.current();
        assertSame(before, folders.current());
        of("SCALED", THRICE + "  ").into(jar);
        Files.setLastModifiedTime(jar, java.nio.file.attribute.FileTime.fromMillis(1));
        assertArrayEquals(new double[] {2}, compute(before, "SCALED", 1));
        assertSame(before, folders.known());
        assertArrayEquals(new double[] {3}, compute(folders.current(), "SCALED", 1));
        assertArrayEquals(new double[] {2}, compute(before, "SCALED", 1));
        Files.delete(jar);
        assertTrue(folders.current().indicators().find("SCALED").isEmpty());
    }

    @Test
    void aTouchedJarWithTheSameContentIsNotLoadedAgain() throws IOException {
        Path jar = of("TWICE", TWICE).into(folder.resolve("twice.jar"));
        PlugInFolders folders = folders();
        Catalogues before = folders.current();
        Files.setLastModifiedTime(jar, java.nio.file.attribute.FileTime.fromMillis(1));
        assertSame(before, folders.current());
        assertNotSame(before, folders.fresh());
    }

    @Test
    void aBrokenJarIsReportedAndStopsNothingElse() throws IOException {
        Path sound = of("TWICE", TWICE).into(folder.resolve("sound.jar"));
        Files.writeString(folder.resolve("a-text.jar"), "no jar at all");
        byte[] bytes = Files.readAllBytes(sound);
        Files.write(folder.resolve("b-half.jar"), java.util.Arrays.copyOf(bytes, bytes.length / 3));
        Catalogues catalogues = folders().current();
        assertTrue(onlyProblem(catalogues, "a-text.jar").contains("no jar"));
        assertEquals(3, catalogues.plugIns().size());
        assertTrue(catalogues.plugIns().get(1).problems().size() >= 1);
        assertArrayEquals(new double[] {2}, compute(catalogues, "TWICE", 1));
    }

    @Test
    void aJarForANewerFaceIsRefusedInWords() throws IOException {
        of("TWICE", TWICE).spi("2").into(folder.resolve("newer.jar"));
        Catalogues catalogues = folders().current();
        assertEquals(
                "It needs version 2 of the plug-in face, and this Tickwright has version 1. Use a newer Tickwright, or"
                        + " a jar made for this one.",
                onlyProblem(catalogues, "newer.jar"));
        assertTrue(catalogues.indicators().find("TWICE").isEmpty());
    }

    @Test
    void aDefinitionThatThrowsLeavesTheOthersOfItsJar() throws IOException {
        of("TWICE", TWICE).names("made.Missing").indicator("made.Angry", """
            package made;
            import org.tickwright.spi.*;
            public final class Angry implements IndicatorDefinition {
                public Angry() { throw new IllegalStateException("not today"); }
                public IndicatorSpec spec() { return null; }
                public int lookback(IndicatorArguments a) { return 0; }
                public IndicatorKernel kernel(IndicatorArguments a, int begin) { return null; }
            }
            """).into(folder.resolve("mixed.jar"));
        Catalogues catalogues = folders().current();
        List<String> problems = catalogues.plugIns().getFirst().problems();
        assertEquals(2, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains("made.Missing"), problems.get(0));
        assertTrue(problems.get(1).contains("not today"), problems.get(1));
        assertArrayEquals(new double[] {2}, compute(catalogues, "TWICE", 1));
    }

    @Test
    void aNameThatIsTakenStaysWithWhoHasIt() throws IOException {
        of("SMA", TWICE).into(folder.resolve("a.jar"));
        of("TWICE", TWICE).into(folder.resolve("b.jar"));
        of("TWICE", THRICE).into(folder.resolve("c.jar"));
        Catalogues catalogues = folders().current();
        assertTrue(onlyProblem(catalogues, "a.jar").contains("indicator.SMA is left out: Tickwright itself"));
        assertTrue(onlyProblem(catalogues, "c.jar").contains("b.jar has one of that name"));
        assertArrayEquals(new double[] {2}, compute(catalogues, "TWICE", 1));
    }

    @Test
    void aPlugInSeesTheFaceAndNotTheProgram() throws IOException {
        of(
                        "NOSY",
                        "out[from] = org.tickwright.engine.EngineVersion.CURRENT.length() + new"
                                + " org.tickwright.kernel.ContentHash().hex().length();")
                .into(folder.resolve("nosy.jar"));
        Catalogues catalogues = folders().current();
        RuntimeException fault = assertThrows(RuntimeException.class, () -> compute(catalogues, "NOSY", 1));
        assertTrue(String.valueOf(fault.getMessage()).contains("org.tickwright.kernel.ContentHash"), fault::toString);
    }

    @Test
    void aKernelThatThrowsNamesNodeBarAndJar() throws IOException {
        of(
                        "FRAIL",
                        "for (int i = from; i < to; i++) { if (i == 17) throw new IllegalStateException(\"no 17\");"
                                + " out[i] = x[i]; }")
                .into(folder.resolve("frail.jar"));
        Evaluation run = enteringOn("indicator.FRAIL").bind(bars(40), Map.of());
        NodeFault fault = assertThrows(NodeFault.class, () -> run.prepare(40));
        assertEquals(17, fault.bar());
        assertEquals("mine", fault.node());
        assertTrue(
                fault.getMessage()
                        .startsWith("Node mine stopped at bar 17 (2020-01-18T00:00:00Z). FRAIL of"
                                + " frail.jar failed: IllegalStateException: no 17"),
                fault.getMessage());
    }

    @Test
    void aKernelThatChangesAKnownValueIsStopped() throws IOException {
        of("REPAINTS", "for (int i = from; i < to; i++) { out[i] = x[i]; if (i > 3) out[i - 3] = -1; }")
                .into(folder.resolve("repaints.jar"));
        Evaluation run = enteringOn("indicator.REPAINTS").bind(bars(40), Map.of());
        run.prepare(10);
        NodeFault fault = assertThrows(NodeFault.class, () -> run.prepare(11));
        assertTrue(
                fault.getMessage().contains("REPAINTS of repaints.jar changed its value at bar 7 from 107.0 to -1.0"),
                fault.getMessage());
    }

    @Test
    void aKernelCannotSpoilTheBars() throws IOException {
        of("SPOILS", "for (int i = from; i < to; i++) { out[i] = x[i]; x[i] = 0; }")
                .into(folder.resolve("spoils.jar"));
        Bars bars = bars(40);
        String hash = bars.contentHash();
        enteringOn("indicator.SPOILS").bind(bars, Map.of()).prepare(40);
        assertEquals(hash, bars.contentHash());
    }

    private Program enteringOn(String type) {
        StrategyDocument document = StrategyDocument.empty("test")
                .withGraph(
                        List.of(
                                Node.of("mine", type, Map.of()),
                                Node.of("price", "price", Map.of()),
                                Node.of("above", "greater", Map.of()),
                                Node.of("enter", "enterLong", Map.of())),
                        List.of(
                                Wire.of("price.value", "above.a"),
                                Wire.of("mine.value", "above.b"),
                                Wire.of("above.value", "enter.when")));
        return Program.of(document, folders().current().nodes());
    }

    private static Bars bars(int count) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, count);
        long day = 86_400_000_000_000L;
        for (int i = 0; i < count; i++) {
            bars.append((18_262L + i) * day, 100 + i, 101 + i, 99 + i, 100 + i, 1000);
        }
        return bars;
    }
}
