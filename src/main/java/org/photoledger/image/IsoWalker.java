package org.photoledger.image;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock.Kind;

/** HEIC, HEIF, AVIF and CR3: size and turn of the primary item, Exif and XMP items, image-data digest of the primary item. */
final class IsoWalker {

    private static final Set<String> DECIDING =
            Set.of("ispe", "hvcC", "av1C", "avcC", "vvcC", "irot", "imir", "clap", "pixi");
    private static final String XMP_UUID =
            "\u00bez\u00cf\u00cb\u0097\u00a9B\u00e8\u009cq\u0099\u0094\u0091\u00e3\u00af\u00ac";

    private static final String PREVIEW_UUID = "\u00ea\u00f4+^\u001c\u0098K\u0088\u00b9\u00fb\u00b7\u00dc@nM\u0016";

    private final Span file;
    private final StructureDraft draft;

    IsoWalker(Span file, StructureDraft draft) {
        this.file = file;
        this.draft = draft;
    }

    void walk() throws CutShortException {
        for (IsoBox box : IsoBox.list(file, draft)) {
            switch (box.type()) {
                case "meta" -> meta(box.body());
                case "moov" -> new CanonMovie(file, draft).walk(box.body());
                case "uuid" -> extension(box);
                default -> {}
            }
        }
    }

    private void extension(IsoBox box) throws CutShortException {
        if (box.uuid().equals(XMP_UUID)) {
            draft.block(Kind.XMP, box.body());
        } else if (box.uuid().equals(PREVIEW_UUID) && box.body().length() > 8) {
            for (IsoBox preview : IsoBox.list(box.body().from(8), draft)) {
                if (preview.type().equals("PRVW")) {
                    draft.coding.preview(preview.body(), 16, preview.body().u32(12));
                }
            }
        }
    }

    private void meta(Span body) throws CutShortException {
        IsoItems tables = new IsoItems(file, draft);
        tables.read(body);
        for (IsoItems.Item item : tables.items().values()) {
            if (item.type.equals("Exif")) {
                exif(item);
            } else if (item.type.equals("mime") && item.contentType.startsWith("application/rdf+xml")) {
                block(Kind.XMP, item, 0);
            }
        }
        IsoItems.Item primary = tables.primary();
        if (primary == null) {
            draft.finding(FindingCode.STRUCTURE_DAMAGED, "no primary item");
            return;
        }
        properties(primary);
        pixels(primary);
        for (Long tile : primary.tiles) {
            pixels(tables.items().get(tile));
        }
        if (draft.digest.isBroken()) {
            draft.finding(FindingCode.STRUCTURE_DAMAGED, "extents of the primary item overlap");
        }
    }

    /** The item begins with 4 bytes: how many more come before the TIFF header. */
    private void exif(IsoItems.Item item) throws CutShortException {
        if (!item.extents.isEmpty()) {
            Span first = item.extents.get(0);
            long skip = first.has(0, 4) ? 4 + first.u32(0) : 0;
            if (skip >= item.length()) {
                draft.finding(FindingCode.STRUCTURE_DAMAGED, "Exif item: its header lies beyond its end");
                skip = Math.min(4, item.length());
            }
            block(Kind.EXIF, item, (int) skip);
        }
    }

    private void block(Kind kind, IsoItems.Item item, int skip) {
        if (item.extents.isEmpty()) {
            return;
        }
        int start = item.extents.get(0).start();
        if (item.length() - skip > draft.limits.blockBytes()) {
            draft.tooLarge(kind, start, item.length());
            return;
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int left = skip;
        for (Span extent : item.extents) {
            int dropped = Math.min(left, extent.length());
            joined.writeBytes(extent.clip(dropped, extent.length()).copy());
            left -= dropped;
        }
        draft.block(kind, (long) start + skip, joined.toByteArray());
    }

    private void properties(IsoItems.Item primary) throws CutShortException {
        Turn turn = Turn.UPRIGHT;
        for (IsoItems.Property property : primary.properties) {
            Span body = property.box().body();
            switch (property.box().type()) {
                case "ispe" -> draft.size(body.u32(4), body.u32(8));
                case "irot" -> turn = turn.counterClockwise(body.u8(0) & 3);
                case "imir" -> turn = (body.u8(0) & 1) == 0 ? turn.topToBottom() : turn.leftToRight();
                case "colr" -> {
                    if (body.starts("prof") || body.starts("rICC")) {
                        draft.block(Kind.ICC, body.from(4));
                    }
                }
                default -> {}
            }
        }
        draft.containerTurn(turn.orientation());
    }

    private void pixels(IsoItems.@Nullable Item item) {
        if (item == null || draft.digest.isBroken()) {
            return;
        }
        for (IsoItems.Property property : item.properties) {
            IsoBox box = property.box();
            if (DECIDING.contains(box.type())) {
                draft.digest.part(box.type(), box.body());
            }
        }
        draft.digest.part(item.type, item.length());
        item.extents.forEach(draft.digest::bytes);
        if (item.length() > 0) {
            draft.digest.pixelsSeen();
        }
    }
}
