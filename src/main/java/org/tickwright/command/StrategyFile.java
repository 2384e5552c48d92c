package org.tickwright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import picocli.CommandLine.Parameters;

/// `FILE`: a strategy file, or the name of a template.
final class StrategyFile {
    @Parameters(paramLabel = "FILE", description = "a .strategy.json file, or the name of a template such as sma-cross")
    private String file = "";

    StrategyDocument read() throws IOException, StrategyFormatException {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return template();
        }
        if (Files.isDirectory(path)) {
            throw new CommandFailure(file + " is a folder; name the .strategy.json file in it.");
        }
        try {
            return StrategyCodec.read(Files.readString(path));
        } catch (StrategyFormatException e) {
            throw new CommandFailure(file + ": " + e.getMessage(), e);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new CommandFailure(file + " is not UTF-8 text, so it is not a strategy file.", e);
        }
    }

    String name() {
        return file;
    }

    private StrategyDocument template() {
        String wanted = file.toLowerCase(Locale.ROOT);
        return Templates.all().stream()
                .filter(t -> t.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("There is no file " + file + " and no template of that name. "
                        + "The templates are "
                        + String.join(
                                ", ",
                                Templates.all().stream()
                                        .map(StrategyDocument::name)
                                        .toList())
                        + "."));
    }
}
