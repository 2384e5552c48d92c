package org.tickwright.strategy;

import static org.tickwright.strategy.NodeCatalogue.VALUE;
import static org.tickwright.strategy.PortType.CONDITION;
import static org.tickwright.strategy.PortType.NUMBER;
import static org.tickwright.strategy.PortType.ORDER;
import static org.tickwright.strategy.PortType.PROTECTION;
import static org.tickwright.strategy.PortType.SIZE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;
import org.tickwright.spi.IndicatorSpec.Unit;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;

/// The built-in node types, in the order of the palette.
final class StandardNodes {
    static final String PRICE = "price";
    static final String AGE = "age";
    static final String CONSTANT = "constant";
    static final String PARAMETER = "parameter";
    static final String LAG = "lag";
    static final String ENTER_LONG = "enterLong";
    static final String ENTER_SHORT = "enterShort";
    static final String EXIT_LONG = "exitLong";
    static final String EXIT_SHORT = "exitShort";
    static final String SIZE_UNITS = "sizeUnits";
    static final String SIZE_CASH = "sizeCash";
    static final String SIZE_FRACTION = "sizeFraction";
    static final String SIZE_RISK = "sizeRisk";
    static final String SIZE_VOLATILITY = "sizeVolatility";
    static final String SIZE_KELLY = "sizeKelly";
    /// How many bars a volatility target looks back.
    static final String BARS = "bars";
    /// The most that a Kelly size is, how many trades it waits for, and what it is until then.
    static final String CAP = "cap";
    static final String TRADES = "trades";
    static final String START = "start";
    static final String STOP = "stop";
    static final String TARGET = "target";
    static final String TRAILING = "trailing";
    static final String TRAILING_PERCENT = "trailingPercent";
    static final String TRAILING_PRICE = "trailingPrice";
    /// The condition of an action.
    static final String WHEN = "when";
    /// The number that a stop, target or trailing stop reads.
    static final String DISTANCE = "distance";
    static final List<String> ENTRIES = List.of(ENTER_LONG, ENTER_SHORT);
    static final List<String> EXITS = List.of(EXIT_LONG, EXIT_SHORT);
    static final String TARGET_WEIGHT = "targetWeight";
    static final Set<String> ACTIONS = Set.of(ENTER_LONG, ENTER_SHORT, EXIT_LONG, EXIT_SHORT, TARGET_WEIGHT);
    static final String RANK = "rank";
    static final String SCHEDULE = "schedule";
    /// The number that replaces the setting of a target weight.
    static final String WEIGHT = "weight";
    /// The periods of a schedule.
    static final List<String> PERIODS = List.of("bars", "day", "week", "month", "quarter");
    /// Which value has rank 1.
    static final List<String> RANK_ORDERS = List.of("largest", "smallest");
    static final String ACTION_CATEGORY = "Actions";
    /// The category of what computes with numbers row by row.
    static final String ARITHMETIC = "Arithmetic";
    /// The category of what compares two numbers.
    static final String COMPARISON = "Comparison";
    /// The category of what is read of the position.
    static final String POSITION = "Position";

    /// The columns that a price node offers.
    static final List<String> FIELDS = List.of("open", "high", "low", "close", "volume", "hl2", "hlc3", "ohlc4");

    /// What an age is counted in: bars of the base series, or time.
    static final List<String> AGE_UNITS = List.of("bars", "minutes", "hours", "days");

    private static final double LARGEST = 1e15;

    private StandardNodes() {}

    /// Nodes where numbers come from, listed before the indicators.
    static List<NodeType> sources() {
        return List.of(
                number(
                                PRICE,
                                "Price",
                                "Market",
                                "A column of the bars: open, high, low, close or volume, or a mean of them (hl2, hlc3,"
                                        + " ohlc4).",
                                null,
                                List.of(),
                                List.of(choice("field", "Field", "close", FIELDS)))
                        .readingSeries(),
                number(
                                AGE,
                                "Age",
                                "Market",
                                "How long ago the last bar of a series became known: 0 at the close at which it did."
                                        + " Of the base series it is always 0.",
                                null,
                                List.of(),
                                List.of(choice("in", "Counted in", "bars", AGE_UNITS)))
                        .readingSeries(),
                number(
                        CONSTANT,
                        "Constant",
                        "Market",
                        "A number that never changes. It fits whatever it is compared with.",
                        null,
                        List.of(),
                        List.of(setting("value", "Value", -LARGEST, LARGEST, 0))),
                number(
                        PARAMETER,
                        "Parameter",
                        "Market",
                        "One of the strategy's parameters as a number, so that a run or a sweep can change it.",
                        null,
                        List.of(),
                        List.of(setting("parameter", "Parameter", -LARGEST, LARGEST, 0))));
    }

