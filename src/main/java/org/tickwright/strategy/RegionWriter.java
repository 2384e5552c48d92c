package org.tickwright.strategy;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.CodePlan.Firing;
import org.tickwright.strategy.CodePlan.Region;
import org.tickwright.strategy.CodePlan.Step;
import org.tickwright.strategy.CodePlan.Usable;
import org.tickwright.strategy.PositionColumn.Reading;

/// Writes the method of a region: arrays and values into locals, then one pass over the rows.
///
/// What an operation means stands in the column classes alone: their methods for one row are called from here and
/// from the interpreter's loops.
final class RegionWriter {
    private static final int THIS = 0;
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int NOW = 3;
    private static final ClassDesc COMPARISON = CodeWriter.type(Comparison.class);
    private static final ClassDesc LOGIC = CodeWriter.type(ConditionColumn.Logic.class);
    private static final ClassDesc NUMBER = CodeWriter.type(NumberColumn.class);
    private static final ClassDesc MATH = CodeWriter.type(Math.class);
    private static final ClassDesc STATE = CodeWriter.type(PositionColumn.State.class);
    private static final MethodTypeDesc COMPARES = MethodTypeDesc.of(CD_int, CD_double, CD_double);
    private static final MethodTypeDesc JUDGES = MethodTypeDesc.of(CD_boolean, CD_double);
    private static final MethodTypeDesc JOINS = MethodTypeDesc.of(CD_int, CD_int, CD_int);
    private static final MethodTypeDesc CHANGES = MethodTypeDesc.of(CD_double, CD_double);
    private static final MethodTypeDesc CHOOSES = MethodTypeDesc.of(CD_double, CD_double, CD_double);

    private final CodeWriter owner;
    private final CodeBuilder code;
    private final Region region;
    private final Map<String, Integer> loaded = new HashMap<>();
    private final Map<Integer, ClassDesc> inputs = new LinkedHashMap<>();
    private final Map<Integer, Integer> values = new HashMap<>();
    private final Map<Integer, Integer> bars = new HashMap<>();
    private final Map<Integer, Integer> states = new LinkedHashMap<>();
    private final Map<Reading, Integer> position = new EnumMap<>(Reading.class);
    private final int row;
    private final int bits;

    RegionWriter(CodeWriter owner, CodeBuilder code, Region region) {
        this.owner = owner;
        this.code = code;
        this.region = region;
        row = code.allocateLocal(TypeKind.INT);
        bits = code.allocateLocal(TypeKind.INT);
    }

    void write() {
        load();
        Label top = code.newLabel();
        Label end = code.newLabel();
        code.iconst_0().istore(bits).iload(FROM).istore(row);
        code.labelBinding(top).iload(row).iload(TO).if_icmpge(end);
        readPositionAtTheLastRow();
        inputs.forEach(this::readInput);
        region.steps().forEach(this::compute);
        fire();
        code.iinc(row, 1).goto_(top);
        code.labelBinding(end);
        states.forEach(
                (slot, local) -> code.aload(THIS).iload(local).putfield(owner.self(), owner.state(slot), CD_int));
        if (region.stepwise()) {
            code.iload(bits).ireturn();
        } else {
            code.iconst_0().ireturn();
        }
    }

    // What stays the same over the rows.

    private void load() {
        Set<Integer> computed = new HashSet<>();
        for (Step step : region.steps()) {
            loadFor(step, computed);
            computed.add(step.slot());
        }
        for (Firing firing : region.firings()) {
            input(firing.when(), CodeWriter.BYTES, computed);
            for (Usable level : firing.levels()) {
                input(level.slot(), CodeWriter.NUMBERS, computed);
                if (level.multiple() >= 0) {
                    setting(level.multiple());
                }
            }
        }
        if (!region.stepwise() && !region.firings().isEmpty()) {
            loadField(CodeWriter.SUPER, "actions", CodeWriter.BYTES);
        }
    }

    private void loadFor(Step step, Set<Integer> computed) {
        RowOperation operation = step.operation();
        switch (operation) {
            case CONSTANT -> values.put(step.slot(), setting(step.slot()));
            case LAG -> {
                rows(step.inputs().getFirst(), CodeWriter.NUMBERS);
                bars.put(step.slot(), wholeSetting(step.slot()));
            }
            default -> {
                ClassDesc type = operation.ofConditions() ? CodeWriter.BYTES : CodeWriter.NUMBERS;
                step.inputs().forEach(input -> input(input, type, computed));
            }
        }
        if (operation == RowOperation.CROSSES_ABOVE) {
            states.put(step.slot(), state(step.slot()));
        }
        Reading reading = reading(operation);
        if (reading != null) {
            position.computeIfAbsent(reading, this::withoutPosition);
        }
        if (step.kept()) {
            rows(step.slot(), typeOf(step));
        }
    }

