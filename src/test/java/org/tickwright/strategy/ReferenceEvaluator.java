package org.tickwright.strategy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.portfolio.PositionView;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.Wire.PortRef;

/// The meaning of a strategy written down a second time, as plainly as possible: one bar, one node, by
/// recursion.
///
/// Numbers are doubles with NaN for undefined, conditions are 1, 0 or NaN. Nothing here knows columns,
/// blocks, sharing or skipping.
final class ReferenceEvaluator {
    private static final SeriesKey BASE = new SeriesKey("BASE", Timeframe.parse("1h"));
    /// Where constants live: any series sees them.
    private static final SeriesKey NOWHERE = new SeriesKey("0", Timeframe.DAY);

    private final StrategyDocument document;
    private final IndicatorCatalogue indicators;
    private final MarketData data;
    private final IntFunction<? extends PositionView> positions;
    private final NodeCatalogue catalogue;
    private final Map<String, Double> known = new HashMap<>();
    private final Map<String, SeriesKey> homes = new HashMap<>();
    private final Map<SeriesKey, Bars> rows = new HashMap<>();

    /// `positions` gives the position at the close of each bar.
    ReferenceEvaluator(
            StrategyDocument document,
            IndicatorCatalogue indicators,
            MarketData data,
            IntFunction<? extends PositionView> positions) {
        this.document = document;
        this.indicators = indicators;
        this.data = data;
        this.positions = positions;
        catalogue = new NodeCatalogue(indicators);
    }

    /// What the base series sees of a port at one of its bars.
    double value(String node, String port, int bar) {
        return seen(new PortRef(node, port), BASE, bar);
    }

    /// What a bar of one series sees of a port: the same row on the same series, else the last known one.
    private double seen(PortRef port, SeriesKey series, int row) {
        SeriesKey home = home(port.node());
        if (home.equals(NOWHERE) || home.equals(series)) {
            return kept(port, series, row);
        }
        int last = lastKnown(home, series, row);
        return last < 0 ? Double.NaN : kept(port, home, last);
    }

    private int lastKnown(SeriesKey other, SeriesKey series, int row) {
        int last = -1;
        Bars bars = rows(other);
        while (last + 1 < bars.size() && bars.knownAt(last + 1) <= rows(series).knownAt(row)) {
            last++;
        }
        return last;
    }

    /// On which series a node runs.
    private SeriesKey home(String id) {
        SeriesKey found = homes.get(id);
        if (found == null) {
            found = findHome(document.node(id).orElseThrow());
            homes.put(id, found);
        }
        return found;
    }

    private SeriesKey findHome(Node node) {
        NodeType type = catalogue.find(node.type()).orElseThrow();
        Set<SeriesKey> read = new HashSet<>();
        type.inputs().forEach(port -> source(node, port.name()).ifPresent(from -> read.add(home(from.node()))));
        boolean allConnected = !type.inputs().isEmpty()
                && type.inputs().stream()
                        .allMatch(port -> source(node, port.name()).isPresent());
        boolean constant = node.type().equals("constant")
                || node.type().equals("parameter")
                || (allConnected
                        && type.category().equals("Arithmetic")
                        && !node.type().equals("lag")
                        && read.equals(Set.of(NOWHERE)));
        if (constant) {
            return NOWHERE;
        }
        read.remove(NOWHERE);
        if (!allConnected && named(node)) {
            read.add(namedSeries(node));
        }
        boolean base =
                type.category().equals("Position") || List.of("age", "rank").contains(node.type()) || read.size() != 1;
        return base ? BASE : read.iterator().next();
    }

    private static boolean named(Node node) {
        return node.params().containsKey("instrument") || node.params().containsKey("timeframe");
    }

    private static SeriesKey namedSeries(Node node) {
        String instrument = (String) node.params().getOrDefault("instrument", "BASE");
        return new SeriesKey(instrument.equals("each") ? "BASE" : instrument, Timeframe.parse((String)
                node.params().getOrDefault("timeframe", "1h")));
    }

    private Bars rows(SeriesKey key) {
        Bars found = rows.get(key);
        if (found == null) {
            found = data.all().stream()
                    .filter(series -> series.key().equals(key))
                    .map(MarketSeries::bars)
                    .findFirst()
                    .orElseGet(() -> longer(key));
            rows.put(key, found);
        }
        return found;
    }

