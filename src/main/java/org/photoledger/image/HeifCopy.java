package org.photoledger.image;

import java.util.Arrays;

/**
 * A copy of a HEIF for a converter that is to decode its primary picture alone, and as coded: every other item is marked as
 * hidden (ISO/IEC 23008-12 6.4.2), and turns are taken off the primary one (property index 0, 14496-12 8.11.14), since
 * converters differ in what they do about either.
 *
 * @param limitedRange whether its colour box says that brightness goes from 16 to 235
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record HeifCopy(byte[] bytes, boolean limitedRange) {

    static HeifCopy of(ImageBytes file, ImageLimits limits) {
        Span span = Span.of(file);
        StructureDraft draft = new StructureDraft(limits, file.length());
        IsoItems items = new IsoItems(span, draft);
        try {
            for (IsoBox box : IsoBox.list(span, draft)) {
                if (box.type().equals("meta")) {
                    items.read(box.body());
                }
            }
            return of(file, items);
        } catch (CutShortException e) {
            // the walker has told it; the converter is the judge of the rest
            return new HeifCopy(file.copy(0, file.length()), false);
        }
    }

    private static HeifCopy of(ImageBytes file, IsoItems items) throws CutShortException {
        byte[] bytes = file.copy(0, file.length());
        IsoItems.Item primary = items.primary();
        for (IsoItems.Item item : items.items().values()) {
            if (item != primary && item.flagsAt > 0) {
                bytes[item.flagsAt] |= 1;
            }
        }
        boolean limited = false;
        if (primary != null) {
            for (IsoItems.Property property : primary.properties) {
                limited |= limited(property.box());
                if (property.box().type().equals("irot")
                        || property.box().type().equals("imir")) {
                    Span association = property.association();
                    Arrays.fill(bytes, association.start(), association.start() + association.length(), (byte) 0);
                }
            }
        }
        return new HeifCopy(bytes, limited);
    }

    private static boolean limited(IsoBox box) throws CutShortException {
        return box.type().equals("colr")
                && box.body().starts("nclx")
                && box.body().has(10, 1)
                && (box.body().u8(10) & 0x80) == 0;
    }
}
