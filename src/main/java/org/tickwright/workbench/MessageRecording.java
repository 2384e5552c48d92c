package org.tickwright.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.messages.RecordedMessages;
import org.tickwright.market.recording.RecordingHeader;
import org.tickwright.market.recording.RecordingWriter;

/// Messages of a venue written as a recording: whole, or not at all. The same messages of a file of the same name make
/// the same recording, which is there once.
final class MessageRecording {
    private static final String SUFFIX = ".feed";
    private static final int SYMBOLS = 3;
    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private MessageRecording() {}

    static StoredEvents write(RecordedMessages messages, String file, Path folder) throws IOException {
        Files.createDirectories(folder);
        long from = messages.from();
        Path draft = Files.createTempFile(folder, ".import", ".tmp");
        Files.delete(draft);
        try {
            RecordingHeader header = new RecordingHeader(
                    messages.venue() + " (" + file + ")",
                    false,
                    messages.events().getFirst().arrival(),
                    messages.channels(),
                    messages.instruments());
            try (RecordingWriter writer = new RecordingWriter(draft, header, Long.MAX_VALUE)) {
                for (FeedEvent event : messages.events()) {
                    writer.append(event);
                }
            }
            Path target = put(draft, name(file, from), folder);
            List<String> notes = new ArrayList<>(messages.notes());
            notes.addFirst(messages.events().size() + " events of "
                    + messages.instruments().size() + " instruments in " + target + ": 'tickwright replay " + target
                    + "' plays it, and so does the Market place.");
            return new StoredEvents(
                    "recording",
                    symbols(messages.instruments()),
                    0,
                    messages.rows(),
                    messages.used(),
                    from,
                    messages.to(),
                    hash(target),
                    messages.findings(),
                    List.of(),
                    notes);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String name(String file, long from) {
        String plain = file.replaceFirst("(?i)(\\.(log|csv|json|jsonl|txt))?(\\.gz)?$", "");
        String base = plain.replaceAll("[^A-Za-z0-9._-]", "-");
        return base + "-" + STAMP.format(Instant.ofEpochSecond(Math.floorDiv(from, SECOND)));
    }

    /// Moves the draft to a free name, or finds that it is there already.
    private static Path put(Path draft, String name, Path folder) throws IOException {
        Path target = folder.resolve(name + SUFFIX);
        for (int i = 2; Files.exists(target); i++) {
            if (Files.mismatch(draft, target) < 0) {
                return target;
            }
            target = folder.resolve(name + "-" + i + SUFFIX);
        }
        return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The instruments, the first few by name.
    static String symbols(List<FeedInstrument> instruments) {
        List<String> names = instruments.stream().map(FeedInstrument::symbol).toList();
        return String.join(", ", names.subList(0, Math.min(SYMBOLS, names.size())))
                + (names.size() > SYMBOLS ? " and " + (names.size() - SYMBOLS) + " more" : "");
    }

    private static String hash(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime carries SHA-256", e);
        }
    }
}
