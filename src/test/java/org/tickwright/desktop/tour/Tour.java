package org.tickwright.desktop.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.shell.StartOptions;

/// Opens every screen in its states with real content, dark and light, at two sizes; writes a picture of each and looks
/// its scene over. What is wrong anywhere comes in one list at the end, with the picture and the place in it.
abstract class Tour {
    private static final int[][] SIZES = {{1440, 900}, {1280, 720}};

    @TempDir
    Path home;

    private final Pictures pictures;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final List<Future<?>> written = new ArrayList<>();
    private final FocusCheck focus = new FocusCheck();
    private final List<String> found = new ArrayList<>();
    private TourWindow window;
    private TourHand hand;

    /// A tour whose pictures go to a folder of that name below `target`.
    Tour(String folder) {
        pictures = new Pictures(folder);
    }

    @BeforeEach
    void open() throws Exception {
        window = new TourWindow(home, StartOptions.Welcome.ALWAYS);
        hand = new TourHand(window);
    }

    @AfterEach
    void close() throws Exception {
        writer.shutdown();
        window.close();
    }

    @Test
    void everyScreenIsLegibleOnTheGridAndShowsTheFocus() throws Exception {
        for (Stop stop : Stops.all(hand, home)) {
            stop.arrive().run();
            window.settle();
            for (int[] size : SIZES) {
                for (String theme : List.of("dark", "light")) {
                    look(stop.name(), theme, size[0], size[1]);
                }
            }
        }
        for (Future<?> file : written) {
            file.get();
        }
        assertEquals(List.of(), found, () -> String.join("\n", found) + "\n");
    }

    private void look(String name, String theme, int width, int height) throws Exception {
        onScreen(() -> hand.theme(theme));
        String picture = name + "-" + theme + "-" + width + "x" + height;
        WritableImage image = window.picture(width, height);
        written.add(writer.submit(() -> pictures.write(picture, image)));
        Scene scene = window.workstation().scene();
        Palette palette = theme.equals("dark") ? Palette.DARK : Palette.LIGHT;
        List<String> wrong = new ArrayList<>(onScreen(() -> SceneCheck.look(scene.getRoot(), palette.background())));
        if (theme.equals("dark") && width == SIZES[0][0]) {
            wrong.addAll(focus.look(scene));
        }
        wrong.forEach(line -> found.add(picture + ": " + line));
    }
}
