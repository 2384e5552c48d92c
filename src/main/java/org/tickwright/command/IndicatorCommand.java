package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tickwright.indicator.ExpressionException;
import org.tickwright.indicator.KernelFault;
import org.tickwright.market.Frame;
import org.tickwright.market.ImportException;
import org.tickwright.market.StoreException;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.workbench.Catalogues;
import org.tickwright.workbench.IndicatorColumns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "indicator",
        mixinStandardHelpOptions = true,
        description = "Computes indicators over a series or file as CSV columns. 'indicator list' shows the catalogue.")
final class IndicatorCommand extends Subcommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "EXPRESSION",
            description = "such as SMA(optInTimePeriod=10) or SMA(RSI(optInTimePeriod=14), optInTimePeriod=5)")
    private List<String> expressions = new ArrayList<>();

    @Option(names = "--spec", paramLabel = "FILE", description = "more expressions, one per line")
    private @Nullable Path spec;

    @Mixin
    private DataSource data = new DataSource();

    @Option(names = "--out", paramLabel = "FILE.csv", description = "file to write")
    private @Nullable Path out;

    IndicatorCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws IOException, StoreException, ImportException {
        List<String> all = new ArrayList<>(expressions);
        if (spec != null) {
            Files.readAllLines(spec).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(all::add);
        }
        if (all.isEmpty()) {
            throw new DataSource.BadArgument("Name at least one expression, or a file of them with --spec");
        }
        Path target = out;
        if (target == null) {
            throw new DataSource.BadArgument("Missing --out FILE.csv: where the columns shall go");
        }
        Frame frame = data.isFile()
                ? console.files().read(data.file(), data.options())
                : Frame.of(data.load(console).bars());
        try {
            List<String> columns = new IndicatorColumns(console.catalogues().indicators()).write(all, frame, target);
            console.note("Wrote " + frame.bars().size() + " rows with " + columns.size() + " columns to " + target);
            return 0;
        } catch (KernelFault e) {
            throw new CommandFailure("Stopped at row " + e.row() + ". " + e.getMessage() + ". No file was written.", e);
        } catch (ExpressionException e) {
            throw new DataSource.BadArgument(String.valueOf(e.getMessage()));
        }
    }

    /// The catalogue.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the indicators there are.")
    static final class Catalogue extends Subcommand {
        Catalogue(Console console) {
            super(console);
        }

        @Override
        int execute() {
            Catalogues catalogues = console.catalogues();
            for (IndicatorDefinition definition : catalogues.indicators().all()) {
                IndicatorSpec indicator = definition.spec();
                console.line(String.format(
                        Locale.ROOT, "%-19s %-24s %s", indicator.name(), indicator.group(), indicator.title()));
                console.line("         inputs "
                        + indicator.inputs().stream()
                                .map(IndicatorSpec.Input::name)
                                .toList() + ", outputs "
                        + indicator.outputs().stream()
                                .map(IndicatorSpec.Output::name)
                                .toList()
                        + marks(indicator.marks()));
                indicator.parameters().forEach(parameter -> console.line(parameter(parameter)));
                catalogues
                        .origin(NodeCatalogue.INDICATOR_PREFIX + indicator.name())
                        .ifPresent(jar -> console.line("         from plug-in " + jar.name()));
            }
            return 0;
        }

        private static String marks(IndicatorSpec.Marks marks) {
            String cost = switch (marks.cost()) {
                case CONSTANT -> "";
                case LOGARITHMIC -> "; cost grows with the logarithm of the window";
                case WINDOW -> "; cost grows with the window";
            };
            return (marks.repaints() ? "; repaints, so values come at confirmation only" : "") + cost;
        }

        private static String parameter(IndicatorSpec.Parameter parameter) {
            String range = parameter.choices().isEmpty()
                    ? number(parameter, parameter.from()) + " to " + number(parameter, parameter.to())
                    : parameter.choices().toString();
            return "         " + parameter.name() + " = " + number(parameter, parameter.defaultValue()) + ", " + range;
        }

        private static String number(IndicatorSpec.Parameter parameter, double value) {
            return parameter.integer() ? Long.toString((long) value) : Double.toString(value);
        }
    }
}
