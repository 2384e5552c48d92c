package org.tickwright.desktop.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.shell.Routes;
import org.tickwright.desktop.shell.StartOptions;
import org.tickwright.desktop.shell.Workstation;
import org.tickwright.desktop.tour.FakePlace;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.Workbench;

/// Writes pictures of Studio in its states to a folder, dark and light, at both sizes: for looking at.
final class StudioPictures {
    private final Path out;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private Workstation desk;
    private StudioPlace studio;

    @SuppressWarnings("NullAway")
    private StudioPictures(Path out) {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        StudioPictures pictures = new StudioPictures(Path.of(args[0]));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(() -> {
            pictures.start();
            started.countDown();
        });
        started.await();
        pictures.settle();
        pictures.shoot(args.length > 1 ? Set.of(args[1].split(",")) : Set.of());
        pictures.executor.shutdown();
        Platform.exit();
    }

    private void start() {
        try {
            Path home = Files.createTempDirectory("studio-pictures");
            Workbench bench = StudioBench.in(home);
            desk = new Workstation(
                    bench,
                    new StartOptions(
                            executor, () -> 1_700_000_000_000_000_000L, () -> 84_000_000, StartOptions.Welcome.NEVER));
            studio = new StudioPlace(desk);
            desk.open(
                    List.of(
                            new FakePlace(PlaceId.CHARTS),
                            studio,
                            new FakePlace(PlaceId.BACKTEST),
                            new FakePlace(PlaceId.DATA)),
                    Routes.NONE);
            desk.show(new Stage());
            desk.go(PlaceId.STUDIO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void settle() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            CountDownLatch pulse = new CountDownLatch(1);
            Platform.runLater(pulse::countDown);
            pulse.await();
            Thread.sleep(10);
        }
    }

    private void shoot(Set<String> wanted) throws Exception {
        List<StrategyDocument> templates = desk.workbench().strategies().templates();
        for (StrategyDocument template : templates) {
            state(wanted, template.name(), () -> studio.model().open(template, null));
        }
        StrategyDocument first = templates.getFirst();
        state(wanted, "selected", () -> {
            studio.model().open(first, null);
            studio.model().select(Set.of("fast"));
        });
        state(wanted, "problems", () -> {
            studio.model().open(first, null);
            studio.model().select(studio.model().document().wires().getFirst());
            new GraphActions(studio.model()).deleteSelection();
            studio.model().select(studio.model().document().wires().getLast());
            new GraphActions(studio.model()).deleteSelection();
            studio.model().select(Set.of("exitShort"));
        });
        state(wanted, "search", () -> {
            studio.model().open(first, null);
            studio.graph().popups().addNode(null);
        });
        state(wanted, "empty", () -> studio.model().open(StrategyDocument.empty("untitled"), null));
        state(wanted, "gallery", () -> desk.workbench());
    }

    private void state(Set<String> wanted, String name, Runnable prepare) throws Exception {
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            return;
        }
        for (int[] size : new int[][] {{1440, 900}, {1280, 720}}) {
            for (Palette palette : List.of(Palette.DARK, Palette.LIGHT)) {
                if (size[0] == 1280 && !palette.dark()) {
                    continue;
                }
                on(() -> {
                    if (desk.settings().palette().get().dark() != palette.dark()) {
                        switchTheme();
                    }
                    desk.snapshot(size[0], size[1]);
                    studio.back();
                    studio.back();
                    prepare.run();
                    studio.graph().fit();
                    if (name.equals("gallery")) {
                        studio.commands().stream()
                                .filter(c -> c.id().equals("studio.open"))
                                .forEach(c -> c.action().run());
                    }
                });
                settle();
                WritableImage[] image = new WritableImage[1];
                on(() -> {
                    desk.snapshot(size[0], size[1]);
                    studio.graph().fit();
                    image[0] = desk.snapshot(size[0], size[1]);
                });
                Files.createDirectories(out);
                String file = name + "-" + size[0] + (palette.dark() ? "-dark" : "-light") + ".png";
                ImageIO.write(
                        SwingFXUtils.fromFXImage(image[0], null),
                        "png",
                        out.resolve(file).toFile());
            }
        }
    }

    private void switchTheme() {
        desk.scene()
                .getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.L, true, true, false, false));
    }

    private static void on(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        done.await();
    }
}