    /// Bars of some hours in UTC, made by adding up those of the instrument that lie in each span; none is known before
    /// its span is over.
    private Bars longer(SeriesKey key) {
        Bars shorter = data.all().stream()
                .filter(series -> series.key().symbol().equals(key.symbol()))
                .map(MarketSeries::bars)
                .findFirst()
                .orElseThrow();
        long span = key.timeframe().nanos();
        Bars longer = new Bars(key.timeframe(), shorter.zone(), 1);
        int from = 0;
        while (from < shorter.size()) {
            long start = Math.floorDiv(shorter.time(from), span) * span;
            int to = from;
            double high = shorter.high(from);
            double low = shorter.low(from);
            double volume = 0;
            while (to < shorter.size() && shorter.time(to) < start + span) {
                high = Math.max(high, shorter.high(to));
                low = Math.min(low, shorter.low(to));
                volume += shorter.volume(to);
                to++;
            }
            longer.append(start, shorter.open(from), high, low, shorter.close(to - 1), volume);
            from = to;
        }
        return longer;
    }

    private double kept(PortRef port, SeriesKey series, int row) {
        String key = port + "@" + series + row;
        Double before = known.get(key);
        if (before == null) {
            before = compute(document.node(port.node()).orElseThrow(), port.port(), series, row);
            known.put(key, before);
        }
        return before;
    }

    private double compute(Node node, String port, SeriesKey series, int bar) {
        if (node.type().startsWith(NodeCatalogue.INDICATOR_PREFIX)) {
            return indicator(node, port, series, bar);
        }
        return switch (node.type()) {
            case "price" -> price(choice(node, "field"), series, bar);
            case "age" -> age(node, bar);
            case "rank" -> Double.isNaN(in(node, "a", series, bar)) ? Double.NaN : 1;
            case "schedule" -> ThreeValued.truth(bar == 0 || !period(node, bar).equals(period(node, bar - 1)));
            case "constant" -> setting(node, "value");
            case "parameter" -> setting(node, "parameter");
            case "add" -> finite(in(node, "a", series, bar) + in(node, "b", series, bar));
            case "subtract" -> finite(in(node, "a", series, bar) - in(node, "b", series, bar));
            case "multiply" -> finite(in(node, "a", series, bar) * in(node, "b", series, bar));
            case "divide" -> finite(in(node, "a", series, bar) / in(node, "b", series, bar));
            case "negate" -> -in(node, "a", series, bar);
            case "abs" -> Math.abs(in(node, "a", series, bar));
            case "minimum" -> Math.min(in(node, "a", series, bar), in(node, "b", series, bar));
            case "maximum" -> Math.max(in(node, "a", series, bar), in(node, "b", series, bar));
            case "lag" -> {
                int earlier = bar - (int) setting(node, "bars");
                yield earlier < 0 ? Double.NaN : in(node, "a", series, earlier);
            }
            case "and" -> ThreeValued.and(conditions(node, series, bar));
            case "or" ->
                ThreeValued.not(ThreeValued.and(conditions(node, series, bar).stream()
                        .map(ThreeValued::not)
                        .toList()));
            case "not" -> ThreeValued.not(in(node, "a", series, bar));
            case "inPosition" -> ThreeValued.truth(positions.apply(bar).quantity() != 0);
            case "isLong" -> ThreeValued.truth(positions.apply(bar).quantity() > 0);
            case "isShort" -> ThreeValued.truth(positions.apply(bar).quantity() < 0);
            case "barsSinceEntry" -> positions.apply(bar).barsSinceEntry();
            case "entryPrice" -> positions.apply(bar).entryPrice();
            case "openProfit" -> positions.apply(bar).openProfit();
            case "quantity" -> positions.apply(bar).quantity();
            case "equity" -> positions.apply(bar).equity();
            case "crossesAbove" -> crossesAbove(node, "a", "b", series, bar);
            case "crossesBelow" -> crossesAbove(node, "b", "a", series, bar);
            default -> ThreeValued.compare(node.type(), in(node, "a", series, bar), in(node, "b", series, bar));
        };
    }