    /// All other nodes, listed behind the indicators.
    static List<NodeType> rules() {
        return Stream.of(
                        arithmetic(),
                        comparisons(),
                        logic(),
                        selection(),
                        position(),
                        actions(),
                        sizes(),
                        OrderNodes.all(),
                        protections())
                .flatMap(List::stream)
                .toList();
    }

    private static List<NodeType> arithmetic() {
        String category = ARITHMETIC;
        return List.of(
                binary("add", "Add", category, "a + b."),
                binary("subtract", "Subtract", category, "a − b."),
                binary("multiply", "Multiply", category, "a × b."),
                binary("divide", "Divide", category, "a ÷ b. Undefined where b is 0."),
                number("negate", "Negate", category, "−a.", null, List.of(in("a")), List.of()),
                number("abs", "Absolute value", category, "a without its sign.", null, List.of(in("a")), List.of()),
                binary("minimum", "Smaller of two", category, "The smaller of a and b at each bar."),
                binary("maximum", "Larger of two", category, "The larger of a and b at each bar."),
                number(
                        LAG,
                        "Value n bars ago",
                        category,
                        "What a was n bars ago. Undefined for the first n bars.",
                        null,
                        List.of(in("a")),
                        List.of(new Setting("bars", "Bars ago", true, 0, 100_000, 1.0, List.of()))));
    }

    private static List<NodeType> comparisons() {
        return List.of(
                comparison("greater", "Greater", "True while a is above b."),
                comparison("greaterOrEqual", "Greater or equal", "True while a is at or above b."),
                comparison("less", "Less", "True while a is below b."),
                comparison("lessOrEqual", "Less or equal", "True while a is at or below b."),
                comparison("equal", "Equal", "True while a equals b exactly."),
                comparison("notEqual", "Not equal", "True while a differs from b."),
                comparison(
                        "crossesAbove",
                        "Crosses above",
                        "True on the bar at which a is above b after having been at or below it on the bar before."),
                comparison(
                        "crossesBelow",
                        "Crosses below",
                        "True on the bar at which a is below b after having been at or above it on the bar before."));
    }

    private static List<NodeType> logic() {
        List<Port> several = List.of(
                condition("a"),
                condition("b"),
                new Port("c", CONDITION, true, null),
                new Port("d", CONDITION, true, null));
        return List.of(
                logic("and", "And", "True while all connected conditions are true; false as soon as one is.", several),
                logic("or", "Or", "True while at least one connected condition is true.", several),
                logic("not", "Not", "True while a is false; undefined while a is.", List.of(condition("a"))));
    }

    private static List<NodeType> selection() {
        return List.of(
                number(
                        RANK,
                        "Rank",
                        "Selection",
                        "The place of a among the instruments of the universe: 1 is the first. Equal values rank by"
                                + " symbol; undefined ones have no rank. What feeds it has the instrument each.",
                        Unit.NUMBER,
                        List.of(in("a")),
                        List.of(choice("first", "Rank 1 is", "largest", RANK_ORDERS))),
                truth(
                                SCHEDULE,
                                "Schedule",
                                "Selection",
                                "True on the first base bar of each period, or on every nth bar.",
                                List.of())
                        .set(List.of(
                                choice("every", "Every", "month", PERIODS),
                                new Setting("bars", "Bars, where it counts bars", true, 1, 100_000, 1.0, List.of()))));
    }

    private static List<NodeType> position() {
        return List.of(
                logic("inPosition", "In a position", "True while a position is held.", List.of()),
                logic("isLong", "Long", "True while a long position is held.", List.of()),
                logic("isShort", "Short", "True while a short position is held.", List.of()),
                state("barsSinceEntry", "Bars since entry", "0 on the entry bar. Undefined when flat.", Unit.BARS),
                state("entryPrice", "Entry price", "The fill of the entry. Undefined when flat.", Unit.PRICE),
                state(
                        "openProfit",
                        "Open profit",
                        "Profit of the open position in money at the close, before exit costs. Undefined when flat.",
                        Unit.NUMBER),
                state("quantity", "Units held", "Positive long, negative short, 0 when flat.", Unit.NUMBER),
                state("equity", "Equity", "Account equity at the close, in money.", Unit.NUMBER));
    }

