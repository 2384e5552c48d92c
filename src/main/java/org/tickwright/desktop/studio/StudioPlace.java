package org.tickwright.desktop.studio;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.Place;
import org.tickwright.desktop.PlaceId;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.StrategyDescription;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.Workbench;

/// Strategy Studio: palette, graph, inspector and live preview of one strategy.
public final class StudioPlace implements Place {
    private static final String SERIES = "series";
    private static final String FILE = "file";
    private static final Duration DRAFT_AFTER = Duration.seconds(1);

    private final Desk desk;
    private final StudioModel model;
    private final PreviewModel preview;
    private final PreviewPane previewPane;
    private final GraphView graph;
    private final StudioFiles files;
    private final StudioOverlay overlay = new StudioOverlay();
    private final StudioCommands commands;
    private final SplitPane split = new SplitPane();
    private final StackPane view;
    private final PauseTransition draftDelay = new PauseTransition(DRAFT_AFTER);
    private final PlugInWatch plugIns;
    private @Nullable Path lastFile;
    private boolean everShown;

    /// Studio on a desk.
    public StudioPlace(Desk desk) {
        this.desk = desk;
        model = new StudioModel(desk.workbench().catalogues().known().nodes());
        preview = new PreviewModel(source(desk.workbench()), desk.tasks(), model);
        GraphActions actions = new GraphActions(model);
        SettingActions settings = new SettingActions(model);
        graph = new GraphView(model, actions, desk.settings().palette());
        files = new StudioFiles(desk, model, new StudioDialogs(overlay), this::window, graph::fit);
        files.whenSaved(new CausalityWatch(desk, preview, model)::check);
        commands = new StudioCommands(model, actions, graph, files, this::togglePreview, this::backtest);
        new GraphMenu(graph, model, commands.all()).install();
        previewPane = new PreviewPane(preview, desk.settings());
        PalettePane palette = new PalettePane(model.catalogue().all(), this::addFromPalette);
        plugIns = new PlugInWatch(desk, catalogues -> use(catalogues.nodes(), palette));
        InspectorPane inspector = new InspectorPane(model, actions, settings, preview, this::describe);
        List.of(palette, inspector).forEach(StudioPlace::keepDeleteKeys);
        new PaletteDrop(graph, model, actions).install();
        StudioToolbar toolbar = new StudioToolbar(model, actions, graph, files, this::backtest);
        view = new StackPane(layOut(toolbar, palette, inspector), overlay);
        view.getStyleClass().add("studio");
        draftDelay.setOnFinished(e -> files.keepDraft());
        model.documentProperty().addListener(o -> draftDelay.playFromStart());
        model.fileProperty().addListener((o, was, file) -> lastFile = file.orElse(lastFile));
    }

    private BorderPane layOut(StudioToolbar toolbar, Region palette, Region inspector) {
        ProblemList problems = new ProblemList(model, graph::reveal);
        GraphFooter footer = new GraphFooter(model, graph);
        VBox.setVgrow(graph, Priority.ALWAYS);
        VBox middle = new VBox(graph, problems, footer);
        middle.setMinHeight(160);
        palette.setMinWidth(184);
        palette.setPrefWidth(216);
        palette.setMaxWidth(320);
        inspector.setMinWidth(248);
        inspector.setPrefWidth(288);
        inspector.setMaxWidth(480);
        SplitPane upper = new SplitPane(palette, middle, inspector);
        SplitPane.setResizableWithParent(palette, false);
        SplitPane.setResizableWithParent(inspector, false);
        split.getItems().addAll(upper, previewPane);
        split.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(previewPane, false);
        previewPane.setMinHeight(208);
        new SplitSizes(upper, split).install();
        BorderPane pane = new BorderPane(split);
        pane.setTop(toolbar);
        return pane;
    }

    private static PreviewModel.Source source(Workbench workbench) {
        return new PreviewModel.Source() {
            private String audited = "";
            private String verdict = "";

            @Override
            public synchronized String audit(PreviewModel.Market market) throws Exception {
                String hash = market.series().contentHash();
                if (hash.isEmpty() || !hash.equals(audited)) {
                    SeriesKey key = market.series().key();
                    verdict = workbench.series().findings(key, null, null, true).brief();
                    audited = hash;
                }
                return verdict;
            }

            @Override
            public List<SeriesInfo> series() throws Exception {
                return workbench.series().list();
            }

            @Override
            public Optional<Bars> load(SeriesKey key) throws Exception {
                return workbench.series().load(key);
            }

            @Override
            public RunResult run(
                    StrategyDocument document, PreviewModel.Market market, RunSettings settings, Progress progress)
                    throws Exception {
                SeriesInfo series = market.series();
                MarketData base =
                        MarketData.of(workbench.backtests().series(series.key(), series.simulated(), market.bars()));
                return workbench
                        .backtests()
                        .preview(
                                document,
                                base.among(market.universe()),
                                SessionClose.Given.NONE,
                                workbench.knowing(settings, base.base()),
                                progress);
            }
        };
    }

