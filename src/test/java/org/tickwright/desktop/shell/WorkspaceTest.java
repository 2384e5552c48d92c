package org.tickwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.PlaceId;

class WorkspaceTest {
    @TempDir
    Path home;

    @Test
    void isAbsentOnAFreshHome() {
        assertTrue(Workspace.load(home).isEmpty());
    }

    @Test
    void findsWindowPlaceAndStatesAgain() throws IOException {
        Workspace left =
                new Workspace(1280, 720, true, PlaceId.DATA, Map.of(PlaceId.CHARTS, Map.of("series", "AAPL 1d")));
        left.save(home);
        Workspace found = Workspace.load(home).orElseThrow();
        assertEquals(1280, found.width());
        assertTrue(found.maximised());
        assertEquals(PlaceId.DATA, found.place());
        assertEquals("AAPL 1d", found.states().get(PlaceId.CHARTS).get("series"));
    }

    @Test
    void startsAfreshWhereTheFileIsDamaged() throws IOException {
        Path file = Workspace.file(home);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"place\": \"NOWHERE\"}");
        assertEquals(Workspace.FIRST, Workspace.load(home).orElseThrow());
    }

    @Test
    void ignoresASizeThatNoScreenHas() throws IOException {
        new Workspace(3, 1e9, false, PlaceId.DATA, Map.of()).save(home);
        assertEquals(Workspace.FIRST.width(), Workspace.load(home).orElseThrow().width());
    }
}
