package org.photoledger.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.FindingCode;

/** Tables of a meta box: items, their places, properties and references. Source: ISO/IEC 14496-12 section 8.11, 23008-12. */
final class IsoItems {

    /** Most entries of all tables of a file together: the largest grids of tiles have some thousands. */
    private static final int MAX_ENTRIES = 200_000;

    private final Span file;
    private final StructureDraft draft;
    private final List<IsoBox> properties = new ArrayList<>();
    private final Map<Long, Item> items = new LinkedHashMap<>();
    private Span idat;
    private int entries;
    private long primary = -1;

    /** A property of an item, and the number in the file that makes it so. */
    record Property(IsoBox box, Span association) {}

    /** What is known of one item. */
    static final class Item {
        String type = "";
        String contentType = "";
        final List<Property> properties = new ArrayList<>();
        /** Place of the last byte of the flags in its entry, 0 where it has none. */
        int flagsAt;

        final List<Span> extents = new ArrayList<>();
        final List<Long> tiles = new ArrayList<>();

        long length() {
            return extents.stream().mapToLong(Span::length).sum();
        }
    }

    IsoItems(Span file, StructureDraft draft) {
        this.file = file;
        this.draft = draft;
        this.idat = file.clip(0, 0);
    }

    Map<Long, Item> items() {
        return items;
    }

    @Nullable
    Item primary() {
        return items.get(primary);
    }

    void read(Span meta) throws CutShortException {
        List<IsoBox> boxes = IsoBox.list(meta.from(4), draft);
        for (IsoBox box : boxes) {
            if (box.type().equals("idat")) {
                idat = box.body();
            }
        }
        for (IsoBox box : boxes) {
            try {
                table(box);
            } catch (CutShortException e) {
                draft.finding(FindingCode.STRUCTURE_DAMAGED, "box " + box.type() + ": " + e.what());
            }
        }
    }

    private void table(IsoBox box) throws CutShortException {
        Span body = box.body();
        switch (box.type()) {
            case "pitm" -> primary = body.u8(0) == 0 ? body.u16(4) : body.u32(4);
            case "iinf" -> {
                for (IsoBox entry : IsoBox.list(body.from(body.u8(0) == 0 ? 6 : 8), draft)) {
                    name(entry.body());
                }
            }
            case "iloc" -> places(body);
            case "iref" -> references(body);
            case "iprp" -> properties(body);
            default -> {}
        }
    }

    private Item item(long id) throws CutShortException {
        count();
        return items.computeIfAbsent(id, key -> new Item());
    }

    private void count() throws CutShortException {
        if (++entries > MAX_ENTRIES) {
            throw new CutShortException("more than " + MAX_ENTRIES + " entries");
        }
    }

    private void name(Span entry) throws CutShortException {
        int version = entry.u8(0);
        if (version < 2) {
            return;
        }
        int at = version == 2 ? 6 : 8;
        Item item = item(version == 2 ? entry.u16(4) : entry.u32(4));
        item.flagsAt = entry.start() + 3;
        item.type = entry.latin(at + 2, 4);
        if (item.type.equals("mime")) {
            int name = at + 6;
            while (entry.u8(name) != 0) {
                name++;
            }
            Span rest = entry.clip(name + 1L, 64);
            item.contentType = rest.latin(0, rest.length());
        }
    }

    private void places(Span box) throws CutShortException {
        int version = box.u8(0);
        int offsetWidth = box.u8(4) >> 4;
        int lengthWidth = box.u8(4) & 15;
        int baseWidth = box.u8(5) >> 4;
        int indexWidth = version == 0 ? 0 : box.u8(5) & 15;
        int idWidth = version < 2 ? 2 : 4;
        long count = box.number(6, idWidth);
        long at = 6L + idWidth;
        for (long i = 0; i < count; i++) {
            Item item = item(box.number(at, idWidth));
            at += idWidth;
            int method = version == 0 ? 0 : box.u16(at) & 15;
            at += version == 0 ? 2 : 4;
            long base = box.number(at, baseWidth);
            at += baseWidth;
            int extents = box.u16(at);
            at += 2;
            for (int k = 0; k < extents; k++) {
                count();
                at += indexWidth;
                long offset = box.number(at, offsetWidth);
                long length = box.number(at + offsetWidth, lengthWidth);
                at += offsetWidth + lengthWidth;
                extent(item, method, base + offset, length);
            }
        }
    }

    private void extent(Item item, int method, long offset, long length) {
        if (method > 1) {
            return;
        }
        Span from = method == 1 ? idat : file;
        // a length of 0 means all that there is
        Span extent = from.clip(offset < 0 ? Long.MAX_VALUE : offset, length == 0 ? Integer.MAX_VALUE : length);
        if (extent.length() < length) {
            draft.finding(
                    FindingCode.TRUNCATED,
                    "item data at offset " + offset + " has " + length + " bytes, " + extent.length() + " are there");
        }
        item.extents.add(extent);
    }

    private void references(Span box) throws CutShortException {
        int width = box.u8(0) == 0 ? 2 : 4;
        for (IsoBox reference : IsoBox.list(box.from(4), draft)) {
            Span body = reference.body();
            if (reference.type().equals("dimg")) {
                Item item = item(body.number(0, width));
                int count = body.u16(width);
                for (int i = 0; i < count; i++) {
                    count();
                    item.tiles.add(body.number(width + 2L + (long) i * width, width));
                }
            }
        }
    }

    private void properties(Span box) throws CutShortException {
        List<IsoBox> boxes = IsoBox.list(box, draft);
        for (IsoBox child : boxes) {
            if (child.type().equals("ipco")) {
                properties.addAll(IsoBox.list(child.body(), draft));
            }
        }
        for (IsoBox child : boxes) {
            if (child.type().equals("ipma")) {
                associations(child.body());
            }
        }
    }

    private void associations(Span box) throws CutShortException {
        int idWidth = box.u8(0) == 0 ? 2 : 4;
        int width = (box.u8(3) & 1) == 0 ? 1 : 2;
        long count = box.u32(4);
        long at = 8;
        for (long i = 0; i < count; i++) {
            Item item = item(box.number(at, idWidth));
            int associated = box.u8(at + idWidth);
            at += idWidth + 1;
            for (int k = 0; k < associated; k++, at += width) {
                count();
                // the highest bit says that a reader must understand the property
                long index = box.number(at, width) & (width == 1 ? 0x7f : 0x7fff);
                if (index >= 1 && index <= properties.size()) {
                    item.properties.add(new Property(properties.get((int) index - 1), box.part(at, width)));
                }
            }
        }
    }
}
