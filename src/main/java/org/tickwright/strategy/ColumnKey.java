package org.tickwright.strategy;

import java.util.List;

/// What makes two columns the same: formula, arguments and inputs. Inputs are columns, which equal only
/// themselves.
record ColumnKey(String formula, List<?> arguments, List<Column> inputs) {}
