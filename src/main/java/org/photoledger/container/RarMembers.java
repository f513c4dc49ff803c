package org.photoledger.container;

import com.github.junrar.rarfile.FileHeader;
import com.github.junrar.rarfile.HostSystem;
import java.nio.charset.StandardCharsets;
import org.photoledger.container.Member.Kind;

/** What a RAR archive states of its members. Its times are local and without a zone. */
final class RarMembers {

    private static final int UNIX_TYPE = 0xf000;

    private RarMembers() {}

    static Member member(int index, FileHeader header) {
        return new Member(index, name(header), header.getFullUnpackSize(), null, kind(header), null);
    }

    /** The stored bytes; a name that RAR packs in a way of its own behind them is handed over as UTF-8. */
    private static byte[] name(FileHeader header) {
        byte[] stored = header.getFileNameByteArray();
        byte[] plain = TarHeader.untilZero(stored);
        boolean packed = header.isUnicode() && plain.length < stored.length;
        return packed ? header.getFileName().getBytes(StandardCharsets.UTF_8) : plain;
    }

    private static Kind kind(FileHeader header) {
        boolean unix = header.getHostOS() == HostSystem.unix;
        return unix && (header.getFileAttr() & UNIX_TYPE) == 0xa000 ? Kind.SYMBOLIC_LINK : Kind.FILE;
    }
}