    private static List<NodeType> actions() {
        return List.of(
                entry(ENTER_LONG, "Enter long", "Buys at the next open when its condition is true at the close."),
                entry(ENTER_SHORT, "Enter short", "Sells short at the next open when its condition is true."),
                exit(EXIT_LONG, "Exit long", "Closes a long position at the next open when its condition is true."),
                exit(EXIT_SHORT, "Exit short", "Closes a short position at the next open when its condition is true."),
                new NodeType(
                        TARGET_WEIGHT,
                        "Target weight",
                        ACTION_CATEGORY,
                        "Buys or sells at the next open, while its condition is true, until the instrument is this"
                                + " part of the account's equity; negative is short, 0 closes.",
                        List.of(condition(WHEN), optional(WEIGHT, NUMBER)),
                        List.of(),
                        List.of(setting(WEIGHT, "Part of equity", -1, 1, 1))));
    }

    private static List<NodeType> sizes() {
        return List.of(
                size(SIZE_UNITS, "Units", "So many units.", setting("units", "Units", 1e-8, 1e12, 100)),
                size(
                        SIZE_CASH,
                        "Cash",
                        "As many units as this much cash buys.",
                        setting("cash", "Cash", 1e-2, 1e12, 10_000)),
                size(
                        SIZE_FRACTION,
                        "Fraction of cash",
                        "As many units as this fraction of the account buys; 1 is all of it.",
                        setting("fraction", "Fraction", 1e-6, 1, 1)),
                size(
                        SIZE_RISK,
                        "Risk",
                        "So many units that the distance to the stop costs this fraction of the account; needs a stop.",
                        setting("fraction", "Fraction at risk", 1e-6, 1, 0.01)),
                size(
                        SIZE_VOLATILITY,
                        "Volatility target",
                        "So many units that the position moves the account by this fraction of it a year, as the price"
                            + " moved over the last bars; refused where that is not known or the price did not move.",
                        setting("target", "Volatility a year", 1e-4, SizeRule.MOST_VOLATILITY, 0.15),
                        whole(BARS, "Bars to look back", 2, SizeRule.MOST_BARS, SizeRule.BARS)),
                size(
                        SIZE_KELLY,
                        "Kelly, capped",
                        "This many times the Kelly fraction of the account, from the run's own closed trades: at most"
                            + " the cap, the starting part until there are enough trades, and refused where they show"
                            + " no edge.",
                        setting("multiple", "Times the Kelly fraction", 1e-6, 1, 0.5),
                        setting(CAP, "At most", 1e-6, 1, SizeRule.CAP),
                        whole(TRADES, "Trades to wait for", 1, SizeRule.MOST_TRIPS, SizeRule.TRIPS),
                        setting(START, "Part until then", 1e-6, 1, SizeRule.START)));
    }

    private static List<NodeType> protections() {
        String below = " of the entry fill: below it for longs, above it for shorts.";
        String above = " of the entry fill: above it for longs, below it for shorts.";
        return List.of(
                protection(
                        "stopPercent",
                        "Stop at a fraction",
                        "A stop loss at a fraction" + below + " 0.05 is 5 %.",
                        List.of(),
                        setting("fraction", "Fraction of the fill", 1e-6, 0.999999, 0.05)),
                protection(
                        "stopDistance",
                        "Stop at a distance",
                        "A stop loss at multiple × distance" + below + " The distance is read on the signal bar.",
                        List.of(distance()),
                        multiple()),
                protection(
                        "targetPercent",
                        "Target at a fraction",
                        "A profit target at a fraction" + above + " 0.1 is 10 %.",
                        List.of(),
                        setting("fraction", "Fraction of the fill", 1e-6, 1000, 0.1)),
                protection(
                        "targetDistance",
                        "Target at a distance",
                        "A profit target at multiple × distance" + above + " The distance is read on the signal bar.",
                        List.of(distance()),
                        multiple()),
                protection(
                        "trailingStop",
                        "Trailing stop",
                        "A stop at multiple × distance from the entry fill, then from the best close since entry. It"
                                + " moves at each close, only towards profit, and holds from the next bar.",
                        List.of(distance()),
                        multiple()),
                protection(
                        TRAILING_PERCENT,
                        "Trailing stop at a fraction",
                        "A stop at a fraction of the entry fill, then of the best close since entry. It moves at each"
                                + " close, only towards profit, and holds from the next bar.",
                        List.of(),
                        setting("fraction", "Fraction of the best close", 1e-6, 0.999999, 0.05)),
                protection(
                        TRAILING_PRICE,
                        "Trailing stop at a price distance",
                        "A stop so far in price from the entry fill, then from the best close since entry. It moves"
                                + " at each close, only towards profit, and holds from the next bar.",
                        List.of(),
                        setting("points", "Price distance", 1e-9, 1e9, 1)));
    }

