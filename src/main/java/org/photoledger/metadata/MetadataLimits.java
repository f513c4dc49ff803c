package org.photoledger.metadata;

/**
 * Bounds of reading metadata.
 *
 * @param tags most values kept per photo
 * @param valueChars most characters kept of one value, and most bytes of a text that does not give its bytes back
 * @param totalChars most characters kept of all values of a photo together, and most such bytes (these never more than
 *     6 MiB); what is beyond is cut, with a finding
 * @param directories most TIFF directories walked per block: a chain of tens of thousands overflows a decoder's stack
 */
public record MetadataLimits(int tags, int valueChars, int totalChars, int directories) {

    /** The shipped defaults; config/application.yml names each. */
    public static MetadataLimits defaults() {
        return new MetadataLimits(5_000, 6 << 20, 6 << 20, 1_000);
    }
}
