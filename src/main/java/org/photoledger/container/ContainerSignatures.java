package org.photoledger.container;

import java.util.Arrays;

/** Containers that a table of magic numbers does not tell, by their first bytes; loads no library. */
public final class ContainerSignatures {

    /** Before the first member of a zip that was to be split and fitted into one file (APPNOTE 8.5.4). */
    private static final byte[] ZIP_OF_ONE_PART = {'P', 'K', '0', '0', 'P', 'K', 3, 4};

    private ContainerSignatures() {}

    /**
     * The media type of a file that begins so. A tar is told by the checksum of its first header, which the oldest
     * have too, before anything that stands in its first member.
     *
     * @param mediaType by its magic numbers
     */
    public static String precise(byte[] head, String mediaType) {
        if (ContainerFormat.of(mediaType).filter(ContainerFormat.TAR::equals).isEmpty()
                && TarHeader.stands(Arrays.copyOf(head, Math.min(head.length, TarHeader.BLOCK)))) {
            return "application/x-tar";
        }
        return startsWith(head, ZIP_OF_ONE_PART) ? "application/zip" : mediaType;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
