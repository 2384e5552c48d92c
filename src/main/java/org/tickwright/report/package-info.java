/// The tear sheet as values, then its renderers: HTML, PDF, CSV, JSON.
///
/// Start at [TearSheet] and [ReportWriter]. What a report says is decided once, as a [Sheet]; how its charts look is
/// decided once, as a [Drawing] of marks ([EquityChart], [MonthlyHeatMap], [TradeHistogram]) that HTML, PDF and the
/// screen paint each in their way. Nothing here reads a clock: the same sheet gives the same bytes.
@NullMarked
package org.tickwright.report;

import org.jspecify.annotations.NullMarked;
