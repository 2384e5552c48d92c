package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.engine.RunArchive;
import org.tickwright.report.ReportFormat;

class ResultModelTest {
    @TempDir
    Path home;

    private final FakeWork work = new FakeWork();
    private final List<Path> suggested = new ArrayList<>();

    private ResultModel model(Optional<Path> answer) {
        return new ResultModel(
                work,
                FakeDesk.atOnce(home).tasks(),
                folder -> {
                    suggested.add(folder);
                    return answer;
                },
                home.resolve("reports"));
    }

    @Test
    void opensAnArchivedRunWithWhatThePageDraws() {
        String id = work.archive(10, 30);
        ResultModel model = model(Optional.empty());
        model.open(id);
        assertEquals(id, model.shown().get().sheet().runId());
        assertEquals(2520, model.shown().get().curves().drawdown().length);
        assertEquals(10, model.shown().get().returns().years().size());
        assertEquals("", model.loading().get());
    }

    @Test
    void saysThatARunIsGone() {
        ResultModel model = model(Optional.empty());
        model.open("r99");
        assertNull(model.shown().get());
        assertEquals("Run r99 is not in the archive any more.", model.failure().get());
    }

    @Test
    void exportsToTheChosenFolderAndRemembersIt() {
        Path chosen = home.resolve("mine");
        ResultModel model = model(Optional.of(chosen));
        model.open(work.archive(10, 30));
        model.export(EnumSet.of(ReportFormat.HTML, ReportFormat.CSV));
        assertEquals(3, model.exported().size());
        model.exported().forEach(file -> assertTrue(Files.isRegularFile(file), file.toString()));
        model.export(EnumSet.of(ReportFormat.PDF));
        assertEquals(List.of(home.resolve("reports"), chosen), suggested);
        assertEquals(
                "r1-sma-cross-SIM-A-1d.pdf",
                model.exported().getFirst().getFileName().toString());
    }

    @Test
    void writesNothingWhenTheFolderIsNotChosen() {
        ResultModel model = model(Optional.empty());
        model.open(work.archive(10, 30));
        model.export(EnumSet.allOf(ReportFormat.class));
        assertEquals(List.of(), model.exported());
        assertEquals("", model.failure().get());
    }

    @Test
    void saysWhyAReportWasNotWritten() throws Exception {
        Path blocked = Files.createFile(home.resolve("a-file"));
        ResultModel model = model(Optional.of(blocked));
        model.open(work.archive(10, 30));
        model.export(EnumSet.of(ReportFormat.HTML));
        assertTrue(
                model.failure().get().startsWith("Report not written: "),
                model.failure().get());
        assertEquals(List.of(), model.exported());
    }

    @Test
    void listsRunsNewestFirstAndForgetsADeletedOne() {
        work.archive(10, 30);
        work.archive(20, 50);
        FakeDesk desk = FakeDesk.atOnce(home);
        RunListModel list = new RunListModel(work, new WorkbenchSweeps(desk.workbench()), desk.tasks());
        list.refresh();
        assertEquals(
                List.of("r2", "r1"),
                list.runs().stream().map(RunArchive.Entry::id).toList());
        list.delete(list.items().stream()
                .filter(item -> item.id().equals("r2"))
                .findFirst()
                .orElseThrow());
        assertEquals(
                List.of("r1"), list.runs().stream().map(RunArchive.Entry::id).toList());
    }
}
