package org.tickwright.desktop.chart;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

/// Lets the arrows pressed in a search field move the selection of the list below it.
final class ListKeys {
    private static final int PAGE = 8;

    private ListKeys() {}

    static void steer(KeyEvent event, ListView<?> list) {
        int step = switch (event.getCode()) {
            case DOWN, KP_DOWN -> 1;
            case UP, KP_UP -> -1;
            case PAGE_DOWN -> PAGE;
            case PAGE_UP -> -PAGE;
            default -> 0;
        };
        if (step != 0 && !list.getItems().isEmpty()) {
            int last = list.getItems().size() - 1;
            int at = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + step, 0, last);
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(at - PAGE / 2, 0));
            event.consume();
        }
    }
}
