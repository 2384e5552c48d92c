package org.tickwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.shell.HomeInUseDialog;
import org.tickwright.desktop.shell.StartOptions.Welcome;
import org.tickwright.desktop.shell.Workstation;
import org.tickwright.market.StoreException;

/// Runs the workstation in a window, or draws it into pictures where there is no display.
final class DesktopApplication {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopApplication.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger code = new AtomicInteger();
    private @Nullable OpenHome open;

    private DesktopApplication() {}

    /// Shows the window and returns the exit code once it is closed.
    static int open(TickwrightHome home) {
        DesktopApplication application = new DesktopApplication();
        Platform.setImplicitExit(false);
        Platform.startup(() -> application.start(home));
        try {
            application.closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        if (application.open != null) {
            application.open.close();
        }
        return application.code.get();
    }

    private void start(TickwrightHome home) {
        try {
            OpenHome writable = OpenHome.forWriting(home);
            if (writable == null) {
                HomeInUseDialog.ask(
                        home.directory(), HomeLock.holder(home), () -> look(home), this::startElsewhere, this::quit);
            } else {
                show(writable);
            }
        } catch (IOException | StoreException | RuntimeException e) {
            fail(home, e);
        }
    }

    private void startElsewhere(Path directory) {
        start(new TickwrightHome(directory.toAbsolutePath().normalize()));
    }

    private void look(TickwrightHome home) {
        try {
            show(OpenHome.forReading(home));
        } catch (IOException | StoreException | RuntimeException e) {
            fail(home, e);
        }
    }

    private void show(OpenHome opened) {
        open = opened;
        Stage stage = new Stage();
        Workstation workstation = Desktop.assemble(opened, Welcome.FIRST_TIME);
        stage.setOnHidden(event -> quit());
        workstation.show(stage);
    }

    private void fail(TickwrightHome home, Exception failure) {
        LOG.error("The workstation did not start on {}", home.directory(), failure);
        System.err.println("Tickwright did not start on " + home.directory() + ": " + failure.getMessage()
                + ". Your files were left as they are. Name another home with --home DIR; details are in " + home.logs()
                + ".");
        code.set(1);
        quit();
    }

    private void quit() {
        closed.countDown();
    }

    /// Draws the workstation with the sample data into PNG files, with JavaFX's headless platform.
    static List<Path> pictures(OpenHome opened, Path folder) throws IOException {
        headless();
        Platform.setImplicitExit(false);
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        List<Path> files = new ArrayList<>();
        try {
            started.await();
            Workstation workstation = onScreenThread(() -> {
                Workstation made = Desktop.assemble(opened, Welcome.NEVER);
                made.snapshot(1440, 900);
                made.trySample();
                return made;
            });
            settle(workstation);
            for (PlaceId place : PlaceId.values()) {
                onScreenThread(() -> {
                    workstation.go(place);
                    return workstation.snapshot(1440, 900);
                });
                settle(workstation);
                WritableImage image = onScreenThread(() -> workstation.snapshot(1440, 900));
                Path file = folder.resolve(place.name().toLowerCase(java.util.Locale.ROOT) + ".png");
                Path half = Files.createTempFile(folder, "picture", ".new");
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", half.toFile());
                Files.move(half, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                files.add(file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
        return files;
    }

    /// Shows the workstation in a window of JavaFX's headless platform, visits every place and closes it.
    static void rehearse(OpenHome opened) throws IOException {
        headless();
        Platform.setImplicitExit(false);
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        try {
            started.await();
            Stage stage = onScreenThread(Stage::new);
            Workstation workstation = onScreenThread(() -> {
                Workstation made = Desktop.assemble(opened, Welcome.ALWAYS);
                made.show(stage);
                return made;
            });
            for (PlaceId place : PlaceId.values()) {
                settle(workstation);
                onScreenThread(() -> {
                    workstation.go(place);
                    return place;
                });
            }
            settle(workstation);
            onScreenThread(() -> {
                stage.hide();
                return stage;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
    }

    private static void headless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /// Waits until nothing runs in the background that the screen shows, and two pulses have passed.
    private static void settle(Workstation workstation) throws IOException, InterruptedException {
        long give = System.nanoTime() + PATIENCE.toNanos();
        int quiet = 0;
        while (quiet < 10 && System.nanoTime() < give) {
            quiet = onScreenThread(workstation::idle) ? quiet + 1 : 0;
            Thread.sleep(50);
        }
    }

    private static <T> T onScreenThread(Callable<T> work) throws IOException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("The workstation could not be drawn: " + e.getCause(), e);
        }
    }
}
