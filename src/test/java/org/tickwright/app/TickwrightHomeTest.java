package org.tickwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TickwrightHomeTest {

    @Test
    void optionWinsOverVariableAndVariableOverConvention(@TempDir Path directory) {
        Map<String, String> environment =
                Map.of("TICKWRIGHT_HOME", directory.resolve("b").toString());
        assertEquals(
                directory.resolve("a"),
                TickwrightHome.locate(directory.resolve("a"), environment).directory());
        assertEquals(
                directory.resolve("b"), TickwrightHome.locate(null, environment).directory());
        assertTrue(TickwrightHome.locate(null, Map.of("XDG_DATA_HOME", directory.toString(), "APPDATA", "x"))
                .directory()
                .isAbsolute());
    }

    @Test
    void firstLaunchCopiesTheDefaultsAndLaterOnesLeaveThemAlone(@TempDir Path directory) throws IOException {
        TickwrightHome home = new TickwrightHome(directory.resolve("home"));
        home.prepare();
        for (String name : TickwrightHome.USER_CONFIG) {
            assertTrue(Files.size(home.directory().resolve(name)) > 0, name);
        }
        Path settings = home.directory().resolve("settings.json");
        Files.writeString(settings, "mine");
        home.prepare();
        assertEquals("mine", Files.readString(settings));
    }

    @Test
    void everyDefaultOfTheRepositoryIsCopied() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("user-config"))) {
            assertEquals(
                    files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()),
                    Set.copyOf(TickwrightHome.USER_CONFIG));
        }
    }

    @Test
    void secondProgramDoesNotGetTheLock(@TempDir Path directory) throws IOException {
        TickwrightHome home = new TickwrightHome(directory);
        home.prepare();
        HomeLock first = HomeLock.take(home);
        assertNotNull(first);
        assertNull(HomeLock.take(home));
        assertEquals("process " + ProcessHandle.current().pid(), HomeLock.holder(home));
        first.close();
        HomeLock second = HomeLock.take(home);
        assertNotNull(second);
        second.close();
    }
}
