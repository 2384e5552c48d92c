package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.StrategyFormatException;

class StrategyLibraryTest {
    @TempDir
    private Path home;

    private Path folder;
    private StrategyLibrary library;

    @BeforeEach
    void openLibrary() {
        folder = home.resolve("strategies");
        library = new StrategyLibrary(folder);
    }

    @Test
    void offersTheTemplatesInTheOrderOfTheGallery() {
        assertEquals(
                List.of("sma-cross", "rsi-reversion", "macd-cross", "donchian-atr", "pairs-spread", "rotation"),
                library.templates().stream().map(StrategyDocument::name).toList());
    }

    @Test
    void isEmptyBeforeAnythingWasSaved() throws IOException {
        assertEquals(List.of(), library.list());
        assertTrue(Files.notExists(folder));
    }

    @Test
    void savesListsOpensAndReplaces() throws Exception {
        StrategyDocument first = library.templates().getFirst().withName("Mine");
        Path file = library.save(first);
        assertEquals(first, library.open(file));
        StrategyDocument second = first.withNode(Node.of("k", "constant", Map.of("value", 1.0)), new Point(0, 0));
        assertEquals(file, library.save(second));
        library.save(first.withName("another"));
        assertEquals(second, library.open(file));
        assertEquals(
                List.of("another", "Mine"),
                library.list().stream().map(StrategyLibrary.Item::name).toList());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing else is left behind");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b", "..", "../../evil", "C:\\x", "50 % up?", ".hidden", "end.", "CON", "", " ", "ä€", "x%2Fy"
            })
    void keepsAnyNameInsideItsFolder(String name) throws Exception {
        StrategyDocument document = StrategyDocument.empty(name);
        Path file = library.save(document);
        assertEquals(folder.toAbsolutePath(), file.toAbsolutePath().normalize().getParent());
        assertEquals(document, library.open(file));
        assertEquals(file, library.list().getFirst().file());
    }

    @Test
    void givesDifferentNamesDifferentFiles() throws IOException {
        String longName = "x".repeat(300);
        List<String> names = List.of("a/b", "a%2Fb", "a:b", longName, longName + "y", "a b");
        for (String name : names) {
            library.save(StrategyDocument.empty(name));
        }
        assertEquals(names.size(), library.list().size());
    }

    @Test
    void leavesTheOldFileWholeWhereSavingFails() throws Exception {
        StrategyDocument good = StrategyDocument.empty("s");
        Path file = library.save(good);
        StrategyDocument bad = good.withNode(Node.of("k", "constant", Map.of("value", Double.NaN)), new Point(0, 0));
        assertThrows(IllegalArgumentException.class, () -> library.save(bad));
        assertEquals(good, library.open(file));
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoStrategy() throws IOException {
        Path binary = home.resolve("x.strategy.json");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        StrategyFormatException refusal = assertThrows(StrategyFormatException.class, () -> library.open(binary));
        assertTrue(refusal.getMessage().contains("x.strategy.json is not text in UTF-8"), refusal.getMessage());
        assertThrows(IOException.class, () -> library.open(home.resolve("gone.strategy.json")));
    }
}
