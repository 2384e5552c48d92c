package org.tickwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final Settings LIGHT_GERMAN = new Settings(Theme.LIGHT, Locale.GERMANY);

    @TempDir
    Path home;

    @Test
    void startsWithTheDefaults() {
        SettingsFile.Loaded loaded = new SettingsFile(home).load();
        assertEquals(Settings.DEFAULTS, loaded.settings());
        assertNull(loaded.trouble());
    }

    @Test
    void readsBackWhatWasSaved() throws IOException {
        new SettingsFile(home).save(LIGHT_GERMAN);
        assertEquals(LIGHT_GERMAN, new SettingsFile(home).load().settings());
        assertFalse(Files.exists(home.resolve("settings.json.new")));
    }

    @Test
    void keepsFieldsOfALaterVersion() throws IOException {
        Files.writeString(home.resolve("settings.json"), "{\"theme\": \"light\", \"sound\": \"quiet\"}");
        new SettingsFile(home).save(LIGHT_GERMAN);
        assertTrue(Files.readString(home.resolve("settings.json")).contains("quiet"));
    }

    @Test
    void explainsADamagedFileAndLeavesItAsItIs() throws IOException {
        String damaged = "{\"theme\": \"dark\",\n oops}";
        Files.writeString(home.resolve("settings.json"), damaged);
        SettingsFile.Loaded loaded = new SettingsFile(home).load();
        assertEquals(Settings.DEFAULTS, loaded.settings());
        String trouble = loaded.trouble();
        assertNotNull(trouble);
        assertTrue(trouble.contains("line 2") && trouble.contains("not changed"), trouble);
        assertEquals(damaged, Files.readString(home.resolve("settings.json")));
    }

    @Test
    void keepsADamagedFileAsideWhenAChangeIsSavedOverIt() throws IOException {
        Files.writeString(home.resolve("settings.json"), "not json");
        SettingsFile file = new SettingsFile(home);
        assertNotNull(file.load().trouble());
        file.save(LIGHT_GERMAN);
        assertEquals("not json", Files.readString(home.resolve("settings.damaged.json")));
        assertEquals(LIGHT_GERMAN, new SettingsFile(home).load().settings());
    }

    @Test
    void refusesAThemeThatDoesNotExist() throws IOException {
        Files.writeString(home.resolve("settings.json"), "{\"theme\": \"pink\"}");
        String trouble = new SettingsFile(home).load().trouble();
        assertNotNull(trouble);
        assertTrue(trouble.contains("theme must be dark or light, was 'pink'"), trouble);
    }
}
