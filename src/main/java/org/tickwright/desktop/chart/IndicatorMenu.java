package org.tickwright.desktop.chart;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.spi.IndicatorDefinition;

/// The catalogue of indicators with a search field: type, choose with the arrows, Enter puts it on
/// the chart.
final class IndicatorMenu extends VBox {
    private final TextField query = new TextField();
    private final ListView<IndicatorDefinition> list = new ListView<>();

    /// `search` answers what matches a text; `chosen` gets what a person takes.
    IndicatorMenu(Function<String, List<IndicatorDefinition>> search, Consumer<IndicatorDefinition> chosen) {
        setId("chart-indicator-menu");
        getStyleClass().add("chart-menu");
        query.setPromptText("Search indicators, for example average");
        query.setAccessibleText("Search indicators");
        query.setId("chart-indicator-query");
        list.setId("chart-indicator-list");
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(new Label("No indicator has that name. Try average, volume or MACD."));
        list.setFocusTraversable(false);
        query.textProperty().addListener((o, was, is) -> offer(search.apply(is)));
        query.addEventFilter(KeyEvent.KEY_PRESSED, event -> ListKeys.steer(event, list));
        query.setOnAction(e -> take(list.getSelectionModel().getSelectedItem(), chosen));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take(list.getSelectionModel().getSelectedItem(), chosen);
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                take(list.getSelectionModel().getSelectedItem(), chosen);
            }
        });
        getChildren().addAll(query, list);
        offer(search.apply(""));
    }

    private void offer(List<IndicatorDefinition> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private static void take(@Nullable IndicatorDefinition definition, Consumer<IndicatorDefinition> chosen) {
        if (definition != null) {
            chosen.accept(definition);
        }
    }

    /// Where a person types.
    TextField query() {
        return query;
    }

    private static final class Cell extends ListCell<IndicatorDefinition> {
        private final Label name = new Label();
        private final Label title = new Label();
        private final Label group = new Label();
        private final MenuRow row = new MenuRow(name, title, group);

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable IndicatorDefinition definition, boolean empty) {
            super.updateItem(definition, empty);
            setText(null);
            if (empty || definition == null) {
                setGraphic(null);
            } else {
                name.setText(definition.spec().name());
                title.setText(definition.spec().title());
                group.setText(definition.spec().group());
                setGraphic(row);
            }
        }
    }
}
