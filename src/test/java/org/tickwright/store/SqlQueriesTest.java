package org.tickwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.simulated.RandomWalk;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.SqlQueries;
import org.tickwright.workbench.SqlQueries.Answer;
import org.tickwright.workbench.SqlQueries.Limits;
import org.tickwright.workbench.SqlRefusal;

class SqlQueriesTest {
    @TempDir
    Path directory;

    private H2Store store;
    private SqlQueries queries;

    @BeforeEach
    void open() throws Exception {
        store = H2Store.open(directory.resolve("store"), false);
        queries = store.queries();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Answer ask(String sql) throws StoreException {
        return queries.question(sql, Limits.USUAL).answer();
    }

    private @Nullable Object one(String sql) throws StoreException {
        return ask(sql).rows().getFirst().getFirst();
    }

    @Test
    void answersTheTenQuestionsOfTheHelpPage() throws Exception {
        new SeriesLibrary(store.bars()).installSamples(Progress.NONE);
        Matcher blocks =
                Pattern.compile("(?s)```sql\\n(.*?)```").matcher(Files.readString(Path.of("assets/help/sql.md")));
        int asked = 0;
        while (blocks.find()) {
            Answer answer = ask(blocks.group(1));
            assertFalse(answer.columns().isEmpty());
            boolean ofBars = !blocks.group(1).matches("(?s).*(runs|trades|trials).*");
            assertEquals(ofBars, !answer.rows().isEmpty(), blocks.group(1));
            asked++;
        }
        assertEquals(10, asked);
    }

    @Test
    void readsBarsAndTheirRangesBitForBit() throws Exception {
        Bars bars = RandomWalk.minutes(5_000, 1);
        store.bars().save(new SeriesKey("ABC", Timeframe.MINUTE), bars, "walk", true);
        assertEquals(5_000L, one("select count(*) from BARS('ABC', '1m')"));
        assertEquals(bars.close(4_999), one("select close from bars('ABC','1m') order by time desc"));
        String from = SqlTable.time(bars.time(1_000)).toString();
        String to = SqlTable.time(bars.time(4_500)).toString();
        Answer range = ask("select * from bars('ABC', '1m', '" + from + "', '" + to + "')");
        assertEquals(3_500, range.rows().size());
        assertEquals(
                SqlTable.time(bars.time(1_000)).toInstant().toString(),
                range.rows().getFirst().getFirst());
        assertEquals(true, one("select simulated from series"));
        assertEquals(1L, one("select count(*) from series s join bars('ABC','1m') b on b.time = s.first_time"));
    }

    @Test
    void readsTrades() throws Exception {
        TradeTicks trades = UpkeepLoop.trades(3);
        store.ticks().save("ABC", trades, new TickOrigin(ZoneOffset.UTC, "walk", true));
        assertEquals((long) trades.size(), one("select count(*) from TICKS('ABC')"));
        assertEquals("unknown", one("select distinct aggressor from ticks('ABC')"));
        assertEquals(trades.size(), ((Number) one("select ticks from tick_series")).intValue());
    }

    @Test
    void readsQuotesAndTheirRanges() throws Exception {
        QuoteTicks.Builder quotes = new QuoteTicks.Builder(10);
        for (int i = 0; i < 10; i++) {
            quotes.append((1_700_000_000L + i) * 1_000_000_000L, 99 + i, 5, 100 + i, 7);
        }
        store.ticks().save("ABC", quotes.build(), new TickOrigin(ZoneOffset.UTC, "walk", true));
        Answer all = ask("select * from QUOTES('ABC')");
        assertEquals(
                List.of("2023-11-14T22:13:20Z", 99.0, 5.0, 100.0, 7.0),
                all.rows().getFirst());
        assertEquals(10, all.rows().size());
        assertEquals(3L, one("select count(*) from quotes('ABC', '2023-11-14T22:13:22Z', '2023-11-14T22:13:25Z')"));
        assertEquals(109.0, one("select max(ask) from quotes('ABC')"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from series",
                "drop view series",
                "create alias x for \"java.lang.System.exit\"",
                "insert into series values (1)",
                "call csvwrite('/tmp/x', 'select 1')",
                "select 1; drop view series",
                "select * from csvread('/etc/passwd')",
                "select file_read('/etc/passwd')",
                "select file_write('x', '/tmp/tickwright-must-not-be')",
                "select * from link_schema('x', '', 'jdbc:h2:mem:', 'sa', '', 'public')",
                "select csvwrite('/tmp/tickwright-must-not-be', 'select 1')",
                "select * from final table (insert into runs values (1))",
                "script to '/tmp/tickwright-must-not-be'",
                "runscript from '/etc/passwd'",
                "explain analyze delete from runs",
                "with x as (select 1) delete from runs",
                "shutdown",
                "",
                "-- nothing",
                "set mode oracle"
            })
    void refusesWhatIsNoQuestion(String sql) {
        assertThrows(IllegalArgumentException.class, () -> ask(sql));
        assertFalse(Files.exists(Path.of("/tmp/tickwright-must-not-be")));
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "selekt 1", "nothing is changed",
                        "select close from bars('NO','1d')", "There is no series NO 1d",
                        "select x from series", "Column \"x\" not found",
                        "select * from bars('A','1d','soon','later')", "A time is a date",
                        "select * from ticks('NO')", "no trades of NO",
                        "select * from quotes('NO')", "no quotes of NO",
                        "select * from trades('r9')", "There is no run r9")
                .entrySet()) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> ask(wrong.getKey()), wrong.getKey());
            assertTrue(String.valueOf(refused.getMessage()).contains(wrong.getValue()), refused.getMessage());
            assertFalse(String.valueOf(refused.getMessage()).contains("SQL statement:"), refused.getMessage());
        }
    }

    private static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("select time frm1 frm2 series", "frm2", "not understood"),
                Arguments.of("select count( from series", "from", "not understood"),
                Arguments.of("select '\"' || \"symbol\" || from series", "from", "not understood"),
                Arguments.of("select x from series", "x", "Column"),
                Arguments.of("select symbol from no_such", "no_such", "Table"),
                Arguments.of("select symbol, nope(bars) from series", "nope", "Function"),
                Arguments.of("select close from bars('NO','1d')", "'NO','1d'", "no series NO 1d"),
                Arguments.of("select close from bars('A','1x')", "'1x'", "1x"),
                Arguments.of("select * from bars('A','1d','soon','later')", "'soon'", "A time is a date"),
                Arguments.of("select * from trades('r9')", "'r9'", "There is no run r9"),
                Arguments.of("-- of old\n drop view series", "drop", "nothing is changed"),
                Arguments.of("select 1; select 2", "; select 2", "One question at a time"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhichWordsAreWrong(String sql, String blamed, String why) {
        SqlRefusal refused = assertThrows(SqlRefusal.class, () -> ask(sql));
        assertEquals(blamed, refused.placed() ? sql.substring(refused.from(), refused.to()) : "", refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains("[*]"), refused.getMessage());
    }

    @Test
    void saysThePlaceAsPeopleCount() {
        String sql = "select symbol\nfrom no_such";
        SqlRefusal refused = assertThrows(SqlRefusal.class, () -> ask(sql));
        assertEquals("line 2, column 6", refused.place(sql));
    }

    @Test
    void everythingThatIsSaidToBeReadableHasTheColumnsThatAreSaid() throws Exception {
        new SeriesLibrary(store.bars()).installSamples(Progress.NONE);
        for (SqlQueries.Source source : queries.sources()) {
            if (source.call().matches("TICKS.*|QUOTES.*|TRADES.*")) {
                continue;
            }
            Answer answer = ask("select * from " + source.call());
            assertEquals(source.columns(), answer.columns(), source.call());
        }
    }

    @Test
    void endsWhatTakesTooLongOrIsTooMuch() throws Exception {
        String endless = "select count(*) from system_range(1, 100000000) a, system_range(1, 100000000) b";
        IllegalArgumentException late = assertThrows(
                IllegalArgumentException.class,
                () -> queries.question(endless, new Limits(10, Duration.ofSeconds(1)))
                        .answer());
        assertTrue(String.valueOf(late.getMessage()).contains("longer than 1 s"), late.getMessage());
        Answer cut = queries.question("select * from system_range(1, 1000)", new Limits(10, Duration.ofSeconds(9)))
                .answer();
        assertTrue(cut.more());
        assertEquals(10, cut.rows().size());
        SqlQueries.Question cancelled = queries.question(endless, Limits.USUAL);
        cancelled.cancel();
        assertThrows(CancellationException.class, cancelled::answer);
    }

    @Test
    void keepsQuestionsByName() throws Exception {
        queries.save("mine", " select * from series ; ");
        queries.save("mine", "select 2");
        queries.save("other", "select 3");
        assertEquals(Map.of("mine", "select 2", "other", "select 3"), queries.saved());
        assertTrue(queries.forget("other"));
        assertFalse(queries.forget("other"));
        assertThrows(IllegalArgumentException.class, () -> queries.save("bad", "drop table x"));
        assertEquals(List.of("mine"), List.copyOf(queries.saved().keySet()));
    }
}
