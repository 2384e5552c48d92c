package org.tickwright.desktop.studio;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.strategy.StrategyParameter.Range;

/// What a person can do in the inspector: settings of nodes, parameters, name and description. Typing into one field
/// is one step of undo.
final class SettingActions {
    private static final double WIDEST_RANGE = 1000;

    private final StudioModel model;

    SettingActions(StudioModel model) {
        this.model = model;
    }

    /// Gives a setting of a node a value of its own.
    void set(String node, Setting setting, Object value) {
        edit(
                node,
                "Change " + setting.title(),
                "set:" + node + ":" + setting.name(),
                n -> n.with(setting.name(), value));
    }

    /// Names the instrument or timeframe of a node; an empty text leaves it to the base series.
    void series(String node, String setting, String value) {
        edit(
                node,
                "Change " + setting,
                "set:" + node + ":" + setting,
                n -> value.isEmpty() ? n.without(setting) : n.with(setting, value));
    }

    /// Lets a setting follow a parameter.
    void link(String node, Setting setting, String parameter) {
        edit(node, "Link " + setting.title(), null, n -> n.with(setting.name(), new ParameterRef(parameter)));
    }

    /// Makes a parameter of a setting's value and range and lets the setting follow it; returns its name.
    String linkNew(String node, Setting setting) {
        StrategyDocument document = model.document();
        double value = number(node, setting);
        String name = ParameterEdits.freeName(document, parameterName(node, setting));
        StrategyParameter parameter =
                new StrategyParameter(name, setting.integer(), value, range(setting, value), Map.of());
        StrategyDocument more = ParameterEdits.add(document, parameter);
        Optional<Node> changed = more.node(node).map(n -> n.with(setting.name(), new ParameterRef(name)));
        if (changed.isPresent()) {
            model.apply("Make parameter " + name, null, GraphEdits.replace(more, changed.get()));
        }
        return name;
    }

    /// Lets a setting keep the value of the parameter it followed.
    void unlink(String node, Setting setting) {
        double value = number(node, setting);
        edit(node, "Unlink " + setting.title(), null, n -> n.with(setting.name(), value));
    }

    private static String parameterName(String node, Setting setting) {
        String plain = node.replace("-", "_");
        String name = setting.name().startsWith("optIn") ? setting.name().substring("optIn".length()) : setting.name();
        String both = plain + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String wish = both.length() > 24 ? plain : both;
        return ParameterEdits.validName(wish) ? wish : "parameter";
    }

    private static @Nullable Range range(Setting setting, double value) {
        double low = Math.max(setting.from(), value <= 0 ? value - 1 : Math.min(value / 2, value));
        double high = Math.min(setting.to(), value <= 0 ? value + 1 : value * 2);
        if (!(high > low) || high - low > WIDEST_RANGE * 1e6) {
            return null;
        }
        if (setting.integer()) {
            double from = Math.ceil(low);
            double to = Math.floor(high);
            return to > from ? new Range(from, to, Math.max(1, Math.rint((to - from) / 10))) : null;
        }
        return new Range(low, high, (high - low) / 10);
    }

    private double number(String node, Setting setting) {
        Object value = model.document()
                .node(node)
                .map(n -> CardFactory.valueOf(
                        n, setting, name -> model.document().parameter(name).orElse(null)))
                .orElse(setting.defaultValue());
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return setting.defaultValue() instanceof Number standard ? standard.doubleValue() : 0;
    }

    private void edit(String node, String label, @Nullable String mergeKey, UnaryOperator<Node> change) {
        model.document()
                .node(node)
                .ifPresent(n -> model.apply(label, mergeKey, GraphEdits.replace(model.document(), change.apply(n))));
    }

    // Parameters

    /// Adds a parameter; returns its name.
    String addParameter() {
        String name = ParameterEdits.freeName(model.document(), "parameter");
        StrategyParameter parameter = new StrategyParameter(name, true, 10, new Range(5, 50, 5), Map.of());
        model.apply("Add parameter", null, ParameterEdits.add(model.document(), parameter));
        return name;
    }

    /// Removes a parameter; what followed it keeps the value.
    void removeParameter(String name) {
        model.apply("Remove parameter " + name, null, ParameterEdits.remove(model.document(), name));
    }

    /// Gives a parameter another name; returns why not, or null if it was done.
    @Nullable
    String renameParameter(String name, String wish) {
        String changed = wish.strip();
        if (changed.equals(name)) {
            return null;
        }
        if (!ParameterEdits.validName(changed)) {
            return "A name starts with a letter and has up to 40 letters, digits or _.";
        }
        if (model.document().parameter(changed).isPresent()) {
            return "There is already a parameter called " + changed + ".";
        }
        model.apply("Rename parameter", null, ParameterEdits.rename(model.document(), name, changed));
        return null;
    }

    /// Changes a parameter's value.
    void parameterValue(String name, double value) {
        model.apply(
                "Change " + name,
                "parameter:" + name,
                ParameterEdits.change(model.document(), name, p -> p.withValue(value)));
    }

    /// Changes a parameter's range; null takes it away.
    void parameterRange(String name, @Nullable Range range) {
        model.apply(
                "Change range of " + name,
                "range:" + name,
                ParameterEdits.change(
                        model.document(),
                        name,
                        p -> new StrategyParameter(p.name(), p.integer(), p.value(), range, p.unknown())));
    }

    // Strategy

    /// Changes the strategy's name.
    void name(String text) {
        model.apply("Rename strategy", "name", model.document().withName(text));
    }

    /// Changes the strategy's description.
    void description(String text) {
        StrategyDocument d = model.document();
        model.apply("Change description", "description", d.withDescription(text));
    }
}
