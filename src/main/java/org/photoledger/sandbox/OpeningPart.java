package org.photoledger.sandbox;

import java.io.IOException;
import org.photoledger.container.ContainerReader;
import org.photoledger.container.Opening;
import org.photoledger.metadata.TypeDetector;

/** A worker's part for containers: opens one whose bytes the parent serves, and hands its members to the parent. */
final class OpeningPart {

    private final TypeDetector types;

    OpeningPart(TypeDetector types) {
        this.types = types;
    }

    void open(byte[] request, Conversation parent) throws IOException {
        ContainerCodec.Request wanted = ContainerCodec.request(request);
        try (RemoteChannel bytes = new RemoteChannel(parent, wanted.size())) {
            Opening opening = new ContainerReader()
                    .open(bytes, wanted.mediaType(), wanted.passwords(), new RemoteSink(parent, types));
            ContainerCodec.Ended ended = new ContainerCodec.Ended(opening, wanted.mediaType());
            parent.say(Frames.CONTAINER_END, ContainerCodec.encode(ended));
        }
    }
}
