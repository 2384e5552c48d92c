package org.tickwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.DeskCommand;

class KeyMapTest {
    private static final DeskCommand SAVE = DeskCommand.of("studio.save", "Save", "Shortcut+S", () -> {});
    private static final DeskCommand FIND = DeskCommand.of("frame.search", "Find", null, () -> {});

    @TempDir
    Path home;

    private KeyMap write(String json) throws IOException {
        Path file = home.resolve("keymap.json");
        Files.writeString(file, json);
        return KeyMap.load(file);
    }

    @Test
    void takesTheShippedKeysWhereThereIsNoFile() {
        KeyMap keys = KeyMap.load(home.resolve("keymap.json"));
        assertEquals(KeyCombination.valueOf("Shortcut+K"), keys.keyOf(FIND));
        assertEquals(KeyCombination.valueOf("Shortcut+S"), keys.keyOf(SAVE));
        assertTrue(keys.troubles().isEmpty());
    }

    @Test
    void putsTheUsersKeyBeforeTheCommandsOwn() throws IOException {
        assertEquals(
                KeyCombination.valueOf("Shortcut+Shift+S"),
                write("{\"keys\": {\"studio.save\": \"Shortcut+Shift+S\"}}").keyOf(SAVE));
    }

    @Test
    void takesAKeyAwayForAnEmptyText() throws IOException {
        assertNull(write("{\"keys\": {\"studio.save\": \"\"}}").keyOf(SAVE));
    }

    @Test
    void keepsTheUsualKeyAndSaysSoWhereOneIsNotUnderstood() throws IOException {
        KeyMap keys = write("{\"keys\": {\"studio.save\": \"Shortcut+Shortcut+Nonsense\"}}");
        assertEquals(SAVE.key(), keys.keyOf(SAVE));
        assertTrue(keys.troubles().getFirst().contains("studio.save"));
    }

    @Test
    void keepsAllUsualKeysAndNamesThePlaceInAFileThatIsNoJson() throws IOException {
        KeyMap keys = write("{\n  \"keys\": {,}\n}");
        assertEquals(SAVE.key(), keys.keyOf(SAVE));
        assertTrue(
                keys.troubles().getFirst().contains("line 2"), keys.troubles().toString());
    }

    @Test
    void reportsTwoCommandsOfOneKey() throws IOException {
        KeyMap keys = write("{\"keys\": {\"frame.search\": \"Shortcut+S\"}}");
        List<KeyMap.Conflict> conflicts = keys.conflicts(List.of(FIND, SAVE));
        assertEquals(1, conflicts.size());
        assertEquals("Find", conflicts.getFirst().first().title());
        assertEquals("Save", conflicts.getFirst().second().title());
    }
}
