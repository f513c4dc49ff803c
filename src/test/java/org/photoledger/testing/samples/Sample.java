package org.photoledger.testing.samples;

/**
 * One file of input-samples.
 *
 * @param outcome what an import makes of it: {@code recorded}, {@code duplicate}, {@code ignored (REASON)}
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Sample(String path, byte[] bytes, String why, String outcome) {

    static final String RECORDED = "recorded";
    static final String DUPLICATE = "duplicate";
}
