package org.tickwright.desktop.data;

import java.util.List;
import org.tickwright.workbench.FilePreview;
import org.tickwright.workbench.SeriesPreview;

/// What all files of an import come to, with what was decided about their findings.
///
/// @param files how many files there are
/// @param refused how many of them are refused or blocked, whole or in part
/// @param rows the rows read
/// @param leftOut the rows that are not among the bars as they were read
/// @param bars what would be stored
/// @param putIn bars that are no rows
/// @param storable how many of the bars are in series that nothing blocks
/// @param series how many series that are
/// @param gaps places at which bars are missing
/// @param events trades, quotes, splits and dividends that would be kept as they are
/// @param kinds how many files hold such
public record ImportTotals(
        int files,
        int refused,
        long rows,
        long leftOut,
        long bars,
        long putIn,
        long storable,
        int series,
        long gaps,
        long events,
        int kinds) {

    static ImportTotals of(List<FilePreview> previews) {
        long rows = 0;
        long leftOut = 0;
        long bars = 0;
        long gaps = 0;
        long storable = 0;
        long events = 0;
        int kinds = 0;
        int series = 0;
        int refused = 0;
        for (FilePreview file : previews) {
            refused += file.sound() ? 0 : 1;
            events += file.events() == null ? 0 : file.rows();
            kinds += file.events() == null ? 0 : 1;
            for (SeriesPreview one : file.series()) {
                rows += one.rowsRead();
                leftOut += one.rowsRejected();
                bars += one.reading().bars();
                gaps += one.reading().findingCounts().getOrDefault("GAP", 0);
                series += one.storable() && !one.joined() ? 1 : 0;
                storable += one.storable() ? one.reading().bars() : 0;
            }
        }
        return new ImportTotals(
                previews.size(),
                refused,
                rows,
                leftOut,
                bars,
                bars - (rows - leftOut),
                storable,
                series,
                gaps,
                events,
                kinds);
    }
}
