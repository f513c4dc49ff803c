package org.photoledger.testing.containers;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A name in a container.
 *
 * @param bytes as the container holds them, and which none of our writers change
 * @param shown as the ledger writes them
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Name(byte[] bytes, String shown) {

    /** Of a member that has none. */
    static final Name NONE = new Name(new byte[0], "#0");

    static Name of(String text) {
        return new Name(text.getBytes(StandardCharsets.UTF_8), text);
    }

    /** In the code page of a program that knew no other. */
    static Name coded(String text, String codePage, String shown) {
        return new Name(text.getBytes(Charset.forName(codePage)), shown);
    }

    /** Each character for a byte. */
    String latin() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
