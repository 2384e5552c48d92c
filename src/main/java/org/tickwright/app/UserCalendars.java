package org.tickwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.market.calendar.ExchangeCalendars;

/// Reads the calendars that a user keeps in the home: files `ID.calendar`, each in place of the shipped one of that id.
///
/// A file that cannot be read is left out with a message that names the file and the line; the program starts all the
/// same.
final class UserCalendars {
    private static final Logger LOG = LoggerFactory.getLogger(UserCalendars.class);
    private static final String SUFFIX = ".calendar";

    private UserCalendars() {}

    /// The shipped calendars and those of a folder, which need not be there.
    static ExchangeCalendars read(Path folder) {
        ExchangeCalendars all = ExchangeCalendars.shipped();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            String id = name.substring(0, name.length() - SUFFIX.length()).toUpperCase(Locale.ROOT);
            try {
                all = all.with(id, Files.readAllLines(file));
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The calendar {} is left out: {}", file, e.getMessage());
            }
        }
        return all;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("The calendars in {} cannot be listed: {}", folder, e.getMessage());
            return List.of();
        }
    }
}
