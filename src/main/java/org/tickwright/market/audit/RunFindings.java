package org.tickwright.market.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;

/// What the audit saw in the bars that a run read, in the range that it tested.
///
/// @param findings the gravest twenty, notes left out
/// @param counts how many of the shown findings of the audit there are by code, notes left out
/// @param accepted codes of errors that were accepted
/// @param calendar by which calendar the bars were judged, in words; empty where that is not known
public record RunFindings(List<Finding> findings, Map<String, Integer> counts, Set<String> accepted, String calendar) {
    /// Nothing was found.
    public static final RunFindings NONE = new RunFindings(List.of(), Map.of(), Set.of(), "");

    private static final int SHOWN = 20;

    /// Keeps copies.
    public RunFindings {
        findings = List.copyOf(findings);
        counts = Map.copyOf(counts);
        accepted = Set.copyOf(accepted);
        calendar = told(calendar);
    }

    /// What was written by a version that did not tell the calendar has none.
    private static String told(@Nullable String calendar) {
        return calendar == null ? "" : calendar;
    }

    /// The same, with the calendar by which the bars were judged.
    public RunFindings judgedBy(String words) {
        return new RunFindings(findings, counts, accepted, words);
    }

    /// Of all findings those that touch a range; codes that were accepted and found are kept as such.
    public static RunFindings of(List<Finding> all, long from, long to, Set<String> accepted) {
        List<Finding> touching = all.stream()
                .filter(finding -> finding.severity() != Severity.NOTE && finding.touches(from, to))
                .sorted(Comparator.comparing(Finding::severity).thenComparingLong(Finding::from))
                .toList();
        Map<String, Integer> counts = new TreeMap<>();
        touching.forEach(finding -> counts.merge(finding.code(), 1, Integer::sum));
        Set<String> errors = errors(touching);
        errors.retainAll(accepted);
        return new RunFindings(touching.subList(0, Math.min(SHOWN, touching.size())), counts, errors, "");
    }

    private static Set<String> errors(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The codes of errors that nobody accepted: a run over such bars is refused.
    public Set<String> blocking() {
        Set<String> errors = errors(findings);
        errors.removeAll(accepted);
        return errors;
    }

    /// Whether there is nothing to say.
    public boolean isEmpty() {
        return findings.isEmpty();
    }

    /// Why a run is refused, and how it is run all the same.
    public String refusal() {
        String codes = String.join(", ", blocking());
        String first = findings.getFirst().message();
        return "Nothing was run: " + codes + " in the tested range. " + first + ". Mend the series, test another range,"
                + " or accept it (--accept " + String.join(",", blocking())
                + "; in the wizard the check box below the audit).";
    }

    /// In a few words: how many errors and warnings there are, and of which codes; empty where there are none.
    public String brief() {
        if (isEmpty()) {
            return "";
        }
        Set<String> errors = errors(findings);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int severe =
                errors.stream().mapToInt(code -> counts.getOrDefault(code, 1)).sum();
        String what = severe == 0
                ? words(all, "warning")
                : all == severe
                        ? words(severe, "error")
                        : words(severe, "error") + ", " + words(all - severe, "warning");
        return "Audit: " + what + " (" + String.join(", ", new TreeMap<>(counts).keySet()) + ")";
    }

    private static String words(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /// In a line: what was accepted, how much was found, and the gravest.
    public String inWords() {
        String all = new TreeMap<>(counts)
                .entrySet().stream()
                        .map(each -> each.getKey() + (each.getValue() == 1 ? "" : " × " + each.getValue()))
                        .collect(Collectors.joining(", "));
        String gravest =
                findings.isEmpty() ? "" : " First: " + findings.getFirst().message() + ".";
        String despite = accepted.isEmpty()
                ? ""
                : " Run in spite of " + String.join(", ", new TreeSet<>(accepted)) + ", which was accepted.";
        String judged = calendar.isEmpty() ? "" : " (" + calendar + ")";
        return "The audit" + judged + " found in the tested range: " + all + "." + despite + gravest;
    }
}
