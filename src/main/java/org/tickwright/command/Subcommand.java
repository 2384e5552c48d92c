package org.tickwright.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tickwright.market.ImportException;
import org.tickwright.market.StoreException;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.Backtests.InvalidStrategyException;
import picocli.CommandLine.Mixin;

/// A subcommand: does its work and turns expected failures into [CommandFailure].
abstract class Subcommand implements Callable<Integer> {
    final Console console;

    @Mixin
    private HomeOption homeOption = new HomeOption();

    Subcommand(Console console) {
        this.console = console;
    }

    /// Does the work; returns the exit code.
    abstract int execute()
            throws IOException, StoreException, ImportException, StrategyFormatException, InvalidStrategyException;

    @Override
    public final Integer call() {
        if (homeOption.home() != null) {
            console.home(homeOption.home());
        }
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
