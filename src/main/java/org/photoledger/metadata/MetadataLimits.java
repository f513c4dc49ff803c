package org.photoledger.metadata;

/**
 * Bounds of reading metadata.
 *
 * @param tags most values kept per photo
 * @param valueChars most characters kept of one value
 * @param totalChars most characters kept of all values of a photo together; what is beyond is cut, with a finding
 * @param directories most TIFF directories walked per block: a chain of tens of thousands overflows a decoder's stack
 */
public record MetadataLimits(int tags, int valueChars, int totalChars, int directories) {

    /** The shipped defaults; config/application.yml names each. */
    public static MetadataLimits defaults() {
        return new MetadataLimits(5_000, 6 << 20, 6 << 20, 1_000);
    }
}
