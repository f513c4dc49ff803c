package org.photoledger.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.FindingCode;
import org.photoledger.image.MetadataBlock.Kind;

/**
 * Directories of a TIFF, BigTIFF or a raw format built on it. The size is that of the largest picture among the first page and
 * its sub-directories that is not marked as reduced. Source: TIFF 6.0; BigTIFF; DNG 1.7; Exif 2.32.
 */
final class TiffWalker {

    private static final int PANASONIC = 0x55;

    private final Span file;
    private final StructureDraft draft;
    private final Set<Long> visited = new HashSet<>();
    private final List<TiffDirectory> pages = new ArrayList<>();
    private final List<TiffDirectory> subs = new ArrayList<>();

    TiffWalker(Span file, StructureDraft draft) {
        this.file = file.littleEndian(file.starts("II"));
        this.draft = draft;
    }

    void walk() throws CutShortException {
        exifBlock();
        boolean big = file.u16(2) == 43;
        long offset = big ? file.u64(8) : file.u32(4);
        while (offset != 0) {
            TiffDirectory page = read(offset, big);
            if (page == null) {
                break;
            }
            pages.add(page);
            offset = page.next();
        }
        for (TiffDirectory page : pages) {
            subDirectories(page, big);
        }
        for (TiffDirectory page : pages) {
            metadata(page);
        }
        RawTiff raw = new RawTiff(file, draft.coding);
        boolean isRaw = raw.is(pages, subs);
        if (isRaw) {
            draft.coding.raw();
            previews(raw);
        }
        primary();
        pixels(isRaw);
    }

    private void previews(RawTiff raw) throws CutShortException {
        raw.previews(pages);
        raw.previews(subs);
        TiffDirectory exif = pages.isEmpty() ? null : exif(pages.get(0));
        if (exif != null) {
            OlympusPreview.find(file, exif, draft.coding);
        }
    }

    private @Nullable TiffDirectory exif(TiffDirectory first) throws CutShortException {
        long offset = first.number(34665, 0, 0);
        return offset > 0 && offset < file.length() ? TiffDirectory.read(file, offset, false) : null;
    }

    /** The whole file, or its head where it is larger than a block may be: cameras write directories before the pixels. */
    private void exifBlock() {
        draft.block(Kind.EXIF, file.clip(0, draft.limits.blockBytes()));
    }

    private @Nullable TiffDirectory read(long offset, boolean big) {
        if (!visited.add(offset)) {
            draft.finding(FindingCode.IFD_LOOP, "directory at offset " + offset + " is referred to twice");
            return null;
        }
        if (visited.size() > draft.limits.directories()) {
            draft.finding(FindingCode.BLOCK_LIMIT, "more than " + draft.limits.directories() + " directories");
            return null;
        }
        try {
            TiffDirectory directory = TiffDirectory.read(file, offset, big);
            if (directory.cut()) {
                draft.finding(FindingCode.TRUNCATED, "directory at offset " + offset + " is cut");
            }
            if (offset + directory.entries().size() * 12L > draft.limits.blockBytes()) {
                draft.finding(
                        FindingCode.BLOCK_TOO_LARGE,
                        "directory at offset " + offset + " lies beyond the first " + draft.limits.blockBytes()
                                + " bytes, which are all that is read as metadata");
            }
            return directory;
        } catch (CutShortException e) {
            draft.finding(FindingCode.TRUNCATED, "directory at offset " + offset + ": " + e.what());
            return null;
        }
    }

    private void subDirectories(TiffDirectory page, boolean big) throws CutShortException {
        Deque<TiffDirectory> open = new ArrayDeque<>(List.of(page));
        while (!open.isEmpty()) {
            TiffDirectory parent = open.remove();
            int count = Math.min(parent.count(330), draft.limits.directories());
            for (int i = 0; i < count; i++) {
                TiffDirectory sub = read(parent.number(330, i, 0), big);
                if (sub != null) {
                    subs.add(sub);
                    open.add(sub);
                }
            }
        }
    }

    private void metadata(TiffDirectory page) throws CutShortException {
        block(page, 700, Kind.XMP);
        block(page, 33723, Kind.IPTC);
        block(page, 34377, Kind.PHOTOSHOP);
        block(page, 34675, Kind.ICC);
    }

