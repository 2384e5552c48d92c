package org.tickwright.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tickwright.market.ImportException;
import org.tickwright.market.StoreException;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.Backtests.InvalidStrategyException;

/// A subcommand: does its work and turns expected failures into [CommandFailure].
abstract class Subcommand implements Callable<Integer> {
    final Console console;

    Subcommand(Console console) {
        this.console = console;
    }

    /// Does the work; returns the exit code.
    abstract int execute()
            throws IOException, StoreException, ImportException, StrategyFormatException, InvalidStrategyException;

    @Override
    public final Integer call() {
        try {
            return execute();
        } catch (StoreException | ImportException | StrategyFormatException | InvalidStrategyException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new CommandFailure("There is no file " + e.getFile() + ".", e);
        } catch (IOException e) {
            throw new CommandFailure("Reading or writing failed: " + e.getMessage(), e);
        }
    }
}
