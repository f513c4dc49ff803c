package org.photoledger.container;

import com.github.junrar.Archive;
import com.github.junrar.io.SeekableReadOnlyByteChannel;
import com.github.junrar.rarfile.BaseBlock;
import com.github.junrar.rarfile.EndArcHeader;
import com.github.junrar.volume.Volume;
import com.github.junrar.volume.VolumeManager;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A RAR archive that lies in a channel, and has no other part. */
final class RarVolume implements VolumeManager, SeekableReadOnlyByteChannel {

    private final SeekableByteChannel bytes;
    private final long length;
    private long position;

    RarVolume(SeekableByteChannel bytes) throws IOException {
        this.bytes = bytes;
        length = bytes.size();
    }

    /** Right after opening: whether the headers could be followed to the end; the library does not say. */
    boolean whole(Archive archive) {
        List<BaseBlock> headers = archive.getHeaders();
        return position == length || (!headers.isEmpty() && headers.get(headers.size() - 1) instanceof EndArcHeader);
    }

    @Override
    @SuppressWarnings("NullAway") // no next part: the library takes null for it
    public @Nullable Volume nextVolume(Archive archive, @Nullable Volume last) {
        return last == null ? new Part(archive, this, length) : null;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void setPosition(long newPosition) throws IOException {
        if (newPosition < 0) {
            throw ContentException.damaged("an offset is negative");
        }
        position = newPosition;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return readFully(one, 1) < 1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        int read = ChannelStream.at(bytes, position).readNBytes(target, offset, count);
        position += read;
        return read == 0 && count > 0 ? -1 : read;
    }

    @Override
    public int readFully(byte[] target, int count) throws IOException {
        int read = read(target, 0, count);
        if (read < count && position > length) {
            throw new EOFException();
        }
        return read;
    }

    @Override
    public void close() {
        // the channel is its owner's
    }

    private record Part(Archive archive, SeekableReadOnlyByteChannel channel, long length) implements Volume {

        @Override
        public SeekableReadOnlyByteChannel getChannel() {
            return channel;
        }

        @Override
        public long getLength() {
            return length;
        }

        @Override
        public Archive getArchive() {
            return archive;
        }
    }
}
