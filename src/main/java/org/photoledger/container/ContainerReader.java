package org.photoledger.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** Opens a container and hands its members to a sink, one after another, in the container's own order. */
public final class ContainerReader {

    private static final int BUFFER = 64 * 1024;

    /** Whether a media type, as Tika names it, is a container that is opened. */
    public static boolean opens(String mediaType) {
        return ContainerFormat.of(mediaType).isPresent();
    }

    /**
     * Reads through a container once.
     *
     * @param bytes the whole container; each read may be slow
     * @param passwords tried in this order; may be empty
     * @throws IOException what the sink or the channel throws
     * @throws IllegalArgumentException if {@link #opens} says no
     */
    public Opening open(SeekableByteChannel bytes, String mediaType, List<String> passwords, MemberSink sink)
            throws IOException {
        ContainerFormat format = ContainerFormat.of(mediaType)
                .orElseThrow(() -> new IllegalArgumentException(mediaType + " is no container"));
        Delivery delivery = new Delivery(sink);
        SeekableByteChannel guarded = delivery.guarded(bytes);
        return delivery.open(() -> read(format, guarded, passwords, delivery));
    }

    private static Opening read(
            ContainerFormat format, SeekableByteChannel bytes, List<String> passwords, Delivery delivery)
            throws IOException {
        return switch (format) {
            case ZIP -> new ZipReader(bytes, passwords, delivery).read();
            case TAR -> new TarReader(stream(bytes), delivery).read();
            case GZIP -> new CompressedReader(Compression.GZIP, bytes, delivery).read();
            case BZIP2 -> new CompressedReader(Compression.BZIP2, bytes, delivery).read();
            case XZ -> new CompressedReader(Compression.XZ, bytes, delivery).read();
            case ZSTD -> new CompressedReader(Compression.ZSTD, bytes, delivery).read();
            case SEVEN_ZIP -> new SevenZipReader(bytes, passwords, delivery).read();
            case RAR -> new RarReader(bytes, passwords, delivery).read();
            case MAIL -> new MailReader(delivery).read(stream(bytes));
            case MBOX -> new MboxReader(stream(bytes), delivery).read();
        };
    }

    private static BufferedInputStream stream(SeekableByteChannel bytes) {
        return new BufferedInputStream(ChannelStream.at(bytes, 0), BUFFER);
    }
}
