package org.tickwright.desktop.data;

import java.util.function.Consumer;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.kernel.Progress;

/// Background work done at once by the caller, so that a view model is tested without threads.
final class DirectTasks implements BackgroundTasks {
    @Override
    public <T> Handle run(String title, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        return quietly(work, done, failed);
    }

    @Override
    public <T> Handle quietly(Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
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
}
