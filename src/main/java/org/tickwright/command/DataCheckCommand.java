package org.tickwright.command;

import org.tickwright.market.StoreException;
import org.tickwright.workbench.StoreUpkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads everything in the store and holds it against its checksums and hashes.")
final class DataCheckCommand extends Subcommand {
    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DataCheckCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws StoreException {
        StoreUpkeep.Verdict verdict = console.readable().storage().upkeep().check(console.progress());
        if (json) {
            console.json(VerdictText.document(verdict));
        } else {
            verdict.damage().forEach(damage -> console.line(VerdictText.of(damage)));
            console.line(VerdictText.of(verdict));
        }
        return verdict.sound() ? 0 : 1;
    }
}
