package org.photoledger.testing.containers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.photoledger.container.RarBytes;
import org.photoledger.testing.Bytes;
import org.photoledger.testing.LockedArchives;

/** Names in old code pages, names that point elsewhere or are there twice, what is no file, what is locked or not read. */
final class OddArchives {

    private static final int DEEPEST = 5;
    private static final int RAR_ENCRYPTED = 4;

    private final List<Made> files = new ArrayList<>();

    private OddArchives() {}

    static List<Made> all() {
        OddArchives odd = new OddArchives();
        odd.codePages();
        odd.elsewhere();
        odd.twice();
        odd.special();
        odd.locked();
        odd.notRead();
        odd.files.add(deep());
        return odd.files;
    }

    /** The old names where the formats have room for any, in containers and for containers. */
    private void codePages() {
        Name german = Name.coded("Prüfung/Öl.jpg", "IBM437", "Pr\\x81fung/\\x99l.jpg");
        Name arabic = Name.coded("صورة.jpg", "windows-1256", "\\xd5\\xe6\\xd1\\xc9.jpg");
        Name folder = Name.coded("دمشق.zip", "windows-1256", "\\xcf\\xe3\\xd4\\xde.zip");
        long seed = 500;
        for (Kind kind : List.of(Kind.ZIP, Kind.TAR, Kind.RAR, Kind.TAR_GZ, Kind.EML)) {
            Made inner = Kind.ZIP.of(
                    folder, List.of(Made.photo(arabic, Photos.jpeg(seed++)), Made.photo(german, Photos.jpeg(seed++))));
            List<Made> members =
                    List.of(Made.photo(arabic, Photos.jpeg(seed++)), Made.photo(german, Photos.jpeg(seed++)), inner);
            files.add(kind.of(Name.of("names/old." + kind.ending()), members));
        }
        files.add(Kind.GZ.of(Name.of("names/old.gz"), List.of(Made.photo(arabic, Photos.jpeg(seed++)))));
        List<Made> marked = List.of(Made.photo("دمشق/صورة.jpg", Photos.jpeg(seed++)));
        files.add(Made.container(Name.of("names/utf-8.zip"), ZipBytes.marked(marked), marked));
        Name file = Name.coded("names/صور.zip", "windows-1256", "names/\\xd5\\xe6\\xd1.zip");
        files.add(Kind.ZIP.of(file, List.of(Made.photo("a.jpg", Photos.jpeg(seed)))));
    }

    private void elsewhere() {
        long seed = 600;
        for (Kind kind : List.of(Kind.ZIP, Kind.TAR, Kind.SEVEN_ZIP, Kind.RAR)) {
            files.add(kind.of(
                    "odd/elsewhere." + kind.ending(),
                    Made.photo("../../../etc/photo.jpg", Photos.jpeg(seed++)),
                    Made.photo("/tmp/photo.jpg", Photos.jpeg(seed++)),
                    Made.photo("C:\\Windows\\photo.jpg", Photos.jpeg(seed++)),
                    Made.photo("a.zip!/photo.jpg", Photos.jpeg(seed++))));
        }
    }

    /** Names twice with other content and with the same; a container twice. */
    private void twice() {
        List<Made> twice = List.of(
                Made.photo("a.jpg", Photos.jpeg(700)),
                Made.photo("a.jpg", Photos.jpeg(701)),
                Made.photo("a.jpg", Photos.jpeg(700)));
        for (Kind kind : List.of(Kind.ZIP, Kind.TAR, Kind.RAR, Kind.EML, Kind.MBOX, Kind.SEVEN_ZIP)) {
            files.add(kind.of(Name.of("odd/twice." + kind.ending()), twice));
        }
        Made zip = Kind.ZIP.of("in.zip", Made.photo("b.jpg", Photos.jpeg(702)));
        files.add(Kind.TAR.of("odd/containers-twice.tar", zip, zip));
    }

    private void special() {
        files.add(Kind.TAR.of(
                "odd/no-files.tar",
                Made.ignored("link.jpg", "SYMBOLIC_LINK"),
                Made.ignored("hard.jpg", "HARD_LINK"),
                Made.ignored("device", "DEVICE"),
                Made.ignored("fifo", "FIFO"),
                Made.empty("empty.jpg")));
        files.add(Kind.ZIP.of("odd/empty-file.zip", Made.empty("empty.jpg")));
        files.add(Made.container("odd/empty.zip", ZipBytes.stored(List.of())));
        files.add(Made.empty("odd/empty.tar"));
    }

    private void locked() {
        Made old = Made.container("locked/old.zip", LockedArchives.OLD_ZIP, Made.encrypted("a.txt"));
        files.add(old);
        files.add(Made.container(
                "locked/winzip.zip", LockedArchives.AES_ZIP, Made.encrypted("a.txt"), Made.encrypted("b.txt")));
        Made sevenZip = Made.container("locked/a.7z", LockedArchives.SEVEN_ZIP, Made.encrypted("صورة.gif"));
        files.add(sevenZip);
        byte[] rar = new Bytes()
                .add(RarBytes.MARKER)
                .add(RarBytes.main(0))
                .add(RarBytes.file(Name.of("صورة.jpg").bytes(), Photos.jpeg(720), RAR_ENCRYPTED))
                .add(RarBytes.end())
                .array();
        files.add(Made.container("locked/a.rar", rar, Made.encrypted("صورة.jpg")));
        files.add(Kind.TAR.of(
                "locked/nested.tar",
                Kind.ZIP.of("middle.zip", old.named(Name.of("old.zip")), sevenZip.named(Name.of("قفل.7z")))));
    }

    private void notRead() {
        Made five = Made.quarantined("five.rar", RarBytes.FIVE, "CONTAINER_UNSUPPORTED");
        files.add(five.named(Name.of("odd/five.rar")));
        files.add(Kind.TAR.of("odd/five.tar", Kind.ZIP.of("middle.zip", five)));
        byte[] zip = ZipBytes.stored(List.of(Made.photo("a.jpg", Photos.jpeg(710))));
        byte[] first = new Bytes()
                .text("PK\7\b")
                .add(Arrays.copyOf(zip, zip.length / 2))
                .array();
        files.add(Made.quarantined("odd/split.z01", first, "CONTAINER_UNSUPPORTED"));
        byte[] last = zip.clone();
        last[last.length - 18] = 1; // the number of this part
        files.add(Made.quarantined("odd/split.zip", last, "CONTAINER_UNSUPPORTED"));
    }

    /** The last is one too many. */
    private static Made deep() {
        byte[] inmost = ZipBytes.deflated(List.of(Made.note("note.txt")));
        Made deep = Made.quarantined("in.zip", inmost, "NESTED_TOO_DEEP");
        for (int depth = 1; depth < DEEPEST; depth++) {
            deep = Kind.ZIP.of("in.zip", deep);
        }
        return Kind.ZIP.of("odd/deep.zip", deep);
    }
}
