package org.tickwright.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the order of packages, their purity and the names in them.
class ArchitectureTest {
    private static final String ROOT = "org.tickwright.";

    /// A package imports only packages above it in this list.
    private static final List<String> ORDER = List.of(
            "kernel",
            "market",
            "order",
            "spi",
            "indicator",
            "portfolio",
            "ml",
            "risk",
            "strategy",
            "execution",
            "engine",
            "study",
            "research",
            "report",
            "workbench",
            "store",
            "adapter",
            "plugin",
            "api",
            "command",
            "monitor",
            "desktop",
            "app");

    private static final List<String> PURE = ORDER.subList(0, ORDER.indexOf("workbench"));
    private static final List<String> EDGES =
            List.of("store", "adapter", "plugin", "api", "command", "monitor", "desktop");

    /// Where a thread may be made: only the composition root.
    private static final String APP = ROOT + "app..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/fast/test/"))
            .importPackages("org.tickwright");

    private static String in(String name) {
        return ROOT + name + "..";
    }

    private static String[] in(List<String> names) {
        return names.stream().map(ArchitectureTest::in).toArray(String[]::new);
    }

    @TestFactory
    Stream<DynamicTest> importsOnlyPackagesAboveIt() {
        return ORDER.subList(0, ORDER.size() - 1).stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> noClasses()
                                .that()
                                .resideInAPackage(in(name))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(in(ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size())))
                                .because("a package imports only packages above it in docs/architecture.md")
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            String first = type.getPackageName().substring(ROOT.length() - 1).replaceFirst("^\\.", "");
            String name = first.contains(".") ? first.substring(0, first.indexOf('.')) : first;
            if (!ORDER.contains(name)) {
                strangers.add(type.getPackageName());
            }
        }
        assertEquals(Set.of(), strangers);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.tickwright.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("org.tickwright.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void purePackagesKnowNoEdgeTechnology() {
        noClasses()
                .that()
                .resideInAnyPackage(in(PURE))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "javafx..", "java.sql..", "javax.sql..", "okhttp3..", "java.awt..", "javax.swing..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(java.awt.Color.class))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket|URL|URLConnection|http\\..*)")
                .because("what decides about money must run anywhere and be tested without a machine around it")
                .check(CLASSES);
    }

    @Test
    void purePackagesReadNoWallClock() {
        noClasses()
                .that()
                .resideInAnyPackage(in(PURE))
                .should()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("reads the machine's clock") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        String owner = call.getTargetOwner().getName();
                        String name = call.getName();
                        return (owner.equals("java.lang.System")
                                        && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                                || (owner.startsWith("java.time.") && name.equals("now"))
                                || (owner.equals("java.time.Clock") && name.startsWith("system"));
                    }
                })
                .because("the same run twice gives the same bytes; time comes through kernel.Clock")
                .check(CLASSES);
    }

    @Test
    void purePackagesUseNoUnseededChance() {
        noClasses()
                .that()
                .resideInAnyPackage(in(PURE))
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.concurrent.ThreadLocalRandom.class)
                .because("chance is seeded, so that a run can be repeated")
                .check(CLASSES);
    }

    @Test
    void onlyTheCompositionRootMakesThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackage(APP)
                .should()
                .callConstructorWhere(new DescribedPredicate<JavaConstructorCall>("makes a thread or a pool") {
                    @Override
                    public boolean test(JavaConstructorCall call) {
                        String owner = call.getTargetOwner().getName();
                        return owner.equals("java.lang.Thread")
                                || owner.equals("java.util.Timer")
                                || owner.endsWith("ThreadPoolExecutor")
                                || owner.endsWith("ForkJoinPool");
                    }
                })
                .orShould()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("are Executors") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isEquivalentTo(Executors.class);
                    }
                })
                .because("work is handed to an executor that app made")
                .check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> edgesDoNotImportOneAnother() {
        return EDGES.stream()
                .map(edge -> DynamicTest.dynamicTest(
                        edge,
                        () -> noClasses()
                                .that()
                                .resideInAPackage(in(edge))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(in(EDGES.stream()
                                                .filter(other -> !other.equals(edge))
                                                .toList()))
                                        .and(DescribedPredicate.not(resideInAPackage(ROOT + "adapter.net.."))))
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void onlyTheCompositionRootNamesTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("store"), APP)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("store"))
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreSpeaksSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("store"), in("adapter"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.flywaydb..", "com.zaxxer..")
                .check(CLASSES);
    }

    @Test
    void oneAdapterImportsTheBorrowedIndicators() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "indicator.ta4j")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ta4j..")
                .check(CLASSES);
    }

    @Test
    void onePackageImportsEachLibraryOfSearches() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "study.sweep.genetic")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.jenetics..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "study.sweep.bayes")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ojalgo..")
                .check(CLASSES);
    }

    @Test
    void oneAdapterImportsDuckDb() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "adapter.duckdb")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..")
                .check(CLASSES);
    }

    @Test
    void noDatabaseIsFoundByItsAddress() {
        noClasses()
                .should()
                .callMethod(com.zaxxer.hikari.HikariConfig.class, "setJdbcUrl", String.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.sql.DriverManager.class)
                .because("that loads every driver on the class path, DuckDB's too, at each start")
                .check(CLASSES);
    }

    @Test
    void viewModelsKnowNoSceneGraph() {
        noClasses()
                .that()
                .resideInAPackage(in("desktop"))
                .and()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view model is tested without a toolkit")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            if (!marked) {
                unmarked.add(type.getPackageName());
            }
        }
        assertEquals(Set.of(), unmarked);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("command"), APP)
                .should()
                .accessFieldWhere(new DescribedPredicate<>("System.out or System.err") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaFieldAccess access) {
                        return isStandardStream(access);
                    }
                })
                .check(CLASSES);
    }

    private static boolean isStandardStream(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.System")
                && (access.getName().equals("out") || access.getName().equals("err"));
    }

    @Test
    void namesSayWhatMakesATypeDifferent() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .check(CLASSES);
    }

    @Test
    void styleLivesInStyleSheets() {
        noClasses()
                .that()
                .resideInAPackage(in("desktop"))
                .should()
                .callMethodWhere(new DescribedPredicate<>("setStyle") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return call.getName().equals("setStyle")
                                && call.getTargetOwner().getName().startsWith("javafx.");
                    }
                })
                .check(CLASSES);
    }

    @Test
    void onlyTheGateMakesAnApprovedOrder() {
        classes()
                .that()
                .haveSimpleName("ApprovedOrder")
                .should()
                .haveOnlyPrivateConstructors()
                .orShould(new com.tngtech.archunit.lang.ArchCondition<>("have constructors called by RiskGate alone") {
                    @Override
                    public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                        type.getConstructorCallsToSelf().stream()
                                .filter(call ->
                                        !call.getOriginOwner().getSimpleName().equals("RiskGate"))
                                .forEach(call -> events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                        type, call.getDescription())));
                    }
                })
                .check(CLASSES);
    }

    @Test
    void theRulesSeeTheProgram() {
        assertTrue(CLASSES.size() > 100, () -> "only " + CLASSES.size() + " classes were imported");
    }
}
