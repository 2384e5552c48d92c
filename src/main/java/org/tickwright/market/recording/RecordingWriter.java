package org.tickwright.market.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tickwright.market.feed.FeedEvent;

/// Keeps a feed in a file while it is told.
///
/// Events are written in groups: a group goes to disk when it is large, or with the first [#append] or [#tick] that is
/// `longestWait` behind its first event. [#safe()] events are on disk for good; a crash loses at most those behind
/// them. A file that is there already is left alone. One thread.
public final class RecordingWriter implements AutoCloseable {
    /// How long an event waits for its group, where nothing else is said: a fifth of a second.
    public static final long LONGEST_WAIT = 200_000_000L;

    private static final int GROUP = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final EventCodec codec;
    private final long longestWait;
    private final Bytes group = new Bytes();
    private long since;
    private int inGroup;
    private long events;
    private long safe;
    private long bytes;
    private boolean closed;

    /// Begins a recording.
    public RecordingWriter(Path file, RecordingHeader header, long longestWait) throws IOException {
        this.file = file;
        this.longestWait = longestWait;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(file + " is there already and was left as it is. Name another file.", e);
        }
        codec = new EventCodec(header.instruments());
        try {
            write(ByteBuffer.wrap(Blocks.MAGIC));
            header.write(group);
            block(Blocks.HEADER);
            channel.force(false);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// The file.
    public Path file() {
        return file;
    }

    /// How many events were appended.
    public long events() {
        return events;
    }

    /// How many of them are on disk for good.
    public long safe() {
        return safe;
    }

    /// How long the file is.
    public long bytes() {
        return bytes;
    }

    /// Takes an event.
    public void append(FeedEvent event) throws IOException {
        if (inGroup == 0) {
            codec.begin();
            since = event.arrival();
        }
        int before = group.size();
        try {
            codec.write(event, group);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage() + "; " + before + " bytes of its group were kept", e);
        }
        inGroup++;
        events++;
        if (group.size() >= GROUP) {
            flush();
        } else {
            tick(event.arrival());
        }
    }

    /// Writes what waits too long by a clock.
    public void tick(long now) throws IOException {
        if (inGroup > 0 && now - since >= longestWait) {
            flush();
        }
    }

    /// Writes what waits.
    public void flush() throws IOException {
        if (inGroup > 0) {
            block(Blocks.EVENTS);
            inGroup = 0;
            channel.force(false);
            safe = events;
        }
    }

    private void block(int kind) throws IOException {
        write(Blocks.front(kind, group.array(), group.size()));
        write(ByteBuffer.wrap(group.array(), 0, group.size()));
        group.clear();
    }

    private void write(ByteBuffer content) throws IOException {
        bytes += content.remaining();
        while (content.hasRemaining()) {
            int written = channel.write(content);
            if (written < 0) {
                throw new IOException("Nothing can be written to " + file);
            }
        }
    }

    /// Writes what waits, and that the recording was ended on purpose.
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (channel) {
            flush();
            group.unsigned(events);
            block(Blocks.END);
            channel.force(true);
        }
    }
}
