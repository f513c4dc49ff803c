package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import org.photoledger.container.Member.Kind;

/**
 * Reads a tar (POSIX.1-2001 pax, ustar, GNU tar) from its beginning to the end of the stream, what stands behind its
 * end mark included. An own reader, because names have to come as they are stored.
 */
final class TarReader {

    private static final int BLOCK = TarHeader.BLOCK;

    /** Of attributes, of a long name. */
    private static final long ATTRIBUTE_BYTES_MOST = 1 << 20;

    /** Of blocks behind the end mark: what fills up a tape. */
    private static final long ZEROS_MOST = (64L << 20) / BLOCK;

    private final InputStream in;
    private final Delivery delivery;
    private final TarAttributes global = new TarAttributes();
    private TarAttributes own = new TarAttributes();

    TarReader(InputStream in, Delivery delivery) {
        this.in = in;
        this.delivery = delivery;
    }

    Opening read() throws IOException {
        long zeros = 0;
        byte[] block = in.readNBytes(BLOCK);
        for (; block.length == BLOCK; block = in.readNBytes(BLOCK)) {
            if (TarHeader.isZero(block)) {
                if (++zeros > ZEROS_MOST) {
                    throw ContentException.damaged("more than 64 MiB of zeros behind the end mark");
                }
            } else if (TarHeader.stands(block)) {
                zeros = 0;
                take(new TarHeader(block));
            } else {
                throw ContentException.damaged(
                        zeros > 0 ? "bytes behind the end mark that are no member" : "a header is not readable");
            }
        }
        if (zeros == 0) {
            throw ContentException.damaged("cut short");
        }
        return new Opening.Whole(delivery.members());
    }

    private void take(TarHeader header) throws IOException {
        switch (header.type()) {
            case 'x', 'X' -> own.read(small(header));
            case 'g' -> global.read(small(header));
            case 'L' -> own.name(TarHeader.untilZero(small(header)));
            // the target of a link, the name of a tape: neither is a member
            case 'K', 'V' -> small(header);
            default -> {
                member(header);
                own = new TarAttributes(global);
            }
        }
    }

    private byte[] small(TarHeader header) throws IOException {
        long size = header.size();
        if (size < 0 || size > ATTRIBUTE_BYTES_MOST) {
            throw ContentException.damaged("attributes of more than 1 MiB");
        }
        Portion content = new Portion(in, size);
        byte[] bytes = content.readAllBytes();
        padding(size);
        return bytes;
    }

    private void member(TarHeader header) throws IOException {
        long size = header.hasContent() ? own.sizeOr(header.size()) : 0;
        if (size < 0) {
            throw ContentException.damaged("a size is not readable");
        }
        SparseMap old = header.type() == 'S' ? SparseMap.ofHeader(header, in) : null;
        Portion packed = new Portion(in, size);
        byte[] name = own.nameOr(header.name());
        if (!header.directory(name)) {
            boolean sparse = old != null || own.sparse();
            long declared = sparse ? (old == null ? own.realSize() : old.realSize()) : size;
            Content content = sparse
                    ? out -> new SparseContent(packed, old == null ? SparseMap.of(own, packed) : old).writeTo(out)
                    : out -> Content.copy(packed, out);
            hand(header, name, declared, content);
        }
        packed.finish();
        padding(size);
    }

    private void hand(TarHeader header, byte[] name, long size, Content content) throws IOException {
        Member member = new Member(
                delivery.members(), name, size, own.modifiedOr(header.modified()), kind(header.type()), null);
        if (delivery.hand(member, content) instanceof MemberEnd.Damaged damage) {
            throw new ContentException(damage);
        }
    }

    private void padding(long size) throws IOException {
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    }

    private static Kind kind(char type) {
        return switch (type) {
            case '0', '\0', '7', 'S' -> Kind.FILE;
            case '1' -> Kind.HARD_LINK;
            case '2' -> Kind.SYMBOLIC_LINK;
            case '3', '4' -> Kind.DEVICE;
            case '6' -> Kind.FIFO;
            default -> Kind.OTHER;
        };
    }
}
