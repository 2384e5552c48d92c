package org.tickwright.strategy;

import java.util.List;
import java.util.Map;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.spi.IndicatorSpec.Unit;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;

/// The nodes that say which order an entry sends in place of a market order for the next opening.
final class OrderNodes {
    static final String LIMIT = "orderLimit";
    static final String STOP = "orderStop";
    static final String STOP_LIMIT = "orderStopLimit";
    static final String MARKET_ON_CLOSE = "orderMarketOnClose";
    static final String LIMIT_ON_CLOSE = "orderLimitOnClose";
    /// The input of an entry that takes an order.
    static final String PORT = "order";
    /// The input that gives the price itself.
    static final String LEVEL = "level";
    /// The setting that is used where neither a level nor a distance is connected.
    static final String OFFSET = "offset";
    static final String MULTIPLE = "multiple";
    static final String LIMIT_OFFSET = "limitOffset";
    static final String TIME = "timeInForce";
    static final String BARS = "bars";
    static final List<String> TYPES = List.of(LIMIT, STOP, STOP_LIMIT, MARKET_ON_CLOSE, LIMIT_ON_CLOSE);

    private static final Map<String, TimeInForce> TIMES = Map.of(
            "untilCancelled", TimeInForce.GOOD_TILL_CANCELLED,
            "day", TimeInForce.DAY,
            "bars", TimeInForce.GOOD_TILL_DATE,
            "immediateOrCancel", TimeInForce.IMMEDIATE_OR_CANCEL,
            "fillOrKill", TimeInForce.FILL_OR_KILL);
    private static final List<String> PATIENT = List.of("untilCancelled", "day", "bars");
    private static final List<String> ALL = List.of("untilCancelled", "day", "bars", "immediateOrCancel", "fillOrKill");

    private OrderNodes() {}

    /// All of them, in the order of the palette.
    static List<NodeType> all() {
        String place = " The price is the level that is connected, else the close less or plus multiple × distance,"
                + " else the close less or plus a fraction of it.";
        return List.of(
                type(
                        LIMIT,
                        "Limit order",
                        "Enters at its price or better: below the close for longs, above it for shorts." + place,
                        List.of(offset(), multiple(), time(ALL), bars())),
                type(
                        STOP,
                        "Stop order",
                        "Enters once the price reaches it: above the close for longs, below it for shorts." + place,
                        List.of(offset(), multiple(), time(PATIENT), bars())),
                type(
                        STOP_LIMIT,
                        "Stop-limit order",
                        "Once the price reaches the stop, enters at the limit beyond it or better." + place,
                        List.of(
                                offset(),
                                multiple(),
                                number(LIMIT_OFFSET, "Limit beyond the stop, fraction", 0, 0.5, 0.005),
                                time(PATIENT),
                                bars())),
                new NodeType(
                        MARKET_ON_CLOSE,
                        "Market on close",
                        "Orders",
                        "Enters at the close of the next bar.",
                        List.of(),
                        output(),
                        List.of()),
                type(
                        LIMIT_ON_CLOSE,
                        "Limit on close",
                        "Enters at the close of the next bar if that is better than its price." + place,
                        List.of(offset(), multiple())));
    }

    private static NodeType type(String type, String title, String summary, List<Setting> settings) {
        List<Port> inputs = List.of(
                new Port(LEVEL, PortType.NUMBER, true, Unit.PRICE),
                new Port(StandardNodes.DISTANCE, PortType.NUMBER, true, Unit.PRICE));
        return new NodeType(type, title, "Orders", summary, inputs, output(), settings);
    }

    private static List<Port> output() {
        return List.of(new Port(NodeCatalogue.VALUE, PortType.ORDER, false, null));
    }

    private static Setting offset() {
        return number(OFFSET, "Fraction of the close", 0, 0.99, 0.01);
    }

    private static Setting multiple() {
        return number(MULTIPLE, "Times the distance", 1e-6, 1e6, 1);
    }

    private static Setting bars() {
        return new Setting(BARS, "Bars, where it works so long", true, 1, 100_000, 5.0, List.of());
    }

    private static Setting time(List<String> choices) {
        return new Setting(TIME, "Works", false, 0, choices.size() - 1.0, choices.getFirst(), choices);
    }

    private static Setting number(String name, String title, double from, double to, double defaultValue) {
        return new Setting(name, title, false, from, to, defaultValue, List.of());
    }

    /// The style of an order node with its settings.
    static OrderStyle style(Node node, NodeType type, Settings settings) {
        TimeInForce time = TimeInForce.AT_NEXT_CLOSE;
        int bars = 1;
        double limitOffset = Double.NaN;
        for (Setting setting : type.settings()) {
            double value = settings.number(node, setting);
            switch (setting.name()) {
                case TIME -> time = TIMES.getOrDefault(setting.choices().get((int) value), time);
                case BARS -> bars = (int) value;
                case LIMIT_OFFSET -> limitOffset = value;
                default -> {}
            }
        }
        return new OrderStyle(kind(node.type()), time, bars, limitOffset);
    }

    private static OrderType kind(String type) {
        return switch (type) {
            case LIMIT, LIMIT_ON_CLOSE -> OrderType.LIMIT;
            case STOP -> OrderType.STOP;
            case STOP_LIMIT -> OrderType.STOP_LIMIT;
            default -> OrderType.MARKET;
        };
    }

    /// How long an order works, in words.
    static String lasting(String choice, String bars) {
        return switch (choice) {
            case "day" -> "for the day";
            case "bars" -> "for " + bars + " bars";
            case "immediateOrCancel" -> "at once or not at all, in part too";
            case "fillOrKill" -> "at once and whole or not at all";
            default -> "until cancelled";
        };
    }
}
