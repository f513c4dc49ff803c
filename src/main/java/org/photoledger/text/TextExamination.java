package org.photoledger.text;

import java.util.List;

/**
 * What examining a picture for text gave.
 *
 * @param regions lines of text, from top to bottom
 * @param limited whether there were more places than the limit of regions; only the limit was read
 */
public record TextExamination(List<TextRegion> regions, boolean limited) {

    public TextExamination {
        regions = List.copyOf(regions);
    }
}
