package org.tickwright.desktop.market;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
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
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.live.LiveState;

/// The nodes of the Market place.
final class MarketView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Timeframe OPENED = Timeframe.parse("1s");

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
    private final TableView<MarketModel.Recorded> recordings = new TableView<>();
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
        recordings
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> show(model.state().get()));
        model.recordings()
                .addListener((javafx.collections.ListChangeListener<MarketModel.Recorded>) change -> chooseFirst());
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
        HBox bar = new HBox(title, sim, badge, feed, gap, pause, step, record, stop);
        bar.getStyleClass().add("tw-toolbar");
        return bar;
    }

    private VBox side() {
        TextField seed = field(model.seed(), "market-seed", "Seed of the simulated exchange");
        TextField rate = field(model.rate(), "market-rate", "Events per second");
        ComboBox<String> speed = new ComboBox<>(FXCollections.observableArrayList(MarketModel.SPEEDS));
        speed.setId("market-speed");
        speed.setAccessibleText("Speed");
        speed.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(speed, Priority.ALWAYS);
        speed.valueProperty().bindBidirectional(model.speed());
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
        VBox form = new VBox(
                title, help, row("Seed", seed), row("Events per second", rate), row("Speed", speed), trouble, start);
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
                        column("Symbol", 104, LiveState.Quoted::symbol, false),
                        column("Name", 136, LiveState.Quoted::name, false),
                        column("Last", 72, q -> price(q, q.last()), true),
                        column("Change", 80, MarketView::change, true),
                        column("Bid", 72, q -> price(q, q.bid()), true),
                        column("Ask", 72, q -> price(q, q.ask()), true),
                        column("Trades", 72, q -> String.format(Locale.ROOT, "%,d", q.trades()), true)));
        quotes.setPlaceholder(placeholder("No feed is open. Start the simulated exchange, or replay a recording."));
        quotes.setOnKeyPressed(e -> openOn(e.getCode()));
        recordings.setItems(model.recordings());
        recordings.setId("market-recordings");
        recordings.setAccessibleText("Recordings");
        recordings
                .getColumns()
                .setAll(List.of(
                        column("Recording", 296, MarketModel.Recorded::name, false),
                        column("Size", 104, r -> String.format(Locale.ROOT, "%,d kB", (r.bytes() + 999) / 1000), true),
                        column("Last written (UTC)", 184, r -> TIME.format(r.changed()), false)));
        recordings.setPlaceholder(placeholder("No recording yet. Record keeps a running feed event by event."));
        HBox buttons = new HBox(chart);
        buttons.getStyleClass().add("tw-market-row");
        traffic.getStyleClass().add("tw-muted");
        traffic.setId("market-traffic");
        traffic.setWrapText(true);
        traffic.setMinHeight(Region.USE_PREF_SIZE);
        recorded.setId("market-recorded");
        HBox tools = new HBox(replay, stepwise);
        tools.getStyleClass().add("tw-market-row");
        Label title = new Label("Recordings");
        title.getStyleClass().add("tw-strong");
        VBox.setVgrow(quotes, Priority.ALWAYS);
        VBox.setVgrow(recordings, Priority.ALWAYS);
        VBox middle = new VBox(quotes, traffic, buttons, title, recorded, recordings, tools);
        middle.getStyleClass().add("tw-market-main");
        return middle;
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
        }
        return column;
    }

    private static String price(LiveState.Quoted quoted, double price) {
        return Double.isNaN(price) ? "–" : String.format(Locale.ROOT, "%,." + quoted.decimals() + "f", price);
    }

    private static String change(LiveState.Quoted quoted) {
        double change = 100 * (quoted.last() / quoted.first() - 1);
        return Double.isNaN(change) ? "–" : String.format(Locale.ROOT, "%+.2f %%", change);
    }

    private void chooseFirst() {
        if (recordings.getSelectionModel().isEmpty() && !model.recordings().isEmpty()) {
            recordings.getSelectionModel().selectFirst();
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
        record.setDisable(!running || state.replay());
        record.setText(state.recording() == null ? "Record" : "End recording");
        pause.setDisable(!running);
        pause.setText(state.pace().paused() ? "Go on" : "Pause");
        step.setDisable(!running || !state.pace().paused());
        start.setText(running ? "Start anew" : "Start exchange");
        MarketModel.Recorded chosen = recordings.getSelectionModel().getSelectedItem();
        replay.setDisable(chosen == null);
        stepwise.setDisable(chosen == null);
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
        MarketModel.Recorded chosen = recordings.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.replay(chosen, stepping);
        }
    }

    void chart() {
        LiveState.Quoted chosen = quotes.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            desk.openChart(new SeriesKey(chosen.symbol(), OPENED));
        }
    }
}
