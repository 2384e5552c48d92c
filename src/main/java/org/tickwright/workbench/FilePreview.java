package org.tickwright.workbench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Finding;
import org.tickwright.market.text.FileSample;

/// How one file of an import would be read, before anything is stored.
///
/// @param file the file, by its path below the folder or in the archive
/// @param kind what it was recognised as (`bars`, `trades`, …), empty where it was refused before that
/// @param series what would be stored of it as bars
/// @param events what would be kept of it instead of bars, null where it holds bars
/// @param actions whether splits and dividends beside the bars would be kept too
/// @param refusal why it is refused, empty where it can be read
/// @param option the option that would cure the refusal, empty where none would
/// @param sample its first rows as they are split, where they are not told by its series
/// @param lines the lines that findings speak of, by their numbers, where one file alone was asked for
public record FilePreview(
        String file,
        String kind,
        List<SeriesPreview> series,
        @Nullable EventsPreview events,
        boolean actions,
        String refusal,
        String option,
        FileSample sample,
        Map<Long, String> lines) {

    /// A file of which nothing is known yet.
    public static final FilePreview NONE = refused("", "", "", "", FileSample.NONE);

    /// How many rows there are.
    public long rows() {
        return events != null
                ? events.rows()
                : series.stream().mapToLong(SeriesPreview::rowsRead).sum();
    }

    /// Whether anything of it would be stored.
    public boolean storable() {
        return refusal.isEmpty()
                && (events != null ? !events.blocked() : series.stream().anyMatch(SeriesPreview::storable));
    }

    /// Whether all of it would be stored.
    public boolean sound() {
        return storable() && series.stream().allMatch(SeriesPreview::storable);
    }

    /// What the audit saw in all it holds.
    public List<Finding> findings() {
        return events != null
                ? events.findings()
                : series.stream()
                        .flatMap(one -> one.reading().findings().stream())
                        .toList();
    }

    /// Whether it holds one series, or events of one instrument that a person can name.
    public boolean single() {
        return events != null ? events.named() : series.size() == 1;
    }

    /// The symbol of what it holds where that is of one instrument; empty otherwise.
    public String symbol() {
        return events != null
                ? events.symbol()
                : series.size() == 1 ? series.getFirst().symbol() : "";
    }

    /// The same with other series and events.
    FilePreview with(List<SeriesPreview> others, @Nullable EventsPreview otherEvents) {
        return new FilePreview(file, kind, others, otherEvents, actions, refusal, option, sample, lines);
    }

    static FilePreview refused(String file, String kind, String why, String option, FileSample sample) {
        return new FilePreview(file, kind, List.of(), null, false, why, option, sample, Map.of());
    }
}