    private double crossesAbove(Node node, String a, String b, SeriesKey series, int bar) {
        if (bar == 0) {
            return Double.NaN;
        }
        double before = ThreeValued.compare("lessOrEqual", in(node, a, series, bar - 1), in(node, b, series, bar - 1));
        double now = ThreeValued.compare("greater", in(node, a, series, bar), in(node, b, series, bar));
        return Double.isNaN(before) || Double.isNaN(now) ? Double.NaN : ThreeValued.truth(before == 1 && now == 1);
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private List<Double> conditions(Node node, SeriesKey series, int bar) {
        List<Double> values = new ArrayList<>();
        for (String port : List.of("a", "b", "c", "d")) {
            source(node, port).ifPresent(from -> values.add(seen(from, series, bar)));
        }
        return values;
    }

    private String period(Node node, int bar) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(rows(BASE).time(bar), 86_400_000_000_000L));
        return switch (choice(node, "every")) {
            case "bars" -> "" + bar / (int) setting(node, "bars");
            case "day" -> "" + day;
            case "week" -> "" + day.with(DayOfWeek.MONDAY);
            case "month" -> "" + YearMonth.from(day);
            default -> day.getYear() + "" + day.get(IsoFields.QUARTER_OF_YEAR);
        };
    }

    private double age(Node node, int bar) {
        SeriesKey key = named(node) ? namedSeries(node) : BASE;
        int last = lastKnown(key, BASE, bar);
        if (last < 0) {
            return Double.NaN;
        }
        if (choice(node, "in").equals("bars")) {
            int since = bar;
            while (since > 0 && lastKnown(key, BASE, since - 1) == last) {
                since--;
            }
            return bar - since;
        }
        double unit = switch (choice(node, "in")) {
            case "minutes" -> 60e9;
            case "hours" -> 3600e9;
            default -> 86_400e9;
        };
        return (rows(BASE).knownAt(bar) - rows(key).knownAt(last)) / unit;
    }

    private double price(String field, SeriesKey series, int bar) {
        Bars bars = rows(series);
        double open = bars.open(bar);
        double high = bars.high(bar);
        double low = bars.low(bar);
        double close = bars.close(bar);
        return switch (field) {
            case "open" -> open;
            case "high" -> high;
            case "low" -> low;
            case "close" -> close;
            case "volume" -> bars.volume(bar);
            case "hl2" -> (high + low) / 2;
            case "hlc3" -> (high + low + close) / 3;
            case "ohlc4" -> (open + high + low + close) / 4;
            default -> throw new IllegalArgumentException("The reference does not know the field " + field);
        };
    }

    /// The indicator over the last stretch of bars at which all its inputs are defined.
    private double indicator(Node node, String port, SeriesKey series, int bar) {
        IndicatorDefinition definition = indicators
                .find(node.type().substring(NodeCatalogue.INDICATOR_PREFIX.length()))
                .orElseThrow();
        IndicatorSpec spec = definition.spec();
        double[][] inputs = new double[spec.inputs().size()][bar + 1];
        int begin = 0;
        for (int row = 0; row <= bar; row++) {
            for (int i = 0; i < inputs.length; i++) {
                inputs[i][row] = input(node, spec.inputs().get(i), series, row);
                begin = Double.isFinite(inputs[i][row]) ? begin : row + 1;
            }
        }
        if (begin > bar) {
            return Double.NaN;
        }
        double[] arguments = spec.parameters().stream()
                .mapToDouble(parameter -> setting(node, parameter.name()))
                .toArray();
        double[][] outputs = new double[spec.outputs().size()][bar + 1];
        definition.kernel(new IndicatorArguments(arguments), begin).advance(inputs, begin, bar + 1, outputs);
        int output = 0;
        while (spec.severalOutputs() && !spec.outputs().get(output).name().equals(port)) {
            output++;
        }
        return outputs[output][bar];
    }

    private double input(Node node, IndicatorSpec.Input input, SeriesKey series, int bar) {
        return source(node, input.name())
                .map(from -> seen(from, series, bar))
                .orElseGet(() -> column(node, input.defaultColumn(), series, bar));
    }

    private double column(Node node, String name, SeriesKey series, int bar) {
        long time = rows(series).time(bar);
        return switch (name) {
            case "time" -> (double) time;
            case "session" -> (double) Math.floorDiv(time, 86_400_000_000_000L);
            default -> {
                SeriesKey from = named(node) ? namedSeries(node) : series;
                int row = from.equals(series) ? bar : lastKnown(from, series, bar);
                yield row < 0 ? Double.NaN : price(name, from, row);
            }
        };
    }

    double in(Node node, String port, int bar) {
        return in(node, port, BASE, bar);
    }

    private double in(Node node, String port, SeriesKey series, int bar) {
        return seen(source(node, port).orElseThrow(), series, bar);
    }

    Optional<PortRef> source(Node node, String port) {
        return document.wires().stream()
                .filter(wire -> wire.to().equals(new PortRef(node.id(), port)))
                .map(Wire::from)
                .findFirst();
    }

    double setting(Node node, String name) {
        Setting setting = catalogue.find(node.type()).orElseThrow().settings().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        Object value = node.params().getOrDefault(name, setting.defaultValue());
        return switch (value) {
            case Double number -> number;
            case ParameterRef(String parameter) ->
                document.parameter(parameter).orElseThrow().value();
            case String text -> setting.choices().indexOf(text);
            default -> throw new IllegalArgumentException("The reference does not know the setting " + value);
        };
    }

    private String choice(Node node, String name) {
        Setting setting = catalogue.find(node.type()).orElseThrow().settings().getFirst();
        return setting.choices().get((int) setting(node, name));
    }

    /// What the strategy wants at the close of a bar, in words that can be compared.
    String decision(int bar) {
        return new ReferenceActions(this, document, catalogue).decision(bar);
    }
}
