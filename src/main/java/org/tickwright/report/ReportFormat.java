package org.tickwright.report;

/// What a tear sheet can be written as. CSV writes two files, trades and equity.
public enum ReportFormat {
    HTML,
    PDF,
    CSV,
    JSON
}