    private void block(TiffDirectory page, int tag, Kind kind) throws CutShortException {
        Span bytes = page.bytes(tag);
        if (bytes != null) {
            draft.block(kind, bytes);
        } else if (page.has(tag)) {
            draft.finding(FindingCode.TRUNCATED, kind + " block (tag " + tag + ") lies beyond the end of the file");
        }
    }

    private void primary() throws CutShortException {
        if (pages.isEmpty()) {
            return;
        }
        TiffDirectory first = pages.get(0);
        if (file.u16(2) == PANASONIC) {
            draft.size(first.number(7, 0, 0) - first.number(5, 0, 0), first.number(6, 0, 0) - first.number(4, 0, 0));
            return;
        }
        if (file.holds(8, "CR")) {
            canonSize(first);
            return;
        }
        if (file.holds(8, "IIII")) {
            // Phase One keeps the size in its maker note; the directory holds a placeholder of 1 x 1
            return;
        }
        List<TiffDirectory> candidates = new ArrayList<>(List.of(first));
        candidates.addAll(subs);
        TiffDirectory best = largest(candidates, false);
        best = best == null ? largest(pages, false) : best;
        best = best == null ? largest(candidates, true) : best;
        if (best == null) {
            draft.finding(FindingCode.STRUCTURE_DAMAGED, "no directory has the size of a picture");
        } else {
            draft.size(best.width(), best.height());
            draft.coding.page(pages.indexOf(best));
            draft.coding.pixelBytes(best.number(277, 0, 1) * best.number(258, 0, 8) / 8);
            draft.coding.holds(held(best));
            draft.coding.rowsWhole(rowsWhole(best));
        }
    }

    private static boolean rowsWhole(TiffDirectory picture) throws CutShortException {
        long rowBytes = (picture.width() * picture.number(277, 0, 1) * picture.number(258, 0, 1) + 7) / 8;
        long there = 0;
        for (int strip = 0; strip < picture.count(279); strip++) {
            there += picture.number(279, strip, 0);
        }
        return picture.number(259, 0, 1) == 1 && there >= rowBytes * picture.height();
    }

    /** Strips are decoded row by row, tiles and JPEG strips whole. */
    private static long held(TiffDirectory picture) throws CutShortException {
        long compression = picture.number(259, 0, 1);
        boolean jpeg = compression == 6 || compression == 7;
        long tile = picture.number(322, 0, 0) * picture.number(323, 0, 0);
        long strip = jpeg ? picture.width() * Math.min(picture.height(), picture.number(278, 0, picture.height())) : 0;
        long sample = Math.max(1, picture.number(258, 0, 8) / 8);
        return Math.max(tile, strip) * picture.number(277, 0, 1) * sample;
    }

    /** A CR2's pages are previews and a raw frame with margins; the picture's size stands in its Exif directory. */
    private void canonSize(TiffDirectory first) throws CutShortException {
        TiffDirectory exif = exif(first);
        TiffDirectory holder = exif != null && exif.has(40962) ? exif : null;
        if (holder == null) {
            draft.size(first.width(), first.height());
        } else {
            draft.size(holder.number(40962, 0, 0), holder.number(40963, 0, 0));
        }
    }

    private static @Nullable TiffDirectory largest(List<TiffDirectory> from, boolean reduced) throws CutShortException {
        TiffDirectory best = null;
        long most = 0;
        for (TiffDirectory directory : from) {
            long area = directory.width() * directory.height();
            if (directory.reduced() == reduced && area > most) {
                best = directory;
                most = area;
            }
        }
        return best;
    }

    private void pixels(boolean raw) throws CutShortException {
        int count = 0;
        TiffPixels digest = new TiffPixels(draft);
        for (TiffDirectory page : pages) {
            if (page.hasPixels() && !page.reduced()) {
                count++;
                digest.add(page);
            }
        }
        for (TiffDirectory sub : subs) {
            if (sub.hasPixels() && !sub.reduced()) {
                digest.add(sub);
            }
        }
        // the pages of a raw are previews of one picture
        draft.frames(raw ? 1 : count, "pages");
    }
}
