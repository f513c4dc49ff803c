package org.photoledger.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.photoledger.container.Member.Kind;

/** Reads a compressed file: a tar is opened in one go, anything else is a container of one member. */
final class CompressedReader {

    private final Compression compression;
    private final SeekableByteChannel bytes;
    private final Delivery delivery;

    CompressedReader(Compression compression, SeekableByteChannel bytes, Delivery delivery) {
        this.compression = compression;
        this.bytes = bytes;
        this.delivery = delivery;
    }

    Opening read() throws IOException {
        try (InputStream content = unpacked()) {
            byte[] head = head(content);
            if (!TarHeader.stands(head)) {
                return one();
            }
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), content);
            return new TarReader(all, delivery).read();
        }
    }

    private InputStream unpacked() throws IOException {
        return compression.unpack(ChannelStream.at(bytes, 0));
    }

    /** The first block, or what there is of it. */
    private static byte[] head(InputStream content) throws IOException {
        byte[] head = new byte[TarHeader.BLOCK];
        int length = 0;
        try {
            for (int count = 0; count >= 0 && length < head.length; length += Math.max(0, count)) {
                count = content.read(head, length, head.length - length);
            }
        } catch (ContentException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // it is read again, and then what came before is handed over
            return new byte[0];
        }
        return Arrays.copyOf(head, length);
    }

    private Opening one() throws IOException {
        GzipName name = compression == Compression.GZIP ? GzipName.of(ChannelStream.at(bytes, 0)) : GzipName.NONE;
        Member member = new Member(0, name.bytes(), -1, name.modified(), Kind.FILE, null);
        MemberEnd end = delivery.hand(member, out -> {
            try (InputStream content = unpacked()) {
                Content.copy(content, out);
            }
        });
        return end instanceof MemberEnd.Damaged damage
                ? new Opening.Damaged(delivery.members(), damage.detail())
                : new Opening.Whole(delivery.members());
    }
}
