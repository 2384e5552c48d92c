package org.tickwright.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tickwright.market.Finding;

/// Findings as lines and as JSON.
final class FindingText {
    private FindingText() {}

    static String of(Finding finding) {
        boolean named = finding.line() == 0 || finding.message().startsWith("Line ");
        String where = named ? "" : "line " + finding.line() + ": ";
        return finding.severity().name().toLowerCase(java.util.Locale.ROOT) + " " + finding.code() + ": " + where
                + sentence(finding.message()) + " " + sentence(finding.mend());
    }

    private static String sentence(String text) {
        return text.isEmpty() || ".!?:".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
    }

    static Map<String, Object> document(Finding finding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", finding.code());
        document.put("severity", finding.severity().name());
        document.put("line", finding.line());
        document.put("message", finding.message());
        document.put("mend", finding.mend());
        if (finding.timed()) {
            document.put("from", SeriesText.time(finding.from()));
            document.put("to", SeriesText.time(finding.to()));
        }
        return document;
    }
}
