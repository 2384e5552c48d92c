package org.tickwright.desktop;

import java.util.function.Consumer;
import org.tickwright.kernel.Progress;

/// Runs work off the JavaFX thread and brings the outcome back to it.
public interface BackgroundTasks {

    /// Work that may report progress and must stop soon once `progress.cancelled()`.
    @FunctionalInterface
    interface Work<T> {
        /// Does the work on a background thread.
        T run(Progress progress) throws Exception;
    }

    /// A running piece of work.
    interface Handle {
        /// Asks it to stop; no callback comes after this.
        void cancel();

        /// True once it was asked to stop, by [#cancel] or in the status bar.
        default boolean cancelled() {
            return false;
        }
    }

    /// Work that the status bar shows with progress, an estimate and a cancel button. `done` and `failed` run on the
    /// JavaFX thread.
    <T> Handle run(String title, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed);

    /// Short work that nobody needs to see, such as loading what a view shows or a live preview.
    <T> Handle quietly(Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed);
}
