package org.tickwright.store;

import java.nio.file.Path;
import org.tickwright.market.StoreException;

/// Another program, or another part of this one, has the store open. A read-only look is still possible.
public final class StoreInUseException extends StoreException {
    private static final long serialVersionUID = 1L;

    StoreInUseException(Path directory, Throwable cause) {
        super(
                "The data in " + directory + " is open in another Tickwright. Close that one, open this one read-only,"
                        + " or use another home (--home DIR).",
                true,
                cause);
    }

    StoreInUseException(Path directory) {
        super(
                "The data in " + directory + " is open in another Tickwright. Close that one, open this one read-only,"
                        + " or use another home (--home DIR).",
                true);
    }
}
