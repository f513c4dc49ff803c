package org.photoledger.sandbox;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.photoledger.container.ContainerReader;
import org.photoledger.container.MemberSink;
import org.photoledger.container.Opening;
import org.photoledger.text.DocumentTypes;
import org.photoledger.text.EmbeddedFiles;

/** A worker's part for containers: opens one whose bytes the parent serves, and hands its members to the parent. */
final class OpeningPart {

    void open(byte[] request, Conversation parent) throws IOException {
        ContainerCodec.Request wanted = ContainerCodec.request(request);
        try (RemoteChannel bytes = new RemoteChannel(parent, wanted.size())) {
            String mediaType = DocumentTypes.precise(bytes, wanted.mediaType());
            Opening opening = opened(bytes, mediaType, wanted.passwords(), new RemoteSink(parent));
            parent.say(Frames.CONTAINER_END, ContainerCodec.encode(new ContainerCodec.Ended(opening, mediaType)));
        }
    }

    /** What by its first bytes might have been a document, and is none that is opened, has no members. */
    private static Opening opened(SeekableByteChannel bytes, String mediaType, List<String> passwords, MemberSink sink)
            throws IOException {
        if (EmbeddedFiles.opens(mediaType)) {
            return new EmbeddedFiles().open(bytes, mediaType, passwords, sink);
        }
        return ContainerReader.opens(mediaType)
                ? new ContainerReader().open(bytes, mediaType, passwords, sink)
                : new Opening.Whole(0);
    }
}
