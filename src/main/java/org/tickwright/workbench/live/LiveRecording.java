package org.tickwright.workbench.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.recording.RecordingHeader;
import org.tickwright.market.recording.RecordingWriter;

/// What is recorded of a running feed, if anything is. A file that cannot be written to ends the recording, never the
/// feed. Guarded by whoever has it.
final class LiveRecording {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRecording.class);

    private final Consumer<String> troubled;
    private @Nullable RecordingWriter writer;

    /// `troubled` is told in words why a recording ended early.
    LiveRecording(Consumer<String> troubled) {
        this.troubled = troubled;
    }

    void begin(Path file, RecordingHeader header, List<FeedEvent> known) throws IOException {
        end();
        RecordingWriter to = new RecordingWriter(file, header, RecordingWriter.LONGEST_WAIT);
        for (FeedEvent event : known) {
            to.append(event);
        }
        writer = to;
    }

    void keep(FeedEvent event) {
        RecordingWriter to = writer;
        if (to != null) {
            try {
                to.append(event);
            } catch (IOException e) {
                failed(e);
            }
        }
    }

    /// Some time has passed.
    void tick(long now) {
        RecordingWriter to = writer;
        if (to != null) {
            try {
                to.tick(now);
            } catch (IOException e) {
                failed(e);
            }
        }
    }

    /// False where nothing was recorded.
    boolean end() throws IOException {
        RecordingWriter to = writer;
        writer = null;
        if (to != null) {
            to.close();
        }
        return to != null;
    }

    private void failed(IOException e) {
        LOG.error("The recording ended early", e);
        troubled.accept("The recording ended early: " + e.getMessage());
        RecordingWriter broken = writer;
        writer = null;
        try {
            if (broken != null) {
                broken.close();
            }
        } catch (IOException again) {
            LOG.debug("Nor could it be closed", again);
        }
    }

    LiveState.@Nullable RecordingState state() {
        RecordingWriter to = writer;
        return to == null ? null : new LiveState.RecordingState(to.file(), to.events(), to.safe(), to.bytes());
    }
}