    private void use(NodeCatalogue nodes, PalettePane palette) {
        if (nodes != model.catalogue()) {
            model.use(nodes);
            palette.offer(nodes.all());
            preview.refresh();
        }
    }

    private void addFromPalette(NodeType type) {
        graph.addInView(type);
        graph.requestFocus();
    }

    /// Delete and Backspace delete nodes only from the graph, never from a list or button beside it.
    private static void keepDeleteKeys(Region beside) {
        beside.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
                e.consume();
            }
        });
    }

    private @Nullable Window window() {
        return view.getScene() == null ? null : view.getScene().getWindow();
    }

    /// What the strategy does, without its name and description, which the inspector shows anyway.
    private String describe(StrategyDocument document) {
        if (document.nodes().isEmpty()) {
            return "";
        }
        String text = StrategyDescription.describe(document, model.catalogue());
        return text.substring(text.indexOf("\n\n") + 2).strip();
    }

    private void togglePreview() {
        if (!split.getItems().remove(previewPane)) {
            split.getItems().add(previewPane);
            split.setDividerPositions(1 - SplitSizes.FOOT_SHARE);
        }
        graph.fit();
    }

    private void backtest() {
        desk.openWizard(model.document(), preview.series().orElse(null));
    }

    /// Shows a strategy; asks first where unsaved changes would go.
    public void open(StrategyDocument document, @Nullable Path file) {
        files.open(document, file);
    }

    @Override
    public PlaceId id() {
        return PlaceId.STUDIO;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<DeskCommand> commands() {
        return overlay.open() ? List.of() : commands.all();
    }

    @Override
    public void shown() {
        preview.refresh();
        plugIns.look();
        if (!everShown) {
            everShown = true;
            files.restoreDraft(this::startingPoint);
        }
        focusGraph();
    }

    /// The first time the graph joins the scene only when the split panes get their skins.
    private void focusGraph() {
        if (graph.getScene() != null) {
            graph.requestFocus();
            return;
        }
        graph.sceneProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Scene> o, Scene was, Scene scene) {
                graph.sceneProperty().removeListener(this);
                Platform.runLater(graph::requestFocus);
            }
        });
    }

    /// What Studio shows when it is opened for the first time: the strategy of last time, or the first template, so
    /// that the place is never empty without reason.
    private void startingPoint() {
        Runnable template = () -> {
            if (model.document().nodes().isEmpty() && !model.dirty()) {
                desk.workbench().strategies().templates().stream().findFirst().ifPresent(t -> {
                    model.open(desk.workbench().strategies().own(t), null);
                    graph.fit();
                });
            }
        };
        if (lastFile == null) {
            template.run();
        } else {
            files.reopen(lastFile, template);
        }
    }

    @Override
    public void hidden() {
        draftDelay.stop();
        files.keepDraftNow();
        preview.stop();
    }

    @Override
    public boolean back() {
        return overlay.close() || graph.back();
    }

    @Override
    public Map<String, String> state() {
        Map<String, String> state = new HashMap<>();
        preview.series().ifPresent(key -> state.put(SERIES, key.toString()));
        if (lastFile != null) {
            state.put(FILE, lastFile.toString());
        }
        return state;
    }

    @Override
    public void restore(Map<String, String> state) {
        Optional.ofNullable(state.get(SERIES)).ifPresent(preview::prefer);
        Optional.ofNullable(state.get(FILE)).ifPresent(file -> lastFile = Path.of(file));
    }

    /// Selects a node and brings it into view; nothing where there is none.
    public void select(String node) {
        if (model.document().node(node).isPresent()) {
            model.select(Set.of(node));
            graph.reveal(node);
        }
    }

    // For tests and pictures

    StudioModel model() {
        return model;
    }

    PreviewModel preview() {
        return preview;
    }

    PreviewPane previewPane() {
        return previewPane;
    }

    GraphView graph() {
        return graph;
    }
}
