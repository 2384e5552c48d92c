package org.tickwright.desktop.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.shell.StartOptions;

/// Opens every screen in its states with real content, dark and light, at two sizes; writes a picture of each to
/// `target/screenshots` and looks it over.
class ScreenshotTourTest {
    private static final int[][] SIZES = {{1440, 900}, {1280, 720}};

    @TempDir
    Path home;

    private final Pictures pictures = new Pictures();
    private final FocusCheck focus = new FocusCheck();
    private final List<String> found = new ArrayList<>();
    private TourWindow window;
    private Stops stops;

    @BeforeEach
    void open() throws Exception {
        window = new TourWindow(home, StartOptions.Welcome.ALWAYS);
        stops = new Stops(window, home);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void everyScreenIsLegibleOnTheGridAndShowsTheFocus() throws Exception {
        for (Stops.Stop stop : stops.all()) {
            stop.arrive().run();
            window.settle();
            for (int[] size : SIZES) {
                for (String theme : List.of("dark", "light")) {
                    look(stop.name(), theme, size[0], size[1]);
                }
            }
        }
        assertEquals(List.of(), found, () -> String.join("\n", found) + "\n");
    }

    private void look(String name, String theme, int width, int height) throws Exception {
        onScreen(() -> stops.theme(theme));
        String picture = name + "-" + theme + "-" + width + "x" + height;
        pictures.write(picture, window.picture(width, height));
        Scene scene = window.workstation().scene();
        Palette palette = theme.equals("dark") ? Palette.DARK : Palette.LIGHT;
        List<String> wrong = new ArrayList<>(onScreen(() -> SceneCheck.look(scene.getRoot(), palette.background())));
        if (theme.equals("dark") && width == SIZES[0][0]) {
            wrong.addAll(focus.look(scene));
        }
        wrong.forEach(line -> found.add(picture + ": " + line));
    }
}
