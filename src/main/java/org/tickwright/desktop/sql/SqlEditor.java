package org.tickwright.desktop.sql;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// Where a question is written. Tab leaves it, so that the keyboard is never caught; what is wrong is pointed at by
/// choosing it.
final class SqlEditor {
    private final TextArea area = new TextArea();

    SqlEditor(SqlModel model) {
        area.setId("sql-editor");
        area.setAccessibleText("Question in SQL");
        area.setPromptText("select * from BARS('AAPL', '1d') order by time desc");
        area.getStyleClass().addAll("tw-mono", "tw-sql-editor");
        area.setWrapText(true);
        area.textProperty().bindBidirectional(model.text());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    Region view() {
        return area;
    }

    void focus() {
        area.requestFocus();
        area.end();
    }

    /// Writes a name where the caret is, with a blank before it where one is missing.
    void write(String text) {
        int at = area.getCaretPosition();
        boolean blank = at > 0
                && !Character.isWhitespace(area.getText().charAt(at - 1))
                && area.getText().charAt(at - 1) != '(';
        area.replaceSelection((blank ? " " : "") + text);
        area.requestFocus();
    }

    /// Chooses the part that is to blame.
    void point(int from, int to) {
        area.requestFocus();
        area.selectRange(from, to);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }
}
