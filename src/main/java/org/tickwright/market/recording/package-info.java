/// Feeds kept in files as they came, and told again from there.
///
/// Start at [RecordingWriter] and [Recording]. A file is a row of blocks with a checksum each, appended in groups: what
/// a crash leaves behind can be read up to the last whole block.
@NullMarked
package org.tickwright.market.recording;

import org.jspecify.annotations.NullMarked;
