package org.photoledger.photo;

import java.util.List;
import org.photoledger.text.TextRegion;

/**
 * The text part of a photo's examination.
 *
 * @param engine the engines and their versions, empty where none was at work
 * @param regions lines of text, boxes in pixels of the upright full-size picture; in the order in which they were found
 */
public record PhotoText(Status status, String engine, List<TextRegion> regions) {

    /** Whether text was looked for. */
    public enum Status {
        /** Looked for; no region means that none was seen. */
        EXAMINED,
        /** Switched off by setting or option; a retry adds it. */
        OFF,
        /** This machine cannot run the models; a retry elsewhere adds it. */
        UNAVAILABLE,
        /** The photo gave no pixels to look at. */
        NO_PIXELS
    }

    public PhotoText {
        regions = List.copyOf(regions);
    }

    public static PhotoText without(Status status) {
        return new PhotoText(status, "", List.of());
    }
}
