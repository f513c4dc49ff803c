package org.photoledger.image;

import java.util.List;
import java.util.Set;

/**
 * Camera raws built on TIFF: what tells them, and where their previews lie. Source: DNG 1.7; ExifTool's tables of Nikon, Sony,
 * Pentax, Samsung, Panasonic and Olympus; L. Clévy's description of CR2.
 */
final class RawTiff {

    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int DNG_VERSION = 50706;
    private static final int JPEG_TABLES = 347;
    private static final int PANASONIC_JPEG = 46;

    /** A colour filter array; one that was made linear. */
    private static final Set<Long> SENSOR = Set.of(32803L, 34892L);

    /** Codings of Sony, Epson, Samsung, Nikon, Kodak and Pentax for sensor data alone. */
    private static final Set<Long> VENDORS = Set.of(32767L, 32769L, 32770L, 34713L, 65000L, 65535L);

    private final Span file;
    private final CodingDraft coding;

    RawTiff(Span file, CodingDraft coding) {
        this.file = file;
        this.coding = coding;
    }

    /** Whether the file says so of itself, by its header, or by a picture that is not marked as reduced. */
    boolean is(List<TiffDirectory> pages, List<TiffDirectory> subs) throws CutShortException {
        if (file.holds(8, "CR") || file.holds(8, "IIII") || !(file.holds(2, "*") || file.holds(3, "*") || big())) {
            return true;
        }
        return holdsSensor(pages)
                || holdsSensor(subs)
                || (!pages.isEmpty() && pages.get(0).has(DNG_VERSION));
    }

    private boolean big() {
        return file.holds(2, "+") || file.holds(3, "+");
    }

    private static boolean holdsSensor(List<TiffDirectory> directories) throws CutShortException {
        for (TiffDirectory directory : directories) {
            boolean sensor = SENSOR.contains(directory.number(PHOTOMETRIC, 0, 0))
                    || VENDORS.contains(directory.number(COMPRESSION, 0, 0));
            if (sensor && !directory.reduced()) {
                return true;
            }
        }
        return false;
    }

    void previews(List<TiffDirectory> directories) throws CutShortException {
        for (TiffDirectory directory : directories) {
            coding.preview(file, directory.number(513, 0, -1), directory.number(514, 0, 0));
            if (compressed(directory)) {
                single(directory, 273, 279);
                single(directory, 324, 325);
            }
            Span whole = directory.bytes(PANASONIC_JPEG);
            if (whole != null) {
                coding.preview(whole, 0, whole.length());
            }
        }
    }

    /** JPEG, old or new, whose tables are not kept apart. */
    private static boolean compressed(TiffDirectory directory) throws CutShortException {
        long compression = directory.number(COMPRESSION, 0, 0);
        return (compression == 6 || compression == 7) && !directory.has(JPEG_TABLES);
    }

    /** A picture of one strip or tile is a JPEG of its own. */
    private void single(TiffDirectory directory, int offsets, int lengths) throws CutShortException {
        if (directory.count(offsets) == 1) {
            coding.preview(file, directory.number(offsets, 0, -1), directory.number(lengths, 0, 0));
        }
    }
}
