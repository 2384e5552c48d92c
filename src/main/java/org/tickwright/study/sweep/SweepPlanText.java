package org.tickwright.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.study.sweep.SweepPlan.Search;

/// Reads a plan from the line that [SweepPlan#toString()] writes, so that a sweep can go on after a restart.
public final class SweepPlanText {
    private static final Pattern PLAN = Pattern.compile(
            "(grid|random|latin|genetic|bayesian)(?: (\\d{1,9}) seed (-?\\d{1,19}))?(?: for (\\w+ \\w+ \\d+))?"
                    + " \\[(.*)]");
    private static final Pattern RANGE = Pattern.compile("(\\w+)=(?:\\[([^\\]]*)]|([^,\\[]*)\\.\\.([^,\\[]*))(?:, |$)");

    private SweepPlanText() {}

    /// The plan for the parameters of a strategy. A line that is none is an [IllegalArgumentException].
    public static SweepPlan read(StrategyDocument document, String text) {
        Matcher plan = PLAN.matcher(text);
        if (!plan.matches()) {
            throw unreadable(text);
        }
        try {
            Search search = Search.valueOf(plan.group(1).toUpperCase(Locale.ROOT));
            String objective = plan.group(4);
            if (search.guided() == (objective == null) || (search == Search.GRID) != (plan.group(2) == null)) {
                throw unreadable(text);
            }
            List<ParameterRange> ranges = ranges(document, plan.group(5));
            if (search == Search.GRID) {
                return SweepPlan.grid(ranges);
            }
            int samples = Integer.parseInt(plan.group(2));
            long seed = Long.parseLong(plan.group(3));
            if (search.guided()) {
                return SweepPlan.guided(search, ranges, samples, seed, Objective.read(objective));
            }
            return search == Search.RANDOM
                    ? SweepPlan.random(ranges, samples, seed)
                    : SweepPlan.latin(ranges, samples, seed);
        } catch (NumberFormatException e) {
            IllegalArgumentException said = unreadable(text);
            said.initCause(e);
            throw said;
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        String start = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return new IllegalArgumentException("'" + start + "' is not the plan of a sweep");
    }

    private static List<ParameterRange> ranges(StrategyDocument document, String text) {
        List<ParameterRange> ranges = new ArrayList<>();
        Matcher each = RANGE.matcher(text);
        int read = 0;
        while (each.find() && each.start() == read) {
            read = each.end();
            String name = each.group(1);
            StrategyParameter parameter = document.parameter(name)
                    .orElseThrow(() -> new IllegalArgumentException("The strategy has no parameter '" + name + "'"));
            ranges.add(
                    each.group(2) != null
                            ? ParameterRange.of(parameter, numbers(each.group(2)))
                            : new ParameterRange(
                                    name,
                                    parameter.integer(),
                                    Double.parseDouble(each.group(3)),
                                    Double.parseDouble(each.group(4)),
                                    List.of()));
        }
        if (read < text.length()) {
            throw unreadable(text);
        }
        return ranges;
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(", ", -1)).map(Double::parseDouble).toList();
    }
}
