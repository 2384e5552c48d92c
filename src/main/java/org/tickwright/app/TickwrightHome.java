package org.tickwright.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A user's home: the store, strategies, reports, settings and logs lie below it and nowhere else.
record TickwrightHome(Path directory) {
    /// What `user-config/` holds; the first launch copies it.
    static final List<String> USER_CONFIG = List.of("settings.json", "keymap.json");

    /// The home that the option, `TICKWRIGHT_HOME` or the platform's convention names, in this order.
    static TickwrightHome locate(@Nullable Path option, Map<String, String> environment) {
        if (option != null && !option.toString().isBlank()) {
            return new TickwrightHome(option.toAbsolutePath().normalize());
        }
        String variable = environment.get("TICKWRIGHT_HOME");
        if (variable != null && !variable.isBlank()) {
            return new TickwrightHome(Path.of(variable).toAbsolutePath().normalize());
        }
        return new TickwrightHome(conventional(environment));
    }

    private static Path conventional(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path user = Path.of(System.getProperty("user.home", "."));
        if (system.contains("win")) {
            String roaming = environment.get("APPDATA");
            return (roaming == null ? user.resolve("AppData/Roaming") : Path.of(roaming)).resolve("Tickwright");
        }
        if (system.contains("mac")) {
            return user.resolve("Library/Application Support/Tickwright");
        }
        String data = environment.get("XDG_DATA_HOME");
        return (data == null || data.isBlank() ? user.resolve(".local/share") : Path.of(data)).resolve("tickwright");
    }

    /// Makes the folders and copies the defaults that are not there yet; files of the user's are never touched.
    void prepare() throws IOException {
        Files.createDirectories(logs());
        Files.createDirectories(store());
        Files.createDirectories(strategies());
        Files.createDirectories(plugins());
        for (String name : USER_CONFIG) {
            Path target = directory.resolve(name);
            if (Files.exists(target)) {
                continue;
            }
            try (InputStream defaults = TickwrightHome.class.getResourceAsStream("/user-config/" + name)) {
                if (defaults == null) {
                    throw new IOException("The program is incomplete: it lacks user-config/" + name);
                }
                Path half = Files.createTempFile(directory, name, ".new");
                Files.copy(defaults, half, StandardCopyOption.REPLACE_EXISTING);
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    Path store() {
        return directory.resolve("store");
    }

    Path logs() {
        return directory.resolve("logs");
    }

    Path strategies() {
        return directory.resolve("strategies");
    }

    /// Calendars of exchanges that the user adds, files `ID.calendar`; the folder need not be there.
    Path calendars() {
        return directory.resolve("calendars");
    }

    /// Where a person drops plug-ins; made by them or at the first launch.
    Path plugins() {
        return directory.resolve("plugins");
    }

    Path reports() {
        return directory.resolve("reports");
    }
}
