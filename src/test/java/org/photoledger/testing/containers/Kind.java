package org.photoledger.testing.containers;

import java.util.List;
import org.photoledger.container.RarBytes;
import org.photoledger.testing.Bytes;

/** The kinds of container that are written here member by member. */
enum Kind {
    ZIP("zip", ZipBytes::deflated),
    GZ("gz", members -> Packed.gzip(members.get(0))),
    SEVEN_ZIP("7z", Packed::sevenZip),
    TAR("tar", Packed::tar),
    BZ2("bz2", members -> Packed.bzip2(members.get(0).bytes())),
    RAR("rar", Kind::rar),
    XZ("xz", members -> Packed.xz(members.get(0).bytes())),
    EML("eml", MailBytes::message),
    ZST("zst", members -> Packed.zstd(members.get(0).bytes())),
    MBOX("mbox", MailBytes::mailbox),
    TAR_GZ("tar.gz", members -> Packed.gzip(Made.container("a.tar", Packed.tar(members)))),
    TAR_BZ2("tar.bz2", members -> Packed.bzip2(Packed.tar(members))),
    TAR_XZ("tar.xz", members -> Packed.xz(Packed.tar(members))),
    TAR_ZST("tar.zst", members -> Packed.zstd(Packed.tar(members)));

    /** Writes members. */
    @FunctionalInterface
    private interface Writer {
        byte[] written(List<Made> members);
    }

    private final String ending;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Writer writer;

    Kind(String ending, Writer writer) {
        this.ending = ending;
        this.writer = writer;
    }

    String ending() {
        return ending;
    }

    /** A compressed file of one file. */
    boolean single() {
        return this == GZ || this == BZ2 || this == XZ || this == ZST;
    }

    /** Names of members are bytes in no encoding; those of 7z are UTF-16. */
    boolean namesAreBytes() {
        return this != SEVEN_ZIP;
    }

    byte[] bytes(List<Made> members) {
        return writer.written(members);
    }

    /** A container of members; of a single one the first alone, which has no name in most of these formats. */
    Made of(Name name, List<Made> members) {
        Made first = members.get(0);
        List<Made> seen = single() ? List.of(this == GZ ? first : first.named(Name.NONE)) : members;
        return Made.container(name, bytes(members), seen);
    }

    Made of(String name, Made... members) {
        return of(Name.of(name), List.of(members));
    }

    private static byte[] rar(List<Made> members) {
        Bytes archive = new Bytes().add(RarBytes.MARKER).add(RarBytes.main(0));
        for (Made member : members) {
            archive.add(RarBytes.file(member.name().bytes(), member.bytes(), 0));
        }
        return archive.add(RarBytes.end()).array();
    }
}
