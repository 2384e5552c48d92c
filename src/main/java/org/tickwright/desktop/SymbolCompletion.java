package org.tickwright.desktop;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Completes symbols in a text field, one or several with commas between them: what begins like the word at the end
/// is offered below the field while a person types, all of it by the down key.
public final class SymbolCompletion {
    private static final int MOST = 8;

    private final TextField field;
    private final Supplier<List<String>> symbols;
    private final ContextMenu menu = new ContextMenu();
    private boolean taking;

    private SymbolCompletion(TextField field, Supplier<List<String>> symbols) {
        this.field = field;
        this.symbols = symbols;
    }

    /// Lets a field complete these symbols.
    public static void install(TextField field, Supplier<List<String>> symbols) {
        SymbolCompletion completion = new SymbolCompletion(field, symbols);
        field.textProperty().addListener((property, before, now) -> completion.typed());
        field.addEventFilter(KeyEvent.KEY_PRESSED, completion::key);
        field.focusedProperty().addListener((property, was, focused) -> {
            if (!focused) {
                completion.menu.hide();
            }
        });
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !menu.isShowing()) {
            offer("");
            event.consume();
        }
    }

    private void typed() {
        String word = word();
        if (taking || !field.isFocused() || word.isEmpty()) {
            menu.hide();
        } else {
            offer(word);
        }
    }

    private String word() {
        return field.getText().substring(field.getText().lastIndexOf(',') + 1).strip();
    }

    private void offer(String word) {
        String start = word.toLowerCase(Locale.ROOT);
        menu.getItems()
                .setAll(symbols.get().stream()
                        .filter(symbol -> symbol.toLowerCase(Locale.ROOT).startsWith(start) && !symbol.equals(word))
                        .limit(MOST)
                        .map(this::item)
                        .toList());
        if (menu.getItems().isEmpty()) {
            menu.hide();
        } else if (!menu.isShowing()) {
            menu.show(field, Side.BOTTOM, 0, 4);
        }
    }

    private MenuItem item(String symbol) {
        MenuItem item = new MenuItem(symbol);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> take(symbol));
        return item;
    }

    private void take(String symbol) {
        int comma = field.getText().lastIndexOf(',');
        taking = true;
        field.setText(comma < 0 ? symbol : field.getText().substring(0, comma + 1) + " " + symbol);
        taking = false;
        field.end();
    }
}
