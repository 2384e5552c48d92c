package org.tickwright.desktop.sql;

import org.tickwright.workbench.SqlQueries.Answer;

/// How the question on the page stands.
public sealed interface SqlState {
    /// Nothing was asked yet.
    record Quiet() implements SqlState {}

    /// It is being answered.
    record Asking() implements SqlState {}

    /// It was answered, with at most so many rows.
    record Answered(Answer answer, int limit) implements SqlState {}

    /// It was not answered, and why; the part of the text that is to blame from a place up to another, -1 where none
    /// is known. `place` says where that is, in words.
    record Refused(String why, String place, int from, int to) implements SqlState {}

    /// A person ended it.
    record Cancelled() implements SqlState {}
}
