package org.tickwright.desktop.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportPreview;
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.FilePreview;
import org.tickwright.workbench.SeriesPreview;

/// The findings of all files of an import, brought together.
final class FoundFindings {
    private static final int SHOWN = 5_000;

    private static final Map<String, String> ABOUT = Map.of(
            "AMBIGUOUS_DATE", "dateOrder",
            "AMBIGUOUS_NUMBER", "format",
            "MIXED_TIMEFRAME", "timeframe",
            "TIMEFRAME_MISMATCH", "timeframe",
            "UNKNOWN_TIMEFRAME", "timeframe",
            "ZONE_ASSUMED", "zone");

    private FoundFindings() {}

    /// What findings say about an option, errors or the others, empty where they say nothing; the first of those
    /// that nothing was decided about.
    static String about(String option, boolean errors, List<FilePreview> files, ImportChoices choices) {
        for (FilePreview file : files) {
            for (Finding finding : file.findings()) {
                boolean decided = choices.accepted(finding.code()) || choices.mend(finding.code()) != null;
                boolean error = finding.severity() == Finding.Severity.ERROR;
                if (!decided && error == errors && option.equals(ABOUT.get(finding.code()))) {
                    return ScreenWords.of(finding.message() + ".");
                }
            }
        }
        return "";
    }

    /// One group per code, those first that block or did until something was decided.
    static List<FindingGroup> groups(List<FilePreview> files, ImportChoices choices) {
        Set<String> errors = new LinkedHashSet<>();
        Map<String, Integer> counts = new TreeMap<>();
        boolean fillable = false;
        for (FilePreview file : files) {
            file.findings().stream()
                    .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                    .forEach(finding -> errors.add(finding.code()));
            for (SeriesPreview series : file.series()) {
                ImportPreview reading = series.reading();
                reading.findingCounts().forEach((code, count) -> counts.merge(code, count, Integer::sum));
                Timeframe found = reading.timeframe();
                fillable |= found != null && found.intraday();
            }
        }
        choices.mended().forEach(code -> counts.putIfAbsent(code, 0));
        Set<String> mendable = Set.copyOf(counts.keySet());
        files.stream()
                .map(FilePreview::events)
                .filter(Objects::nonNull)
                .forEach(events ->
                        events.findingCounts().forEach((code, count) -> counts.merge(code, count, Integer::sum)));
        List<FindingGroup> groups = new ArrayList<>();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            String code = count.getKey();
            FindingGroup group = FindingGroup.of(
                    code, errors.contains(code), count.getValue(), choices.accepted(code), choices.mend(code));
            boolean choice = mendable.contains(code) && (fillable || !code.equals("GAP"));
            groups.add(!choice ? group.withoutChoice() : group);
        }
        groups.sort((a, b) -> Boolean.compare(b.error() || b.accepted(), a.error() || a.accepted()));
        return groups;
    }

    /// Every finding, as many as can be looked through.
    static List<FindingRow> rows(List<FilePreview> files) {
        List<FindingRow> rows = new ArrayList<>();
        for (FilePreview file : files) {
            for (Finding finding : file.findings()) {
                if (rows.size() == SHOWN) {
                    return rows;
                }
                rows.add(new FindingRow(file.file(), finding, file.lines().getOrDefault(finding.line(), "")));
            }
        }
        return rows;
    }

    /// What is known of the columns of a file that cannot be read.
    static ImportPreview bare(FilePreview file) {
        return new ImportPreview(
                "", "", file.sample().header(), file.sample().rows(), Map.of(), null, "", 0, List.of(), Map.of(), true);
    }
}