    private static ClassDesc typeOf(Step step) {
        return step.operation().condition() ? CodeWriter.BYTES : CodeWriter.NUMBERS;
    }

    /// A column that another region or a kernel has filled.
    private void input(int slot, ClassDesc type, Set<Integer> computed) {
        if (!computed.contains(slot)) {
            rows(slot, type);
            inputs.put(slot, type);
        }
    }

    private int rows(int slot, ClassDesc type) {
        return loadField(owner.self(), owner.rows(slot, type), type);
    }

    private int setting(int place) {
        return loadField(owner.self(), owner.setting(place), CD_double);
    }

    private int wholeSetting(int place) {
        int local = code.allocateLocal(TypeKind.INT);
        code.dload(setting(place)).d2i().istore(local);
        return local;
    }

    private int loadField(ClassDesc holder, String name, ClassDesc type) {
        Integer known = loaded.get(name);
        if (known != null) {
            return known;
        }
        TypeKind kind = TypeKind.from(type);
        int local = code.allocateLocal(kind);
        code.aload(THIS).getfield(holder, name, type).storeLocal(kind, local);
        loaded.put(name, local);
        return local;
    }

    /// What a crossing saw at the row before, nothing before the first.
    private int state(int slot) {
        int local = code.allocateLocal(TypeKind.INT);
        code.aload(THIS).getfield(owner.self(), owner.state(slot), CD_int).istore(local);
        return local;
    }

    private static @Nullable Reading reading(RowOperation operation) {
        return switch (operation) {
            case QUANTITY, IN_POSITION, LONG, SHORT -> Reading.QUANTITY;
            case BARS_SINCE_ENTRY -> Reading.BARS_SINCE_ENTRY;
            case ENTRY_PRICE -> Reading.ENTRY_PRICE;
            case OPEN_PROFIT -> Reading.OPEN_PROFIT;
            case EQUITY -> Reading.EQUITY;
            default -> null;
        };
    }

    private int withoutPosition(Reading reading) {
        int local = code.allocateLocal(TypeKind.DOUBLE);
        switch (reading) {
            case QUANTITY -> code.dconst_0();
            case EQUITY -> ask(reading);
            default -> code.loadConstant(Double.NaN);
        }
        code.dstore(local);
        return local;
    }

    private void ask(Reading reading) {
        String method = switch (reading) {
            case QUANTITY -> "quantity";
            case BARS_SINCE_ENTRY -> "barsSinceEntry";
            case ENTRY_PRICE -> "entryPrice";
            case OPEN_PROFIT -> "openProfit";
            case EQUITY -> "equity";
        };
        code.aload(NOW).invokeinterface(CodeWriter.POSITION, method, MethodTypeDesc.of(CD_double));
    }

    // One row.

    private void readPositionAtTheLastRow() {
        if (position.isEmpty()) {
            return;
        }
        Label before = code.newLabel();
        code.iload(row).iload(TO).iconst_1().isub().if_icmpne(before);
        position.forEach((reading, local) -> {
            if (reading != Reading.EQUITY) {
                ask(reading);
                code.dstore(local);
            }
        });
        code.labelBinding(before);
    }

    private void readInput(int slot, ClassDesc type) {
        code.aload(rows(slot, type)).iload(row);
        if (type.equals(CodeWriter.NUMBERS)) {
            code.daload();
            storeNumber(slot);
        } else {
            code.baload();
            storeBits(slot);
        }
    }

    private void storeNumber(int slot) {
        int local = code.allocateLocal(TypeKind.DOUBLE);
        code.dstore(local);
        values.put(slot, local);
    }

    private void storeBits(int slot) {
        int local = code.allocateLocal(TypeKind.INT);
        code.istore(local);
        values.put(slot, local);
    }

    private int value(int slot) {
        return Objects.requireNonNull(values.get(slot));
    }

    private void compute(Step step) {
        if (step.operation().condition()) {
            condition(step);
            storeBits(step.slot());
        } else if (step.operation() != RowOperation.CONSTANT) {
            number(step);
            storeNumber(step.slot());
        }
        if (!step.kept()) {
            return;
        }
        code.aload(rows(step.slot(), typeOf(step))).iload(row);
        if (step.operation().condition()) {
            code.iload(value(step.slot())).bastore();
        } else {
            code.dload(value(step.slot())).dastore();
        }
    }

