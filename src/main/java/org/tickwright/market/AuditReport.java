package org.tickwright.market;

import java.util.List;
import java.util.Map;

/// What the audit sees in a stored series. `findings` holds at most the first 1,000; `findingCounts` counts all by
/// code.
public record AuditReport(SeriesInfo series, List<Finding> findings, Map<String, Integer> findingCounts) {}
