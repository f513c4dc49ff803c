package org.photoledger.image;

/**
 * The preview that an ORF names in its maker note, directory CameraSettings, tags PreviewImageStart and PreviewImageLength.
 * Source: ExifTool's Olympus.pm.
 */
final class OlympusPreview {

    private static final int MAKER_NOTE = 37500;
    private static final int CAMERA_SETTINGS = 0x2020;
    private static final int START = 0x101;
    private static final int LENGTH = 0x102;

    private OlympusPreview() {}

    static void find(Span file, TiffDirectory exif, CodingDraft coding) throws CutShortException {
        TiffDirectory.Entry entry = exif.entries().get(MAKER_NOTE);
        if (entry == null || !file.has(entry.at(), 16)) {
            return;
        }
        // offsets count from the note's start; in the oldest form from the file's
        Span note = file.from(entry.at());
        if (note.starts("OLYMPUS\0")) {
            inside(note.littleEndian(note.holds(8, "II")), 12, coding);
        } else if (note.starts("OM SYSTEM\0")) {
            inside(note.littleEndian(note.holds(12, "II")), 16, coding);
        } else if (note.starts("OLYMP\0")) {
            inside(file, entry.at() + 8, coding);
        }
    }

    private static void inside(Span base, long directory, CodingDraft coding) throws CutShortException {
        TiffDirectory note = TiffDirectory.read(base, directory, false);
        TiffDirectory.Entry settings = note.entries().get(CAMERA_SETTINGS);
        if (settings != null) {
            // a pointer, or a block of bytes that is the directory itself
            long at = settings.whole() ? note.number(CAMERA_SETTINGS, 0, 0) : settings.at();
            TiffDirectory named = TiffDirectory.read(base, at, false);
            coding.preview(base, named.number(START, 0, -1), named.number(LENGTH, 0, 0));
        }
    }
}
