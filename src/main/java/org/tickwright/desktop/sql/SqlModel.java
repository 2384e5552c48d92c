package org.tickwright.desktop.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.AnswerFile;
import org.tickwright.workbench.AskedQuestions;
import org.tickwright.workbench.SqlQueries;
import org.tickwright.workbench.SqlQueries.Answer;
import org.tickwright.workbench.SqlQueries.Limits;
import org.tickwright.workbench.SqlQueries.Question;
import org.tickwright.workbench.SqlRefusal;

/// What the page of questions in SQL shows and does, without a toolkit. Asking, cancelling and everything that touches
/// the store is done in the background. JavaFX thread.
public final class SqlModel {
    /// The most rows of an answer to choose from.
    static final List<Integer> ROWS = List.of(1_000, 10_000, 100_000);

    /// The most seconds for an answer to choose from.
    static final List<Integer> SECONDS = List.of(5, 30, 300);

    private final Desk desk;
    private final @Nullable SqlQueries queries;
    private final AskedQuestions history;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Integer> rows = new SimpleObjectProperty<>(ROWS.get(1));
    private final ObjectProperty<Integer> seconds = new SimpleObjectProperty<>(SECONDS.get(1));
    private final ReadOnlyObjectWrapper<SqlState> state = new ReadOnlyObjectWrapper<>(new SqlState.Quiet());
    private final ObservableList<Saved> saved = FXCollections.observableArrayList();
    private final ObservableList<String> asked = FXCollections.observableArrayList();
    private @Nullable Question running;
    private int older = -1;
    private String draft = "";

    /// A question that was kept under a name.
    public record Saved(String name, String sql) {}

    SqlModel(Desk desk) {
        this.desk = desk;
        queries = desk.workbench().storage().queries();
        history = AskedQuestions.in(desk.workbench().home());
    }

    /// Whether there is a store to ask.
    boolean offered() {
        return queries != null;
    }

    /// The question as it is typed.
    public StringProperty text() {
        return text;
    }

    /// The most rows of the answer.
    public ObjectProperty<Integer> rows() {
        return rows;
    }

    /// The most seconds that it may take.
    public ObjectProperty<Integer> seconds() {
        return seconds;
    }

    /// How the question stands.
    public ReadOnlyObjectProperty<SqlState> state() {
        return state.getReadOnlyProperty();
    }

    /// The questions that were kept, by name.
    public ObservableList<Saved> saved() {
        return saved;
    }

    /// The questions that were asked lately, the newest first.
    public ObservableList<String> asked() {
        return asked;
    }

    /// What can be read.
    List<SqlQueries.Source> sources() {
        return queries == null ? List.of() : queries.sources();
    }

    /// Reads what was kept and asked.
    void refresh() {
        SqlQueries from = queries;
        if (from == null) {
            return;
        }
        desk.tasks()
                .quietly(
                        progress -> kept(from),
                        saved::setAll,
                        failure -> desk.notify(Faults.inWords("Saved questions not listed", failure), true));
        desk.tasks()
                .quietly(
                        progress -> history.all(),
                        asked::setAll,
                        failure -> desk.notify(Faults.inWords("Earlier questions not listed", failure), true));
    }

    private static List<Saved> kept(SqlQueries from) throws StoreException {
        return from.saved().entrySet().stream()
                .map(each -> new Saved(each.getKey(), each.getValue()))
                .toList();
    }

    /// Asks the question, unless one is being answered.
    public void ask() {
        SqlQueries to = queries;
        if (to == null || running != null) {
            return;
        }
        String sql = text.get().strip();
        if (sql.isEmpty()) {
            state.set(
                    new SqlState.Refused("There is no question yet. Choose one at the left, or write one", "", -1, -1));
            return;
        }
        int most = rows.get();
        int indent = text.get().indexOf(sql);
        Question question = to.question(sql, new Limits(most, Duration.ofSeconds(seconds.get())));
        running = question;
        state.set(new SqlState.Asking());
        remember(sql);
        desk.tasks()
                .quietly(
                        progress -> answer(question, sql, most, indent),
                        this::ended,
                        failure -> ended(new SqlState.Refused(Faults.inWords(failure), "", -1, -1)));
    }

    private static SqlState answer(Question question, String sql, int most, int indent) throws StoreException {
        try {
            return new SqlState.Answered(question.answer(), most);
        } catch (SqlRefusal e) {
            int moved = e.placed() ? indent : 0;
            return new SqlState.Refused(String.valueOf(e.getMessage()), e.place(sql), e.from() + moved, e.to() + moved);
        } catch (CancellationException e) {
            return new SqlState.Cancelled();
        }
    }

    private void ended(SqlState how) {
        running = null;
        state.set(how);
    }

    /// Ends the question soon; false if none is being answered.
    public boolean cancel() {
        Question question = running;
        if (question != null) {
            question.cancel();
        }
        return question != null;
    }

    private void remember(String sql) {
        older = -1;
        if (desk.workbench().readOnly()) {
            asked.remove(sql);
            asked.addFirst(sql);
            return;
        }
        desk.tasks()
                .quietly(
                        progress -> history.add(sql),
                        asked::setAll,
                        failure -> desk.notify(Faults.inWords("The question is not remembered", failure), true));
    }

    /// Brings back the question before the one shown.
    void older() {
        if (older + 1 < asked.size()) {
            if (older < 0) {
                draft = text.get();
            }
            older++;
            text.set(asked.get(older));
        }
    }

    /// Brings back the question after the one shown; what was being written last.
    void newer() {
        if (older >= 0) {
            older--;
            text.set(older < 0 ? draft : asked.get(older));
        }
    }

    /// Puts a question into the editor.
    public void open(String sql) {
        older = -1;
        text.set(sql);
    }

    /// Keeps the question under a name, in place of the one before.
    public void save(String name) {
        SqlQueries to = queries;
        if (to == null || desk.workbench().readOnly()) {
            desk.notify("Nothing is kept: this home is open for reading only.", true);
            return;
        }
        String sql = text.get().strip();
        desk.tasks()
                .quietly(
                        progress -> {
                            to.save(name, sql);
                            return kept(to);
                        },
                        all -> {
                            saved.setAll(all);
                            desk.notify("Kept as " + name.strip() + ".", false);
                        },
                        failure -> desk.notify(Faults.inWords("The question was not kept", failure), true));
    }

    /// Forgets a question that was kept.
    public void forget(Saved which) {
        SqlQueries to = queries;
        if (to == null || desk.workbench().readOnly()) {
            desk.notify("Nothing is forgotten: this home is open for reading only.", true);
            return;
        }
        desk.tasks()
                .quietly(
                        progress -> {
                            to.forget(which.name());
                            return kept(to);
                        },
                        all -> {
                            saved.setAll(all);
                            desk.notify(
                                    "Forgot " + which.name() + ". Its text stays in the editor if it is there.", false);
                        },
                        failure -> desk.notify(Faults.inWords("The question was not forgotten", failure), true));
    }

    /// Writes the answer as CSV.
    public void export(Path file) {
        if (state.get() instanceof SqlState.Answered answered) {
            desk.tasks()
                    .run(
                            "Export " + file.getFileName(),
                            progress -> write(answered.answer(), file),
                            written -> desk.notify("The answer is written to " + written, false),
                            failure -> desk.notify(Faults.inWords("The answer was not exported", failure), true));
        }
    }

    private static Path write(Answer answer, Path file) throws IOException {
        AnswerFile.write(answer, file);
        return file;
    }
}
