package org.tickwright.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One writing program per home. The operating system lets go of the lock when the process dies, however it dies.
final class HomeLock implements AutoCloseable {
    private static final String FILE = "in-use";

    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the lock, or returns null where another program holds it.
    static @Nullable HomeLock take(TickwrightHome home) throws IOException {
        FileChannel channel = FileChannel.open(
                home.directory().resolve(FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return null;
        }
        byte[] holder = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(holder), 0);
        return new HomeLock(channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            // A byte far behind the text, so that the holder's number stays readable where locks are mandatory.
            return channel.tryLock(1L << 30, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /// The process that holds the lock, as far as it can be told.
    static String holder(TickwrightHome home) {
        Path file = home.directory().resolve(FILE);
        try {
            return "process "
                    + Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