    private static Setting multiple() {
        return setting("multiple", "Times the distance", 1e-6, 1e6, 1);
    }

    private static Port distance() {
        return new Port(DISTANCE, NUMBER, false, Unit.PRICE);
    }

    private static Port in(String name) {
        return new Port(name, NUMBER, false, null);
    }

    private static Port condition(String name) {
        return new Port(name, CONDITION, false, null);
    }

    private static Port optional(String name, PortType type) {
        return new Port(name, type, true, null);
    }

    private static Setting setting(String name, String title, double from, double to, double defaultValue) {
        return new Setting(name, title, false, from, to, defaultValue, List.of());
    }

    private static Setting whole(String name, String title, int from, int to, int defaultValue) {
        return new Setting(name, title, true, from, to, (double) defaultValue, List.of());
    }

    private static Setting choice(String name, String title, String defaultValue, List<String> choices) {
        return new Setting(name, title, false, 0, choices.size() - 1.0, defaultValue, choices);
    }

    private static NodeType number(
            String type,
            String title,
            String category,
            String summary,
            @Nullable Unit unit,
            List<Port> inputs,
            List<Setting> settings) {
        return new NodeType(
                type, title, category, summary, inputs, List.of(new Port(VALUE, NUMBER, false, unit)), settings);
    }

    private static NodeType binary(String type, String title, String category, String summary) {
        return number(type, title, category, summary, null, List.of(in("a"), in("b")), List.of());
    }

    private static NodeType state(String type, String title, String summary, Unit unit) {
        return number(type, title, POSITION, summary, unit, List.of(), List.of());
    }

    private static NodeType comparison(String type, String title, String summary) {
        return truth(type, title, COMPARISON, summary, List.of(in("a"), in("b")));
    }

    private static NodeType logic(String type, String title, String summary, List<Port> inputs) {
        return truth(type, title, inputs.isEmpty() ? POSITION : "Logic", summary, inputs);
    }

    private static NodeType truth(String type, String title, String category, String summary, List<Port> inputs) {
        List<Port> outputs = List.of(new Port(VALUE, CONDITION, false, null));
        return new NodeType(type, title, category, summary, inputs, outputs, List.of());
    }

    private static NodeType entry(String type, String title, String summary) {
        List<Port> inputs = List.of(
                condition(WHEN),
                optional("size", SIZE),
                optional(OrderNodes.PORT, ORDER),
                optional(STOP, PROTECTION),
                optional(TARGET, PROTECTION),
                optional(TRAILING, PROTECTION));
        return new NodeType(type, title, ACTION_CATEGORY, summary, inputs, List.of(), List.of());
    }

    private static NodeType exit(String type, String title, String summary) {
        return new NodeType(type, title, ACTION_CATEGORY, summary, List.of(condition(WHEN)), List.of(), List.of());
    }

    private static NodeType size(String type, String title, String summary, Setting... settings) {
        List<Port> outputs = List.of(new Port(VALUE, SIZE, false, null));
        return new NodeType(type, title, "Size", summary, List.of(), outputs, List.of(settings));
    }

    private static NodeType protection(String type, String title, String summary, List<Port> inputs, Setting setting) {
        List<Port> outputs = List.of(new Port(VALUE, PROTECTION, false, null));
        return new NodeType(type, title, "Protection", summary, inputs, outputs, List.of(setting));
    }

    /// Which input of an entry a protection node belongs in; empty for other nodes.
    static String protectionPort(String type) {
        return switch (type) {
            case "stopPercent", "stopDistance" -> STOP;
            case "targetPercent", "targetDistance" -> TARGET;
            case "trailingStop", TRAILING_PERCENT, TRAILING_PRICE -> TRAILING;
            default -> "";
        };
    }
}
