package org.tickwright.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Writes a tear sheet as files. The same sheet gives the same bytes.
public final class ReportWriter {
    private static final double SCREEN_WIDTH = 880;
    private static final double PAPER_WIDTH = 800;

    private ReportWriter() {}

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /// Writes the formats into `directory` (created if absent), each file whole or not at all, and returns the files in
    /// order of format. A file of the same name is replaced.
    public static List<Path> write(TearSheet sheet, Set<ReportFormat> formats, Path directory) throws IOException {
        Files.createDirectories(directory);
        String base = baseName(sheet);
        Figures figures = new Figures(Locale.US);
        List<Path> files = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            if (formats.contains(format)) {
                switch (format) {
                    case HTML ->
                        files.add(whole(
                                directory.resolve(base + ".html"),
                                out -> out.write(
                                        HtmlReport.render(SheetComposer.compose(sheet, figures, SCREEN_WIDTH)))));
                    case PDF ->
                        files.add(whole(
                                directory.resolve(base + ".pdf"),
                                out -> out.write(
                                        PdfReport.render(SheetComposer.compose(sheet, figures, PAPER_WIDTH)))));
                    case CSV -> {
                        files.add(whole(
                                directory.resolve(base + "-trades.csv"), out -> CsvReport.trades(sheet.run(), out)));
                        files.add(whole(directory.resolve(base + "-equity.csv"), out -> CsvReport.equity(sheet, out)));
                    }
                    case JSON ->
                        files.add(whole(directory.resolve(base + ".json"), out -> JsonReport.write(sheet, out)));
                }
            }
        }
        return List.copyOf(files);
    }

    /// What the files are called before their endings: run, strategy and series, in characters that every file system
    /// takes.
    static String baseName(TearSheet sheet) {
        String text = sheet.runId() + "-" + sheet.run().strategyName() + "-"
                + sheet.run().series();
        String plain = text.replaceAll("[^A-Za-z0-9._]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return plain.length() <= 100 ? plain : plain.substring(0, 100);
    }

    private static Path whole(Path file, Content content) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
                content.write(out);
            }
            replace(draft, file);
        } catch (FileSystemException e) {
            throw new IOException(refusal(file, e), e);
        } finally {
            Files.deleteIfExists(draft);
        }
        return file;
    }

    /// A draft's name in an error would only puzzle: the person chose a folder, and another folder is the mend.
    private static String refusal(Path file, FileSystemException why) {
        Path folder = file.toAbsolutePath().getParent();
        String reason = why.getReason() == null ? "" : " (" + why.getReason() + ")";
        return file.getFileName() + " cannot be written to " + folder + reason
                + ". The run itself is safe in the archive; choose a folder that you may write to.";
    }

    private static void replace(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
