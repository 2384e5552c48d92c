package org.tickwright.desktop;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.tickwright.indicator.KernelFault;
import org.tickwright.market.ImportException;
import org.tickwright.market.StoreException;
import org.tickwright.strategy.NodeFault;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.Backtests;

/// What a person is told when work failed: what happened, what was not lost, what to do. Never a stack trace.
public final class Faults {
    private Faults() {}

    /// The failure in words, after what was being done: `Backtest not finished: …`.
    public static String inWords(String what, Throwable failure) {
        return what + ": " + inWords(failure);
    }

    /// The failure in words.
    public static String inWords(Throwable failure) {
        Throwable cause = unwrap(failure);
        return switch (cause) {
            case ImportException refusal -> text(refusal);
            case StoreException store ->
                text(store)
                        + (store.retryable()
                                ? " Nothing was half-written; trying again can help."
                                : " Nothing was half-written.");
            case StrategyFormatException format -> text(format);
            case Backtests.InvalidStrategyException invalid -> text(invalid);
            case NodeFault fault -> text(fault);
            case KernelFault fault -> text(fault) + ".";
            case IllegalArgumentException argument -> text(argument);
            case IOException io -> file(io);
            case OutOfMemoryError ignored ->
                "There was not enough memory. Nothing stored was changed; close other work or start with a larger"
                        + " heap.";
            default ->
                "Something went wrong inside the program (" + cause.getClass().getSimpleName()
                        + "). Nothing stored was changed; the log in your home folder has the details.";
        };
    }

    private static String file(IOException io) {
        return switch (io) {
            case NoSuchFileException missing -> "The file " + missing.getFile() + " is not there.";
            case AccessDeniedException denied ->
                "Not allowed to use " + denied.getFile() + ". Check who may read and write it.";
            case FileAlreadyExistsException there -> "The file " + there.getFile() + " already exists.";
            case FileSystemException system ->
                "The file " + system.getFile() + " could not be used: " + system.getReason() + ".";
            default -> text(io);
        };
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapper = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wrapper && cause != null ? unwrap(cause) : failure;
    }

    private static String text(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
