package org.tickwright.study;

import org.jspecify.annotations.Nullable;

/// A performance figure with what a reader needs to trust it.
///
/// `value` is a [Double], a [String] (dates) or null where it is undefined for this sample. `title` is
/// what a person calls it, `formula` plain text with its source, `unit` one of `fraction`, `ratio`, `per
/// year`, `money`, `days`, `count`, `date`; `sampleSize` the number of observations behind it.
public record Metric(String name, String title, @Nullable Object value, String formula, String unit, int sampleSize) {}
