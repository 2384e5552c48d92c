package org.tickwright.market;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a file would be read, before anything is stored.
///
/// `rows` are the first lines split into fields; `columns` maps `time`, `open` … to positions counted from 1; `header`
/// is empty where the file has none.
/// `symbol` is a proposal from the file name. `bars` counts what would be stored.
public record ImportPreview(
        String description,
        String symbol,
        List<String> header,
        List<List<String>> rows,
        Map<String, Integer> columns,
        @Nullable Timeframe timeframe,
        String zone,
        int bars,
        List<Finding> findings,
        Map<String, Integer> findingCounts,
        boolean blocked) {}
