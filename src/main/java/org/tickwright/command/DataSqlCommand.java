package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.StoreException;
import org.tickwright.workbench.AnswerFile;
import org.tickwright.workbench.SqlQueries;
import org.tickwright.workbench.SqlQueries.Answer;
import org.tickwright.workbench.SqlQueries.Limits;
import org.tickwright.workbench.SqlRefusal;
import org.tickwright.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Answers a question in SQL about what is in the store, and changes nothing: the views series,"
                + " tick_series, runs, trades, trials, and the functions BARS('AAPL', '1d'), TICKS('AAPL'),"
                + " QUOTES('AAPL'),"
                + " TRADES('r1').")
final class DataSqlCommand extends Subcommand {
    @Parameters(arity = "0..1", paramLabel = "QUESTION", description = "select …")
    private @Nullable String question;

    @Option(names = "--limit", paramLabel = "N", description = "most rows to show (default: ${DEFAULT-VALUE})")
    private int limit = 1000;

    @Option(names = "--timeout", paramLabel = "S", description = "most seconds to take (default: ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(names = "--save", paramLabel = "NAME", description = "keeps the question under a name")
    private @Nullable String save;

    @Option(names = "--saved", paramLabel = "NAME", description = "asks the question that was kept under a name")
    private @Nullable String saved;

    @Option(names = "--forget", paramLabel = "NAME", description = "forgets the question of a name")
    private @Nullable String forget;

    @Option(names = "--list", description = "lists the questions that were kept")
    private boolean list;

    @Option(names = "--csv", paramLabel = "FILE", description = "writes the answer as CSV")
    private @Nullable Path csv;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataSqlCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException {
        if (limit < 1 || seconds < 1) {
            throw new DataSource.BadArgument("--limit and --timeout must be at least 1");
        }
        boolean changes = save != null || forget != null;
        SqlQueries queries = queries(changes ? console.writable() : console.readable());
        if (forget != null) {
            if (!queries.forget(forget)) {
                throw new CommandFailure("There is no question of the name " + forget + ".");
            }
            console.note("Forgot the question " + forget + ".");
            return 0;
        }
        if (list) {
            Map<String, String> all = queries.saved();
            if (json) {
                console.json(Map.of("saved", all));
            } else {
                all.forEach((name, sql) -> console.line(name + ": " + sql));
            }
            return 0;
        }
        String sql = sql(queries);
        try {
            Answer answer = queries.question(sql, new Limits(limit, Duration.ofSeconds(seconds)))
                    .answer();
            if (save != null) {
                queries.save(save, sql);
                console.note("Kept as " + save + ".");
            }
            show(answer);
        } catch (SqlRefusal e) {
            String place = e.place(sql);
            throw new CommandFailure((place.isEmpty() ? "" : "In " + place + ": ") + e.getMessage() + ".", e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + ".", e);
        }
        return 0;
    }

    private static SqlQueries queries(Workbench workbench) {
        SqlQueries queries = workbench.storage().queries();
        if (queries == null) {
            throw new CommandFailure("There is no store on disk to ask.");
        }
        return queries;
    }

    private String sql(SqlQueries queries) throws StoreException {
        if ((question == null) == (saved == null)) {
            throw new DataSource.BadArgument("Say either a question or --saved NAME");
        }
        if (question != null) {
            return question;
        }
        String kept = queries.saved().get(saved);
        if (kept == null) {
            throw new CommandFailure("There is no question of the name " + saved + ". 'data sql --list' lists them.");
        }
        return kept;
    }

    private void show(Answer answer) throws IOException {
        if (csv != null) {
            AnswerFile.write(answer, csv);
            console.note("Wrote " + answer.rows().size() + " rows to " + csv);
        } else if (json) {
            console.json(AnswerText.document(answer));
        } else {
            AnswerText.table(answer).forEach(console::line);
        }
        if (answer.more()) {
            console.note("There are more than " + answer.rows().size() + " rows; --limit shows more.");
        }
    }
}
