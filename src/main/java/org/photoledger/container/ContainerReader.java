package org.photoledger.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** Opens a container and hands its members to a sink, one after another, in the container's own order. */
public final class ContainerReader {

    /** Whether a media type, as Tika names it, is a container that is opened. */
    public static boolean opens(String mediaType) {
        return ContainerFormat.of(mediaType).isPresent();
    }

    /**
     * Reads through a container once.
     *
     * @param bytes the whole container; each read may be slow
     * @param passwords tried in this order; may be empty
     * @throws IOException what the sink or the channel throws
     * @throws IllegalArgumentException if {@link #opens} says no
     */
    public Opening open(SeekableByteChannel bytes, String mediaType, List<String> passwords, MemberSink sink)
            throws IOException {
        ContainerFormat format = ContainerFormat.of(mediaType)
                .orElseThrow(() -> new IllegalArgumentException(mediaType + " is no container"));
        return new Opening.Unsupported(0, format + " is not read yet");
    }
}
