package org.tickwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.kernel.Progress;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.Storage;
import org.tickwright.workbench.StoreUpkeep;

class StoreCareModelTest {
    @TempDir
    Path home;

    private StoreUpkeep.Verdict verdict = new StoreUpkeep.Verdict(1_200, 2, 3, 4, List.of());

    /// Does the work at once, on the thread that asks.
    private static final class AtOnce implements BackgroundTasks {
        @Override
        public <T> Handle run(
                String title, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            T result;
            try {
                result = work.run(Progress.NONE);
            } catch (Exception e) {
                failed.accept(e);
                return () -> {};
            }
            done.accept(result);
            return () -> {};
        }

        @Override
        public <T> Handle quietly(Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            return run("", work, done, failed);
        }
    }

    private StoreCareModel model() {
        StoreUpkeep upkeep = new StoreUpkeep() {
            @Override
            public Verdict check(Progress progress) {
                return verdict;
            }

            @Override
            public Compaction compact(Progress progress) throws StoreException {
                if (!verdict.sound()) {
                    throw new StoreException("The disk is full.", true);
                }
                return new Compaction(3_000_000, 1_500_000, 0, 0);
            }

            @Override
            public Verdict copy(Path file, Progress progress) throws StoreException {
                try {
                    Files.writeString(file, "a store");
                } catch (java.io.IOException e) {
                    throw new StoreException("no", true, e);
                }
                return verdict;
            }
        };
        return new StoreCareModel(new Storage(home, upkeep, null, null), new AtOnce(), () -> Locale.ENGLISH);
    }

    @Test
    void saysWhatWasLookedAtAndWhatIsDamaged() {
        StoreCareModel model = model();
        assertEquals("", model.outcome().get());
        model.check();
        assertEquals(
                "1,200 versions of series, 2 series of ticks, 3 files and 4 runs looked at: all as they were saved.",
                model.outcome().get());
        assertFalse(model.troubled().get());
        verdict = new StoreUpkeep.Verdict(1, 0, 0, 0, List.of(new StoreUpkeep.Damage("ABC 1d version 1", "Mend it.")));
        model.check();
        assertTrue(
                model.outcome().get().endsWith("1 damaged.\nABC 1d version 1: Mend it."),
                model.outcome().get());
        assertTrue(model.troubled().get());
        assertFalse(model.busy().get());
    }

    @Test
    void backsUpAndCompacts() {
        StoreCareModel model = model();
        model.backUp(home.resolve("b.zip"));
        assertTrue(Files.exists(home.resolve("b.zip")));
        assertTrue(model.outcome().get().startsWith("Wrote "), model.outcome().get());
        model.compact();
        assertEquals("3.0 MB before, 1.5 MB now.", model.outcome().get());
    }

    @Test
    void saysWhyItFailed() {
        verdict = new StoreUpkeep.Verdict(1, 0, 0, 0, List.of(new StoreUpkeep.Damage("ABC 1d", "x")));
        StoreCareModel model = model();
        model.compact();
        assertTrue(
                model.outcome().get().contains("The disk is full"),
                model.outcome().get());
        assertTrue(model.troubled().get());
        assertFalse(model.busy().get());
    }
}
