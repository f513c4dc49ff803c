package org.photoledger.testing.containers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.photoledger.container.Mails;

/**
 * Archives that end in the middle of their second photo: what stands before is examined, and that photo as far as it goes.
 * Members lie in them as they are, so that it is known how far that is.
 */
final class CutArchives {

    private static final Made FIRST = Made.photo("أول.jpg", Photos.jpeg(800));
    private static final Made SECOND = Made.photo("ثان.jpg", Photos.jpeg(801));
    private static final List<Made> BOTH = List.of(FIRST, SECOND);

    /** Ten lines of Base64, with which 76 characters and their line's end stand for 57 bytes. */
    private static final int PART = 10 * 57;

    private static final int PART_AS_TEXT = 10 * 78;

    private static final Made CUT = Made.photo(SECOND.name(), Arrays.copyOf(SECOND.bytes(), PART));

    private CutArchives() {}

    static List<Made> all() {
        List<Made> files = new ArrayList<>();
        byte[] photo = SECOND.bytes();
        Made zip = cut("zip", ZipBytes.stored(BOTH), photo, PART);
        files.add(zip);
        files.add(cut("tar", Packed.tar(BOTH), photo, PART));
        files.add(cut("rar", Kind.RAR.bytes(BOTH), photo, PART));
        byte[] text = Mails.base64(photo).getBytes(StandardCharsets.US_ASCII);
        files.add(cut("eml", MailBytes.message(BOTH), text, PART_AS_TEXT));
        files.add(cut("mbox", MailBytes.mailbox(BOTH), text, PART_AS_TEXT));
        byte[] gzip = Packed.gzipStored(SECOND);
        files.add(Made.container("cut/a.gz", Arrays.copyOf(gzip, indexOf(gzip, photo) + PART), CUT));
        byte[] sevenZip = Packed.sevenZip(BOTH);
        files.add(Made.quarantined("cut/a.7z", Arrays.copyOf(sevenZip, sevenZip.length / 2), "NOTHING_READABLE"));
        files.add(changed());
        files.add(Kind.SEVEN_ZIP.of("cut/nested.7z", Kind.TAR_XZ.of("middle.tar.xz", zip.named(Name.of("مقطوع.zip")))));
        return files;
    }

    private static Made cut(String ending, byte[] archive, byte[] second, int length) {
        return Made.container("cut/a." + ending, Arrays.copyOf(archive, indexOf(archive, second) + length), FIRST, CUT);
    }

    /** A byte of a photo is another than its checksum says. */
    private static Made changed() {
        byte[] photo = SECOND.bytes().clone();
        byte[] zip = ZipBytes.stored(BOTH);
        int at = photo.length - 20;
        zip[indexOf(zip, photo) + at] ^= 1;
        photo[at] ^= 1;
        return Made.container("cut/changed.zip", zip, FIRST, Made.photo(SECOND.name(), photo));
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
            at++;
        }
        return at;
    }
}
