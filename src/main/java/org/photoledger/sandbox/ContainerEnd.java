package org.photoledger.sandbox;

import org.photoledger.container.Opening;
import org.photoledger.source.Reason;

/** How reading through a container in worker processes ended. */
public sealed interface ContainerEnd {

    /** How many workers were given the container. */
    int attempts();

    /** A worker came to its end; mediaType is the container's precise type. */
    record Opened(Opening opening, String mediaType, int attempts) implements ContainerEnd {}

    /** Two workers were lost on it. */
    record Lost(Reason reason, int attempts) implements ContainerEnd {}

    /** Its bytes cannot be read any more. */
    record SourceUnreadable(int attempts) implements ContainerEnd {}

    /** The taker wanted no more, or the run is stopping. */
    record Broken(int attempts) implements ContainerEnd {}
}
