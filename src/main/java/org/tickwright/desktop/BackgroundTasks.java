package org.tickwright.desktop;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

        /// Asks work that is done in parts to rest; does nothing to other work.
        default void pause() {}

        /// Lets work that rests go on.
        default void resume() {}

        /// True while it rests or was asked to.
        default boolean paused() {
            return false;
        }
    }

    /// Work that can be left and taken up again, and keeps what it finished.
    @FunctionalInterface
    interface Parts<T> {
        /// Does what is not done yet until it is finished, or until `progress.cancelled()`, which is so in a pause too:
        /// null then. It is called anew when the pause is over.
        @Nullable
        T run(Progress progress) throws Exception;
    }

    /// Work that the status bar shows with progress, an estimate and a cancel button. `done` and `failed` run on the
    /// JavaFX thread.
    <T> Handle run(String title, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed);

    /// Like [#run], for work that the status bar can also pause and resume. Who cannot pause does it in one go.
    default <T> Handle runInParts(
            String title, Parts<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        return run(
                title,
                progress -> {
                    T result = work.run(progress);
                    if (result == null) {
                        throw new CancellationException();
                    }
                    return result;
                },
                done,
                failed);
    }

    /// Short work that nobody needs to see, such as loading what a view shows or a live preview.
    <T> Handle quietly(Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed);
}
