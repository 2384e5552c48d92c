package org.tickwright.desktop.studio;

import static org.tickwright.desktop.studio.StudioWindow.onFx;
import static org.tickwright.desktop.studio.StudioWindow.until;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Slider;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;

/// How often a second the preview in Studio is redrawn while a slider is drawn along over 250,000 bars: the whole
/// window, run, chart and figures, a new value at every pulse. The machine should have nothing else to do.
public final class SliderRate {
    private static final int WARM = 60;
    private static final int COUNTED = 160;

    private SliderRate() {}

    /// Prints redraws a second and the time between two.
    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("slider");
        SeriesKey key = new SeriesKey("LONG", SyntheticBars.minutes(42, 1).timeframe());
        try (StudioWindow window = new StudioWindow(
                home, store -> store.save(key, SyntheticBars.minutes(42, PreviewBenchmark.BARS), "generated", true))) {
            window.show(Sketch.smaCross());
            window.settled();
            onFx(() -> {
                SeriesInfo wanted = window.studio.preview().choicesProperty().get().stream()
                        .filter(series -> series.key().equals(key))
                        .findFirst()
                        .orElseThrow();
                window.studio.preview().choose(wanted);
                return true;
            });
            until(() -> window.studio.preview().series().filter(key::equals).isPresent());
            window.settled();
            print(redraws(window));
        }
        System.exit(0);
    }

    /// A new result on the screen: when, how long its run took, what the window's thread had used until then.
    private record Redraw(long time, double run, long used) {}

    private static List<Redraw> redraws(StudioWindow window) throws InterruptedException {
        List<Redraw> redraws = new ArrayList<>();
        CountDownLatch enough = new CountDownLatch(WARM + COUNTED);
        AnimationTimer drag = onFx(() -> {
            Slider slider = (Slider) window.robot.lookup("#slider-fast").query();
            slider.setValueChanging(true);
            AnimationTimer timer = new AnimationTimer() {
                private RunResult seen = window.studio.preview().state().result();
                private int at;

                @Override
                public void handle(long now) {
                    RunResult result = window.studio.preview().state().result();
                    if (result != seen) {
                        seen = result;
                        redraws.add(new Redraw(
                                System.nanoTime(),
                                window.studio.preview().state().millis(),
                                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
                        enough.countDown();
                    }
                    int steps = (int) ((slider.getMax() - slider.getMin()) / slider.getBlockIncrement());
                    slider.setValue(slider.getMin() + at++ % (steps + 1) * slider.getBlockIncrement());
                }
            };
            timer.start();
            return timer;
        });
        enough.await();
        return onFx(() -> {
            drag.stop();
            return List.copyOf(redraws);
        });
    }

    private static void print(List<Redraw> redraws) {
        List<Redraw> counted = redraws.subList(WARM, redraws.size());
        int spans = counted.size() - 1;
        double[] between = new double[spans];
        double[] used = new double[spans];
        double[] runs = new double[spans];
        for (int i = 0; i < spans; i++) {
            between[i] = (counted.get(i + 1).time() - counted.get(i).time()) / 1e6;
            used[i] = (counted.get(i + 1).used() - counted.get(i).used()) / 1e6;
            runs[i] = counted.get(i + 1).run();
        }
        Stream.of(between, used, runs).forEach(Arrays::sort);
        double seconds = (counted.getLast().time() - counted.getFirst().time()) / 1e9;
        System.out.printf(
                "redraws a second %.1f; between two: median %.1f ms, slowest of twenty %.1f ms; of these the run %.1f"
                        + " ms, the window's thread %.1f ms of processor time (load %.1f)%n",
                spans / seconds,
                between[spans / 2],
                between[spans * 19 / 20],
                runs[spans / 2],
                used[spans / 2],
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
