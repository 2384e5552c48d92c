package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.market.StoreException;
import org.tickwright.strategy.Lineage;
import org.tickwright.study.Trial;
import org.tickwright.study.TrialLedger;

class JdbcTrialLedgerTest {
    @TempDir
    Path directory;

    static Trial trial(String lineage, String configuration, Double sharpe) {
        return new Trial(
                Lineage.template("sma-cross").descendant(lineage),
                "AAPL 1d",
                "data",
                configuration,
                "strategy",
                "Größe \"x\"",
                "commissionBps=2.0",
                Trial.Kind.PREVIEW,
                sharpe,
                250,
                "0.1");
    }

    @Test
    void keepsEveryRowWithTheSameBitsBetweenLaunches() throws StoreException {
        List<Trial> trials = List.of(trial("a", "1", 0.1 + 0.2), trial("a", "2", null), trial("b", "1", -0.0));
        try (H2Store store = H2Store.open(directory, false)) {
            assertEquals(3, store.trials().record(trials).number());
        }
        try (H2Store store = H2Store.open(directory, false)) {
            assertEquals(
                    trials,
                    store.trials().all().stream().map(TrialLedger.Entry::trial).toList());
            assertEquals(4, store.trials().record(trials.subList(0, 1)).number(), "numbers go on");
            assertEquals(3, store.trials().of(List.of("a")).size());
            assertEquals(4, store.trials().of(List.of("a", "b", "unheard")).size());
            assertEquals(
                    new TrialLedger.Check(4, java.util.Optional.empty()),
                    store.trials().check());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "update trial set sharpe = 9 where number = 2, Row 2",
        "update trial set lineage = 'z' where number = 1, Row 1",
        "delete from trial where number = 2, Row 2 is missing",
        "update trial set recorded = recorded - 1 where number = 3, Row 3"
    })
    void whatWasDoneToARowFromOutsideShows(String tampering, String found) throws StoreException, SQLException {
        try (H2Store store = H2Store.open(directory, false)) {
            store.trials().record(List.of(trial("a", "1", 0.1), trial("a", "2", 0.2), trial("a", "3", null)));
        }
        outside(tampering);
        try (H2Store store = H2Store.open(directory, false)) {
            String fault = store.trials().check().fault().orElseThrow();
            assertTrue(fault.startsWith(found), fault);
        }
    }

    private void outside(String statement) throws SQLException {
        String url = "jdbc:h2:file:" + directory.resolve("tickwright")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement change = connection.createStatement()) {
            assertEquals(1, change.executeUpdate(statement));
        }
    }

    @Test
    void severalThreadsMakeOneChain() throws Exception {
        try (H2Store store = H2Store.open(directory, false)) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                String lineage = "t" + t;
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 10; i++) {
                        try {
                            store.trials().record(List.of(trial(lineage, "c" + i, 0.01 * i)));
                        } catch (StoreException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(
                    new TrialLedger.Check(40, java.util.Optional.empty()),
                    store.trials().check());
        }
    }

    @Test
    void aLookCanReadAndNotWrite() throws StoreException {
        try (H2Store store = H2Store.open(directory, false)) {
            store.trials().record(List.of(trial("a", "1", 0.1)));
            try (H2Store look = H2Store.open(directory, true)) {
                assertFalse(look.trials().writable());
                assertEquals(1, look.trials().all().size());
                assertThrows(StoreException.class, () -> look.trials().record(List.of(trial("a", "2", 0.1))));
            }
        }
    }

    @Test
    void noStatementOfTheProgramChangesOrRemovesATrial() throws IOException {
        Pattern harmful = Pattern.compile(
                "(update|delete\\s+from|merge\\s+into|truncate(\\s+table)?|drop\\s+table|alter\\s+table)\\s+trial\\b");
        List<Path> guilty = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/main/resources/db")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (harmful.matcher(Files.readString(file).toLowerCase(Locale.ROOT))
                            .find()) {
                        guilty.add(file);
                    }
                }
            }
        }
        assertEquals(List.of(), guilty);
    }
}