    private void number(Step step) {
        switch (step.operation()) {
            case MEAN -> mean(step.inputs());
            case LAG -> lag(step);
            case ADD -> both(step).dadd();
            case SUBTRACT -> both(step).dsub();
            case MULTIPLY -> both(step).dmul();
            case DIVIDE -> both(step).ddiv();
            case MINIMUM -> both(step).invokestatic(MATH, "min", CHOOSES);
            case MAXIMUM -> both(step).invokestatic(MATH, "max", CHOOSES);
            case NEGATE -> first(step).dneg();
            case ABS -> first(step).invokestatic(MATH, "abs", CHANGES);
            default -> code.dload(Objects.requireNonNull(position.get(reading(step.operation()))));
        }
        if (overflows(step.operation())) {
            code.invokestatic(NUMBER, "defined", CHANGES);
        }
    }

    private static boolean overflows(RowOperation operation) {
        return switch (operation) {
            case MEAN, ADD, SUBTRACT, MULTIPLY, DIVIDE -> true;
            default -> false;
        };
    }

    private CodeBuilder first(Step step) {
        return code.dload(value(step.inputs().getFirst()));
    }

    private CodeBuilder both(Step step) {
        return first(step).dload(value(step.inputs().getLast()));
    }

    private void mean(List<Integer> slots) {
        code.dconst_0();
        slots.forEach(slot -> code.dload(value(slot)).dadd());
        code.loadConstant((double) slots.size()).ddiv();
    }

    private void lag(Step step) {
        code.aload(rows(step.inputs().getFirst(), CodeWriter.NUMBERS))
                .iload(row)
                .iload(Objects.requireNonNull(bars.get(step.slot())))
                .invokestatic(
                        CodeWriter.type(NumberColumn.Lag.class),
                        "before",
                        MethodTypeDesc.of(CD_double, CodeWriter.NUMBERS, CD_int, CD_int));
    }

    private void condition(Step step) {
        switch (step.operation()) {
            case GREATER -> both(step).invokestatic(COMPARISON, "above", COMPARES);
            case GREATER_OR_EQUAL -> both(step).invokestatic(COMPARISON, "atLeast", COMPARES);
            case EQUAL -> both(step).invokestatic(COMPARISON, "equal", COMPARES);
            case NOT_EQUAL -> both(step).invokestatic(COMPARISON, "different", COMPARES);
            case CROSSES_ABOVE -> crosses(step);
            case AND -> joined(step, "and");
            case OR -> joined(step, "or");
            case NOT ->
                code.iload(value(step.inputs().getFirst()))
                        .invokestatic(LOGIC, "not", MethodTypeDesc.of(CD_int, CD_int));
            case IN_POSITION -> state("held");
            case LONG -> state("isLong");
            case SHORT -> state("isShort");
            default -> code.iconst_1();
        }
    }

    private void crosses(Step step) {
        int before = Objects.requireNonNull(states.get(step.slot()));
        int now = code.allocateLocal(TypeKind.INT);
        both(step).invokestatic(COMPARISON, "above", COMPARES).istore(now);
        code.iload(now).iload(before).invokestatic(COMPARISON, "crosses", JOINS);
        code.iload(now).istore(before);
    }

    private void joined(Step step, String method) {
        code.iload(value(step.inputs().getFirst()));
        for (int input : step.inputs().subList(1, step.inputs().size())) {
            code.iload(value(input)).invokestatic(LOGIC, method, JOINS);
        }
    }

    private void state(String method) {
        code.dload(Objects.requireNonNull(position.get(Reading.QUANTITY)))
                .invokestatic(STATE, method, JUDGES)
                .invokestatic(CodeWriter.type(ConditionColumn.class), "of", MethodTypeDesc.of(CD_byte, CD_boolean));
    }

    private void fire() {
        if (region.firings().isEmpty()) {
            return;
        }
        code.iconst_0().istore(bits);
        for (Firing firing : region.firings()) {
            code.iload(value(firing.when())).iconst_1().iand();
            firing.levels().forEach(this::usable);
            code.loadConstant(Integer.numberOfTrailingZeros(firing.bit()))
                    .ishl()
                    .iload(bits)
                    .ior()
                    .istore(bits);
        }
        if (!region.stepwise()) {
            int actions = loadField(CodeWriter.SUPER, "actions", CodeWriter.BYTES);
            code.aload(actions).iload(row);
            code.aload(actions).iload(row).baload().iload(bits).ior().bastore();
        }
    }

    private void usable(Usable level) {
        if (level.multiple() >= 0) {
            code.dload(setting(level.multiple()));
        }
        code.dload(value(level.slot()));
        if (level.multiple() >= 0) {
            code.dmul();
        }
        code.invokestatic(CodeWriter.type(EntryRule.class), "usable", JUDGES).iand();
    }
}
