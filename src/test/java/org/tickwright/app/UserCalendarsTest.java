package org.tickwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.calendar.ExchangeCalendars;

class UserCalendarsTest {
    @TempDir
    Path folder;

    @Test
    void addsTheCalendarsOfTheFolderAndLeavesOutTheBroken() throws Exception {
        Files.write(folder.resolve("mine.calendar"), List.of("title Mine", "like XNYS", "closed 2024-03-12 : Our day"));
        Files.write(folder.resolve("broken.calendar"), List.of("title Broken", "nonsense here"));
        ExchangeCalendars all = UserCalendars.read(folder);
        assertFalse(all.get("MINE").trades(LocalDate.parse("2024-03-12")));
        assertTrue(all.get("MINE").trades(LocalDate.parse("2024-03-13")));
        assertTrue(all.find("BROKEN").isEmpty());
        assertEquals(
                ExchangeCalendars.shipped().all().size(),
                UserCalendars.read(folder.resolve("nowhere")).all().size());
    }
}
