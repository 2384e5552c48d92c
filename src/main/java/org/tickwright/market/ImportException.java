package org.tickwright.market;

/// A file that cannot be read as market data at all. The message names the file, the line and the mend.
public final class ImportException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String option;

    /// A refusal in words a person understands.
    public ImportException(String message) {
        super(message);
        option = "";
    }

    /// A refusal caused by something underneath.
    public ImportException(String message, Throwable cause) {
        super(message, cause);
        option = "";
    }

    private ImportException(String option, String message) {
        super(message);
        this.option = option;
    }

    /// A refusal that stating an option would cure: the role of a column (`time`, `close`, …), `timeframe`,
    /// `zone`, `dateOrder` or `format`.
    public static ImportException about(String option, String message) {
        return new ImportException(option, message);
    }

    /// The option that would cure it, empty where none would.
    public String option() {
        return option;
    }
}
