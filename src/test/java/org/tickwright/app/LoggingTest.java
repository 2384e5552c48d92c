package org.tickwright.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LoggingTest {
    @Test
    void dropsOneSentenceOfTheToolkitAndNothingElse() {
        Logging.quietToolkit();
        Filter filter = Logger.getLogger("javafx").getFilter();
        assertFalse(filter.isLoggable(new LogRecord(Level.WARNING, "Unsupported JavaFX configuration: classes …")));
        assertTrue(filter.isLoggable(new LogRecord(Level.WARNING, "Toolkit lost its device")));
    }
}
