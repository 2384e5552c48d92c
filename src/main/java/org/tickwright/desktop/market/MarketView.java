package org.tickwright.desktop.market;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.LiveWords;
import org.tickwright.desktop.chart.LadderPane;
import org.tickwright.market.SeriesKey;
import org.tickwright.workbench.live.LiveState;

/// The nodes of the Market place.
final class MarketView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Desk desk;
    private final MarketModel model;
    private final BorderPane view = new BorderPane();
    private final Label badge = new Label();
    private final Label sim = new Label("SIM");
    private final Label feed = new Label();
    private final Label traffic = new Label();
    private final Label recorded = new Label();
    private final Label trouble = new Label();
    private final Button start = button("Start exchange", "fth-play", "market-start");
    private final Button stop = button("Stop", "fth-square", "market-stop");
    private final Button record = button("Record", "fth-circle", "market-record");
    private final Button pause = button("Pause", "fth-pause", "market-pause");
    private final Button step = button("Step", "fth-skip-forward", "market-step");
    private final Button replay = button("Replay", "fth-rotate-cw", "market-replay");
    private final Button stepwise = button("Replay step by step", "fth-chevrons-right", "market-replay-step");
    private final Button chart = button("Open live chart", "fth-bar-chart-2", "market-chart");
    private final TableView<LiveState.Quoted> quotes = new TableView<>();
    private final TableView<Replayable> shelf = new TableView<>();
    private final Set<String> known = new HashSet<>();
    private String chosen = "";
    private final ObservableList<LiveState.Quoted> rows = FXCollections.observableArrayList();

    MarketView(Desk desk, MarketModel model, LadderPane ladder) {
        this.desk = desk;
        this.model = model;
        view.getStyleClass().add("tw-market");
        view.setTop(toolbar());
        view.setLeft(side());
        view.setCenter(middle());
        view.setRight(ladder);
        quotes.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                ladder.model().symbol(is.symbol());
            }
        });
        start.getStyleClass().add("accent");
        start.setOnAction(e -> model.start());
        stop.setOnAction(e -> model.stop());
        record.setOnAction(e -> model.record());
        pause.setOnAction(e -> model.pause());
        step.setOnAction(e -> model.step());
        replay.setOnAction(e -> replay());
        stepwise.setOnAction(e -> replay(true));
        chart.setOnAction(e -> chart());
        model.state().addListener((o, was, is) -> show(is));
        shelf.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                chosen = is.kind() + is.name();
            }
            show(model.state().get());
        });
        model.replayable().addListener((ListChangeListener<Replayable>) change -> choose());
        show(model.state().get());
    }

    Region view() {
        return view;
    }

    void focus() {
        start.requestFocus();
    }

    private static Button button(String text, String icon, String id) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        return button;
    }

    private HBox toolbar() {
        Label title = new Label("Market");
        title.getStyleClass().add("tw-heading");
        badge.getStyleClass().add("tw-badge");
        badge.setId("market-badge");
        sim.getStyleClass().addAll("tw-badge", "tw-sim");
        sim.setTooltip(new Tooltip("An invented market: nothing here is a real price."));
        feed.getStyleClass().add("tw-muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ComboBox<String> speed = new ComboBox<>(FXCollections.observableArrayList(MarketModel.SPEEDS));
        speed.setId("market-speed");
        speed.setAccessibleText("Speed");
        speed.setTooltip(new Tooltip("How many times as fast as it happens, or happened; max waits for nothing."));
        speed.setPrefWidth(112);
        speed.valueProperty().bindBidirectional(model.speed());
        Label pace = new Label("Speed");
        pace.setLabelFor(speed);
        pace.setMinWidth(Region.USE_PREF_SIZE);
        pace.getStyleClass().add("tw-muted");
        HBox bar = new HBox(title, sim, badge, feed, gap, pace, speed, pause, step, record, stop);
        bar.getStyleClass().add("tw-toolbar");
        return bar;
    }

    private VBox side() {
        TextField seed = field(model.seed(), "market-seed", "Seed of the simulated exchange");
        TextField rate = field(model.rate(), "market-rate", "Events per second");
        trouble.getStyleClass().add("tw-field-error");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.trouble());
        trouble.visibleProperty().bind(model.trouble().isNotEmpty());
        trouble.managedProperty().bind(model.trouble().isNotEmpty());
        Label title = new Label("Simulated exchange");
        title.getStyleClass().add("tw-strong");
        Label help = new Label("Agents trade three invented instruments around the clock. The same seed gives the"
                + " same market. No network is needed.");
        help.getStyleClass().add("tw-form-help");
        help.setWrapText(true);
        VBox form = new VBox(title, help, row("Seed", seed), row("Events per second", rate), trouble, start);
        form.getStyleClass().addAll("tw-form", "tw-market-side");
        return form;
    }

    private static TextField field(javafx.beans.property.StringProperty text, String id, String what) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(what);
        field.textProperty().bindBidirectional(text);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static HBox row(String label, Node input) {
        Label words = new Label(label);
        words.getStyleClass().add("tw-form-label");
        HBox row = new HBox(words, input);
        row.getStyleClass().add("tw-form-row");
        return row;
    }

    private VBox middle() {
        quotes.setItems(rows);
        quotes.setId("market-quotes");
        quotes.setAccessibleText("Instruments of the feed");
        quotes.getColumns()
                .setAll(List.of(
                        column("Symbol", 120, LiveState.Quoted::symbol, false),
                        column("Name", 128, LiveState.Quoted::name, false),
                        column("Last", 72, q -> price(q, q.last()), true),
                        column("Change", 80, MarketView::change, true),
                        column("Bid", 72, q -> price(q, q.bid()), true),
                        column("Ask", 72, q -> price(q, q.ask()), true),
                        column("Trades", 64, MarketView::trades, true)));
        quotes.setPlaceholder(placeholder("No feed is open. Start the simulated exchange, or replay something."));
        quotes.setOnKeyPressed(e -> openOn(e.getCode()));
        shelf.setItems(model.replayable());
        shelf.setId("market-recordings");
        shelf.setAccessibleText("What can be replayed");
        shelf.getColumns()
                .setAll(List.of(
                        column("Kind", 88, each -> each.kind().word(), false),
                        column("Name", 220, Replayable::name, false),
                        column("Size", 112, Replayable::amount, true),
                        column("Written, or of (UTC)", 180, Replayable::span, false)));
        shelf.setPlaceholder(placeholder("Nothing to replay yet: record a running feed, or import prices or trades."));
        shelf.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
                replay();
            }
        });
        HBox buttons = new HBox(chart);
        buttons.getStyleClass().add("tw-market-row");
        traffic.getStyleClass().add("tw-muted");
        traffic.setId("market-traffic");
        traffic.setWrapText(true);
        traffic.setMinHeight(Region.USE_PREF_SIZE);
        recorded.setId("market-recorded");
        HBox tools = new HBox(replay, stepwise);
        tools.getStyleClass().add("tw-market-row");
        VBox.setVgrow(quotes, Priority.ALWAYS);
        VBox.setVgrow(shelf, Priority.ALWAYS);
        VBox middle = new VBox(quotes, traffic, buttons, recorded, shelfHead(), shelf, tools);
        middle.getStyleClass().add("tw-market-main");
        return middle;
    }

    private HBox shelfHead() {
        Label title = new Label("To replay");
        title.getStyleClass().add("tw-strong");
        TextField filter = field(model.filter(), "market-filter", "Filter what can be replayed");
        filter.setPromptText("Filter");
        filter.getStyleClass().add("tw-dense");
        filter.setMaxWidth(200);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, filter);
        head.getStyleClass().add("tw-market-row");
        return head;
    }

    private static Label placeholder(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("tw-muted");
        return label;
    }

    private void openOn(KeyCode code) {
        if (code == KeyCode.ENTER) {
            chart();
        }
    }

    private static <T> TableColumn<T, String> column(
            String title, double width, Function<T, String> value, boolean number) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        if (number) {
            column.getStyleClass().add("tw-number");
        } else {
            column.setCellFactory(any -> new TableCell<>() {
                @Override
                protected void updateItem(@Nullable String text, boolean empty) {
                    super.updateItem(text, empty);
                    setText(empty ? null : text);
                    setTooltip(empty || text == null || text.isEmpty() ? null : new Tooltip(text));
                }
            });
        }
        return column;
    }

    private static String price(LiveState.Quoted quoted, double price) {
        return Double.isNaN(price) ? "–" : String.format(Locale.ROOT, "%,." + quoted.decimals() + "f", price);
    }

    private static String trades(LiveState.Quoted quoted) {
        return quoted.trades() == 0 ? "–" : String.format(Locale.ROOT, "%,d", quoted.trades());
    }

    private static String change(LiveState.Quoted quoted) {
        double change = 100 * (quoted.last() / quoted.first() - 1);
        return Double.isNaN(change) ? "–" : String.format(Locale.ROOT, "%+.2f %%", change);
    }

    /// Keeps what was chosen when the list is read anew; a recording that has just been made is chosen.
    private void choose() {
        List<Replayable> now = model.replayable();
        boolean made = false;
        for (Replayable each : now) {
            made |= known.add(each.kind() + each.name()) && each.kind() == Replayable.Kind.RECORDING;
        }
        int at = 0;
        for (int i = 0; i < now.size() && !made; i++) {
            at = chosen.equals(now.get(i).kind() + now.get(i).name()) ? i : at;
        }
        if (!now.isEmpty()) {
            shelf.getSelectionModel().clearAndSelect(at);
        }
    }

    private void show(LiveState state) {
        String word = LiveWords.badge(state);
        badge.setText(word);
        shown(badge, !word.isEmpty());
        LiveWords.dress(badge, LiveWords.style(state));
        shown(sim, state.simulated());
        feed.setText(state.feed().isEmpty() ? "" : state.feed() + (state.why().isEmpty() ? "" : " · " + state.why()));
        boolean running = state.running();
        stop.setDisable(!running);
        record.setDisable(!running);
        record.setText(state.recording() == null ? "Record" : "End recording");
        pause.setDisable(!running || !state.pace().steered());
        pause.setText(state.pace().paused() ? "Go on" : "Pause");
        step.setDisable(!running || !state.pace().paused());
        start.setText(running ? "Start anew" : "Start exchange");
        boolean none = shelf.getSelectionModel().isEmpty();
        replay.setDisable(none);
        stepwise.setDisable(none);
        chart.setDisable(state.instruments().isEmpty());
        showRows(state);
        LiveState.Traffic passed = state.traffic();
        traffic.setText(
                state.feed().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%s UTC · %,d events, %s · median %,d µs, 99 %% within %,d µs · %,d lost, %,d gaps",
                                state.time() == 0
                                        ? "–"
                                        : TIME.format(
                                                Instant.ofEpochSecond(Math.floorDiv(state.time(), 1_000_000_000L))),
                                passed.events(),
                                LiveWords.perSecond(state),
                                passed.medianNanos() / 1000,
                                passed.p99Nanos() / 1000,
                                passed.lost(),
                                passed.gaps()));
        show(state.recording());
    }

    private void show(LiveState.@Nullable RecordingState state) {
        shown(recorded, state != null);
        if (state != null) {
            recorded.setText(String.format(
                    Locale.ROOT,
                    "Recording %s: %,d events, %,d of them on disk for good, %,d kB",
                    state.file().getFileName(),
                    state.events(),
                    state.safe(),
                    state.bytes() / 1000));
        }
    }

    private void showRows(LiveState state) {
        List<LiveState.Quoted> now = state.instruments();
        if (rows.size() == now.size()) {
            for (int i = 0; i < now.size(); i++) {
                if (!rows.get(i).equals(now.get(i))) {
                    rows.set(i, now.get(i));
                }
            }
        } else {
            rows.setAll(now);
        }
        if (quotes.getSelectionModel().isEmpty() && !rows.isEmpty()) {
            quotes.getSelectionModel().selectFirst();
        }
    }

    private static void shown(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    void replay() {
        replay(false);
    }

    private void replay(boolean stepping) {
        Replayable wanted = shelf.getSelectionModel().getSelectedItem();
        if (wanted != null) {
            model.replay(wanted, stepping);
        }
    }

    void chart() {
        LiveState.Quoted quoted = quotes.getSelectionModel().getSelectedItem();
        SeriesKey key = quoted == null ? null : model.charted(quoted.symbol());
        if (key != null) {
            desk.openChart(key);
        }
    }
}
