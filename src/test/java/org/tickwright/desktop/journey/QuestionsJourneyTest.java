package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.sql.SqlModel;
import org.tickwright.desktop.sql.SqlState;

/// Questions in SQL with the keyboard alone: ask, mend what is pointed at, sort, copy, save, bring back, export; and
/// nothing that would change anything.
class QuestionsJourneyTest extends SampledJourney {
    private SqlModel model() {
        return window.data().questions();
    }

    private void openPage() {
        person.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        person.untilAt(PlaceId.DATA);
        person.untilShown("#sql-editor");
    }

    private void ask(String sql) throws Exception {
        onScreen(() -> model().open(sql));
        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        window.settle();
        person.until("an answer", () -> !(model().state().get() instanceof SqlState.Asking));
    }

    private TableView<?> table() {
        return (TableView<?>) window.workstation().scene().lookup("#sql-table");
    }

    private TextArea editor() {
        return (TextArea) window.workstation().scene().lookup("#sql-editor");
    }

    @Test
    void aQuestionIsMendedAnsweredCopiedKeptAndExported() throws Exception {
        openPage();
        ask("select symbol, bars\nfrom sereis order by symbol");
        assertTrue(person.words("#sql-trouble").startsWith("Line 2, column 6: "), person.words("#sql-trouble"));
        assertEquals("sereis", onScreen(() -> editor().getSelectedText()));
        person.robot().write("series", 0);
        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        window.settle();
        assertTrue(
                model().state().get() instanceof SqlState.Answered,
                model().state().get()::toString);
        int rows = onScreen(() -> table().getItems().size());
        assertTrue(rows > 1, () -> rows + "");
        assertTrue(person.words("#sql-status").startsWith(rows + " rows in "), person.words("#sql-status"));

        person.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        String copied = onScreen(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("symbol\tbars\nAAPL\t"), copied);
        assertEquals(rows + 1, copied.lines().count());

        person.robot().push(KeyCode.CONTROL, KeyCode.S);
        person.untilShown("#sql-name");
        person.typeOver("#sql-name", "series");
        window.settle();
        assertEquals(
                List.of("series"),
                model().saved().stream().map(SqlModel.Saved::name).toList());
        assertFalse(onScreen(() ->
                window.workstation().scene().lookup("#sql-name").getParent().isVisible()));

        Path file = home.resolve("answer.csv");
        onScreen(() -> model().export(file));
        window.settle();
        assertEquals(rows + 1, Files.readAllLines(file).size());

        person.robot().push(KeyCode.ALT, KeyCode.UP);
        person.robot().push(KeyCode.ALT, KeyCode.UP);
        assertEquals("select symbol, bars\nfrom sereis order by symbol", onScreen(() -> editor().getText()));
        person.robot().push(KeyCode.ALT, KeyCode.DOWN);
        assertEquals("select symbol, bars\nfrom series order by symbol", onScreen(() -> editor().getText()));
    }

    @Test
    void aKeptQuestionIsTakenAndForgottenInTheShelf() throws Exception {
        openPage();
        onScreen(() -> model().open("select 42 as answer"));
        onScreen(() -> model().save("answer"));
        window.settle();
        onScreen(() -> model().open(""));
        TreeView<?> shelf = (TreeView<?>) window.workstation().scene().lookup("#sql-shelf");
        onScreen(() -> {
            shelf.requestFocus();
            shelf.getSelectionModel().select(1);
        });
        person.robot().push(KeyCode.ENTER);
        assertEquals("select 42 as answer", onScreen(() -> editor().getText()));
        onScreen(() -> {
            shelf.requestFocus();
            shelf.getSelectionModel().select(1);
        });
        person.robot().push(KeyCode.DELETE);
        window.settle();
        assertTrue(model().saved().isEmpty());
    }

    @Test
    void aLongQuestionIsCancelledWithEscapeAndThePageStays() throws Exception {
        openPage();
        onScreen(() -> model().open("select count(*) from system_range(1, 100000000) a, system_range(1, 100000000) b"));
        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        person.until("it is asked", () -> model().state().get() instanceof SqlState.Asking);
        person.robot().push(KeyCode.ESCAPE);
        person.until("it was cancelled", () -> model().state().get() instanceof SqlState.Cancelled);
        assertTrue(person.shown("#sql-editor"));
        person.robot().push(KeyCode.ESCAPE);
        assertFalse(person.shown("#sql-editor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from series",
                "select * from csvread('/etc/passwd')",
                "select file_read('/etc/passwd')",
                "select csvwrite('/tmp/tickwright-must-not-be', 'select 1')",
                "create alias leave for \"java.lang.System.exit\""
            })
    void whatIsNoQuestionIsRefusedHereToo(String sql) throws Exception {
        openPage();
        ask(sql);
        assertTrue(
                model().state().get() instanceof SqlState.Refused,
                model().state().get()::toString);
        assertFalse(Files.exists(Path.of("/tmp/tickwright-must-not-be")));
    }
}
