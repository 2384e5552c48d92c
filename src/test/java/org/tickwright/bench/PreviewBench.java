package org.tickwright.bench;

import java.util.List;
import org.tickwright.desktop.studio.PreviewBenchmark;

/// What an edit in Studio costs until its result is drawn.
final class PreviewBench {
    /// Twenty a second.
    private static final double SLIDER = 50_000_000;

    private PreviewBench() {}

    static Suite suite() {
        return new Suite(
                "preview",
                PreviewBenchmark::sameResults,
                List.of(new Comparison(
                        "edit of a parameter, 250,000 bars (anew)",
                        "PreviewBenchmark.edit",
                        "PreviewBenchmark.editAnew",
                        1,
                        "edit",
                        SLIDER)));
    }
}
