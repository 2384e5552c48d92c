package org.tickwright.market.recording;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.EventSource;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.FeedInstrument;

/// A recording, told again: the same events in the same order, with the arrivals they had.
///
/// What a crash left half-written at the end is passed over and said by [#tornBytes()]; a recording that has damage in
/// its middle stops there with a [FeedException] that says where: nothing behind it is told. The file is never
/// changed. Statuses and heartbeats of the time of recording are not told again, they were about that connection. One
/// thread.
public final class Recording implements EventSource {
    private final Path file;
    private final FileChannel channel;
    private final long length;
    private final RecordingHeader header;
    private final EventCodec codec;
    private long position = Blocks.MAGIC.length;
    private Bytes.@Nullable Reader block;
    private long read;
    private long torn;
    private boolean complete;
    private boolean over;

    private record Block(int kind, byte[] content) {}

    private Recording(Path file, FileChannel channel) throws IOException, FeedException {
        this.file = file;
        this.channel = channel;
        length = channel.size();
        byte[] magic = new byte[Blocks.MAGIC.length];
        if (length < magic.length || !Arrays.equals(Blocks.MAGIC, bytes(0, magic.length))) {
            throw wrong("it is no recording of a feed.", null);
        }
        Block first = blockAt(position);
        if (first == null || first.kind != Blocks.HEADER) {
            throw wrong("it ends before its first event.", null);
        }
        try {
            header = RecordingHeader.read(new Bytes.Reader(first.content));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw wrong(e.getMessage() + ".", e);
        }
        position += Blocks.FRONT + first.content.length;
        codec = new EventCodec(header.instruments());
    }

    /// Opens a recording for reading.
    public static Recording open(Path file) throws FeedException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new FeedException("The recording " + file + " cannot be opened: " + words(e), false, e);
        }
        try {
            return new Recording(file, channel);
        } catch (IOException e) {
            shut(channel);
            throw new FeedException("The recording " + file + " cannot be read: " + words(e), false, e);
        } catch (FeedException e) {
            shut(channel);
            throw e;
        }
    }

    private static String words(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? "there is no such file." : e.getMessage() + ".";
    }

    private static void shut(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("A file that was read cannot be closed", e);
        }
    }

    private FeedException wrong(String what, @Nullable Throwable cause) {
        String message = "The recording " + file + " cannot be read: " + what;
        return cause == null ? new FeedException(message, false) : new FeedException(message, false, cause);
    }

    /// What it says of its feed.
    public RecordingHeader header() {
        return header;
    }

    @Override
    public String name() {
        return "Recording " + file.getFileName();
    }

    @Override
    public boolean simulated() {
        return header.simulated();
    }

    @Override
    public Set<Channel> channels() {
        return header.channels();
    }

    @Override
    public List<FeedInstrument> instruments() {
        return header.instruments();
    }

    /// How many events were read by now, heartbeats and statuses counted in.
    public long events() {
        return read;
    }

    /// Once all is read: how many bytes at the end a crash left unreadable.
    public long tornBytes() {
        return torn;
    }

    /// Once all is read: whether the recording was ended on purpose.
    public boolean complete() {
        return complete;
    }

    @Override
    public @Nullable FeedEvent next() throws FeedException {
        while (true) {
            FeedEvent event = any();
            boolean connection = event instanceof FeedEvent.Heartbeat || event instanceof FeedEvent.StatusChange;
            if (event == null || !connection) {
                return event;
            }
        }
    }

    private @Nullable FeedEvent any() throws FeedException {
        while (block == null || !block.more()) {
            if (over || !nextBlock()) {
                return null;
            }
        }
        try {
            FeedEvent event = codec.read(block);
            read++;
            return event;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw wrong("event " + (read + 1) + " makes no sense (" + e.getMessage() + ").", e);
        }
    }

    private boolean nextBlock() throws FeedException {
        try {
            Block next = blockAt(position);
            if (next == null) {
                over = true;
                torn = length - position;
                if (torn > 0) {
                    refuseDamage();
                }
                return false;
            }
            position += Blocks.FRONT + next.content.length;
            if (next.kind == Blocks.END) {
                over = true;
                complete = true;
                torn = length - position;
                check(new Bytes.Reader(next.content).unsigned());
                return false;
            }
            codec.begin();
            block = new Bytes.Reader(next.content);
            return true;
        } catch (IOException e) {
            throw new FeedException("The recording " + file + " cannot be read: " + words(e), true, e);
        }
    }

    private void check(long wanted) throws FeedException {
        if (wanted != read) {
            throw wrong("it has " + read + " events and says that it has " + wanted + ".", null);
        }
    }

    /// Throws if there is a whole block behind the place that cannot be read: then it is no torn end.
    private void refuseDamage() throws IOException, FeedException {
        for (long at = position + 1; at + Blocks.FRONT <= length; at++) {
            if (blockAt(at) != null) {
                throw wrong(
                        "it is damaged from byte " + position + " to byte " + at + ". The " + read
                                + " events before that are sound.",
                        null);
            }
        }
    }

    private @Nullable Block blockAt(long at) throws IOException {
        if (at + Blocks.FRONT > length) {
            return null;
        }
        ByteBuffer front = ByteBuffer.wrap(bytes(at, Blocks.FRONT)).order(ByteOrder.LITTLE_ENDIAN);
        if (!Blocks.plausible(front, length - at - Blocks.FRONT)) {
            return null;
        }
        int kind = front.getInt(4);
        byte[] content = bytes(at + Blocks.FRONT, front.getInt(8));
        return Blocks.checksum(kind, content, content.length) == front.getInt(12) ? new Block(kind, content) : null;
    }

    private byte[] bytes(long at, int count) throws IOException {
        ByteBuffer to = ByteBuffer.allocate(count);
        while (to.hasRemaining()) {
            if (channel.read(to, at + to.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return to.array();
    }

    @Override
    public void close() {
        shut(channel);
    }
}
