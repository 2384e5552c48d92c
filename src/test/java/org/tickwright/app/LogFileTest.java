package org.tickwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    private Path folder;

    @Test
    void writesWhatMattersIntoTheFileOfTheHome() throws IOException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        LogFile.into(context, folder.resolve("logs").toString());
        context.getLogger("org.tickwright.store").info("Imported {} bars", 7);
        context.getLogger("org.tickwright.store").debug("not this");
        context.getLogger("org.flywaydb.core").info("nor this");
        context.getLogger("com.zaxxer.hikari.pool").warn("Connection lost");
        context.stop();
        List<String> lines = Files.readAllLines(folder.resolve("logs/tickwright.log"));
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(
                lines.getFirst()
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  \\[.+] org.tickwright.store"
                                + " - Imported 7 bars"),
                lines.getFirst());
        assertTrue(lines.getLast().contains(" WARN "), lines.getLast());
    }

    @Test
    void isFoundByLogback() {
        assertTrue(ServiceLoader.load(Configurator.class).stream().anyMatch(each -> each.type() == LogFile.class));
    }
}
