package org.tickwright.strategy;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickwright.portfolio.PositionView;

/// Writes the class of a [CodePlan]: a field per array and value that it uses, a method per region.
final class CodeWriter {
    static final ClassDesc SUPER = type(RowCode.class);
    static final ClassDesc POSITION = type(PositionView.class);
    static final ClassDesc NUMBERS = CD_double.arrayType();
    static final ClassDesc BYTES = CD_byte.arrayType();
    private static final ClassDesc COLUMNS = type(Column.class).arrayType();
    private static final MethodTypeDesc REGION = MethodTypeDesc.of(CD_int, CD_int, CD_int, POSITION);

    private final CodePlan plan;
    private final ClassDesc self = ClassDesc.of(RowCode.class.getPackageName(), "CompiledProgram");
    /// What the regions use, by the names of the fields.
    private final Map<String, Field> fields = new TreeMap<>();

    /// A field that is filled from a column or a value of that number; states of the code itself have number -1.
    private record Field(ClassDesc type, int number) {}

    private CodeWriter(CodePlan plan) {
        this.plan = plan;
    }

    static byte[] write(CodePlan plan) {
        CodeWriter writer = new CodeWriter(plan);
        return ClassFile.of().build(writer.self, writer::write);
    }

    static ClassDesc type(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    ClassDesc self() {
        return self;
    }

    private void write(ClassBuilder type) {
        type.withSuperclass(SUPER).withFlags(ACC_FINAL);
        type.withMethodBody(
                INIT_NAME,
                MTD_void,
                0,
                code -> code.aload(0).invokespecial(SUPER, INIT_NAME, MTD_void).return_());
        type.withMethodBody(
                "fresh",
                MethodTypeDesc.of(SUPER),
                0,
                code -> code.new_(self)
                        .dup()
                        .invokespecial(self, INIT_NAME, MTD_void)
                        .areturn());
        for (int region = 0; region < plan.regions().size(); region++) {
            int number = region;
            type.withMethodBody(
                    name(region),
                    REGION,
                    0,
                    code -> new RegionWriter(this, code, plan.regions().get(number)).write());
        }
        type.withMethodBody("run", REGION.insertParameterTypes(0, CD_int), 0, this::dispatch);
        type.withMethodBody("attach", MethodTypeDesc.of(CD_void, COLUMNS), 0, this::attach);
        type.withMethodBody("set", MethodTypeDesc.of(CD_void, NUMBERS), 0, this::set);
        fields.forEach((name, field) -> type.withField(name, field.type(), 0));
    }

    private static String name(int region) {
        return "region" + region;
    }

    private void dispatch(CodeBuilder code) {
        List<SwitchCase> cases = new ArrayList<>();
        for (int region = 0; region < plan.regions().size(); region++) {
            cases.add(SwitchCase.of(region, code.newLabel()));
        }
        var none = code.newLabel();
        code.iload(1).tableswitch(0, Math.max(0, cases.size() - 1), none, cases);
        for (SwitchCase each : cases) {
            code.labelBinding(each.target())
                    .aload(0)
                    .iload(2)
                    .iload(3)
                    .aload(4)
                    .invokevirtual(self, name(each.caseValue()), REGION)
                    .ireturn();
        }
        code.labelBinding(none).iconst_0().ireturn();
    }

    private void attach(CodeBuilder code) {
        fields.forEach((name, field) -> {
            if (field.type().isArray()) {
                ClassDesc column = type(field.type().equals(NUMBERS) ? NumberColumn.class : ConditionColumn.class);
                code.aload(0)
                        .aload(1)
                        .loadConstant(field.number())
                        .aaload()
                        .checkcast(column)
                        .getfield(column, "values", field.type())
                        .putfield(self, name, field.type());
            }
        });
        code.return_();
    }

    private void set(CodeBuilder code) {
        fields.forEach((name, field) -> {
            if (field.type().equals(CD_double)) {
                code.aload(0).aload(1).loadConstant(field.number()).daload().putfield(self, name, CD_double);
            }
        });
        code.return_();
    }

    /// The field of the rows of a column.
    String rows(int slot, ClassDesc type) {
        return field((type.equals(NUMBERS) ? "number" : "condition") + slot, type, slot);
    }

    /// The field of a value.
    String setting(int place) {
        return field("setting" + place, CD_double, place);
    }

    /// The field of what a crossing has seen at the row before.
    String state(int slot) {
        return field("state" + slot, CD_int, -1);
    }

    private String field(String name, ClassDesc type, int number) {
        fields.put(name, new Field(type, number));
        return name;
    }
}
