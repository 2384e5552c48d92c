package org.tickwright.desktop.data;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.Place;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.sql.SqlConsole;
import org.tickwright.desktop.sql.SqlModel;
import org.tickwright.market.SeriesKey;
import org.tickwright.workbench.ImportMappings;

/// The place of the data: the series there are, and the import of files. A file dropped anywhere on it is imported.
public final class DataPlace implements Place {
    private final StackPane view = new StackPane();
    private final SeriesListModel series;
    private final ImportModel importing;
    private final SeriesListView list;
    private final ImportView importView;
    private final QualityModel quality;
    private final QualityView qualityView;
    private final SqlConsole console;
    private final CompareModel comparing;
    private final CompareView compareView;
    private final InstrumentModel instrument;
    private final InstrumentView instrumentView;
    private boolean importShown;
    private boolean qualityShown;
    private boolean sqlShown;

    /// The place on a desk.
    public DataPlace(Desk desk) {
        series = new SeriesListModel(desk);
        importing = new ImportModel(
                desk.workbench().series(), ImportMappings.in(desk.workbench().home()), desk.tasks());
        list = new SeriesListView(desk, series, this::chooseFile, this::openQuality, this::openSql);
        quality = new QualityModel(desk);
        qualityView = new QualityView(desk, quality, this::showList, this::openCompare, this::openInstrument);
        comparing = new CompareModel(desk);
        compareView = new CompareView(desk, comparing, this::backToQuality);
        instrument = new InstrumentModel(desk);
        instrumentView = new InstrumentView(instrument, this::backToQuality);
        importView = new ImportView(desk, importing, new ImportResult(desk, result()), this::showList);
        console = new SqlConsole(desk, this::showList);
        view.getStyleClass().add("tw-data");
        view.setOnDragOver(this::dragOver);
        view.setOnDragDropped(this::dropped);
        view.getChildren().setAll(list.view());
    }

    private ImportResult.Next result() {
        return new ImportResult.Next() {
            @Override
            public void another() {
                importing.restart();
            }

            @Override
            public void series() {
                showList();
            }

            @Override
            public void quality(SeriesKey key) {
                openQuality(key);
            }
        };
    }

    @Override
    public PlaceId id() {
        return PlaceId.DATA;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<DeskCommand> commands() {
        return sqlShown ? console.commands() : qualityShown ? qualityCommands() : ownCommands();
    }

    @Override
    public HelpTopic help() {
        return sqlShown ? HelpTopic.SQL : importShown ? HelpTopic.IMPORT : HelpTopic.DATA_QUALITY;
    }

    private List<DeskCommand> qualityCommands() {
        List<DeskCommand> all = new ArrayList<>(ownCommands());
        MendModel mends = quality.mends();
        all.add(DeskCommand.of("data.undo", "Undo the mend of the series", "Shortcut+Z", mends::undo));
        all.add(DeskCommand.of("data.redo", "Redo the mend of the series", "Shortcut+Shift+Z", mends::redo));
        return all;
    }

    private List<DeskCommand> ownCommands() {
        return List.of(
                DeskCommand.of("data.import", "Import files", "Shortcut+I", this::chooseFile),
                DeskCommand.of("data.filter", "Filter the series", "Shortcut+F", this::filter),
                DeskCommand.of("data.chart", "Open the chart of the series", "Shortcut+Enter", list::openChart),
                DeskCommand.of("data.quality", "Show the quality of the series", "Shortcut+Shift+Q", list::openQuality),
                DeskCommand.of(
                        "data.compare",
                        "Compare the series with another one",
                        "Shortcut+Shift+C",
                        () -> beside(this::openCompare)),
                DeskCommand.of(
                        "data.instrument",
                        "Edit the instrument of the series",
                        "Shortcut+Shift+E",
                        () -> beside(this::openInstrument)),
                DeskCommand.of("data.export", "Export the series as CSV", "Shortcut+E", list::export),
                DeskCommand.of("data.delete", "Delete the series", null, list::askToDelete),
                DeskCommand.of("data.start", "Go on with the import", "Shortcut+Shift+I", importing::next));
    }

    @Override
    public void shown() {
        series.refresh();
        if (importShown) {
            importView.focus();
        } else if (besideQuality()) {
            view.getChildren().getFirst().requestFocus();
        } else if (qualityShown) {
            qualityView.focus();
        } else if (sqlShown) {
            console.shown();
        } else {
            list.focus();
        }
    }

    @Override
    public void hidden() {
        list.keep();
    }

    @Override
    public boolean back() {
        if (list.keep() || (sqlShown && console.back())) {
            return true;
        }
        if (importShown && importView.back()) {
            return true;
        }
        if (besideQuality()) {
            backToQuality();
            return true;
        }
        if (importShown || qualityShown || sqlShown) {
            showList();
            return true;
        }
        return false;
    }

    /// Shows the import page with a file read for preview.
    public void openFile(Path file) {
        showImport();
        importing.open(file);
    }

    /// Shows how good a series is.
    public void openQuality(SeriesKey key) {
        importShown = false;
        qualityShown = true;
        sqlShown = false;
        quality.open(key);
        view.getChildren().setAll(qualityView.view());
        qualityView.focus();
    }

    /// Lays the series of the quality page over another one.
    public void openCompare() {
        SeriesKey key = quality.series();
        if (key != null) {
            comparing.open(key);
            view.getChildren().setAll(compareView.view());
            compareView.focus();
        }
    }

    /// Shows the form of the instrument of the quality page's series.
    public void openInstrument() {
        SeriesKey key = quality.series();
        if (key != null) {
            instrument.open(key);
            view.getChildren().setAll(instrumentView.view());
            instrumentView.focus();
        }
    }

    /// Opens a page beside the quality page of the series that is shown or selected.
    private void beside(Runnable page) {
        SeriesRow row = list.selected();
        if (qualityShown) {
            page.run();
        } else if (row != null && !importShown) {
            openQuality(row.info().key());
            page.run();
        }
    }

    private void backToQuality() {
        SeriesKey key = quality.series();
        if (key != null) {
            openQuality(key);
        }
    }

    private boolean besideQuality() {
        return qualityShown && !view.getChildren().contains(qualityView.view());
    }

    /// What the comparison shows or showed last.
    public CompareModel comparing() {
        return comparing;
    }

    /// What the form of an instrument shows or showed last.
    public InstrumentModel instrument() {
        return instrument;
    }

    /// Shows the page of questions in SQL.
    public void openSql() {
        importShown = false;
        qualityShown = false;
        sqlShown = true;
        view.getChildren().setAll(console.view());
        console.shown();
    }

    /// What the page of questions in SQL shows or showed last.
    public SqlModel questions() {
        return console.model();
    }

    /// What the quality page shows or showed last.
    public QualityModel quality() {
        return quality;
    }

    /// The list of series.
    public SeriesListModel series() {
        return series;
    }

    /// The import that is shown or was shown last.
    public ImportModel importing() {
        return importing;
    }

    private void filter() {
        showList();
        list.focusFilter();
    }

    private void chooseFile() {
        if (importing.step().get() == ImportStep.RESULT) {
            importing.restart();
        }
        showImport();
        importView.focus();
    }

    private void showImport() {
        importShown = true;
        qualityShown = false;
        sqlShown = false;
        view.getChildren().setAll(importView.view());
    }

    private void showList() {
        importShown = false;
        qualityShown = false;
        sqlShown = false;
        view.getChildren().setAll(list.view());
        series.refresh();
        list.focus();
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (files != null && !files.isEmpty()) {
            showImport();
            importing.open(files.stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files != null && !files.isEmpty());
        event.consume();
    }
}
