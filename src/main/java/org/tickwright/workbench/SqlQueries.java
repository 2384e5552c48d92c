package org.tickwright.workbench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.StoreException;

/// Questions in SQL that can read everything in the store and change nothing.
public interface SqlQueries {

    /// How far a question may go: the rows of its result, and how long it may take.
    record Limits(int rows, Duration time) {
        /// Ten thousand rows, thirty seconds.
        public static final Limits USUAL = new Limits(10_000, Duration.ofSeconds(30));
    }

    /// An answer: the columns the rows, whether there were more of them than were asked for,
    /// and how long it took.
    record Answer(List<Column> columns, List<List<@Nullable Object>> rows, boolean more, Duration took) {}

    /// A column of an answer; `numeric` ones are shown to the right.
    record Column(String name, boolean numeric) {}

    /// Something that can be read: how it is called in a question, what its rows are, and its columns.
    record Source(String call, String rows, List<Column> columns) {}

    /// A question on its way to an answer. One thread asks; any may cancel.
    interface Question {
        /// Answers it, once. [SqlRefusal] with what is wrong and where for a question that cannot be
        /// answered, that would change something or that takes too long;
        /// [java.util.concurrent.CancellationException] once it was cancelled.
        Answer answer() throws StoreException;

        /// Ends it soon.
        void cancel();
    }

    /// Takes a question; nothing is read before it is to be answered.
    Question question(String sql, Limits limits);

    /// What can be read, in the order in which people look for it.
    List<Source> sources();

    /// The questions that were kept, by name.
    Map<String, String> saved() throws StoreException;

    /// Keeps a question under a name, in place of the one before.
    void save(String name, String sql) throws StoreException;

    /// Forgets a question; false if there is none of that name.
    boolean forget(String name) throws StoreException;
}
