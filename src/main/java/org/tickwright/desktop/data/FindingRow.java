package org.tickwright.desktop.data;

import org.tickwright.market.Finding;

/// A finding of an import: in which file, and the fields of its line where one file alone is read.
public record FindingRow(String file, Finding finding, String line) {}
