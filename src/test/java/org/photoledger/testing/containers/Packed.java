package org.photoledger.testing.containers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.photoledger.testing.Bytes;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Archives and compressed files by the libraries that write them, without a time of their own. */
final class Packed {

    private static final int ZSTD_BLOCK = 128 << 10;

    private Packed() {}

    /** Around what is written. */
    @FunctionalInterface
    private interface Wrapper {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Wrapper wrapper) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = wrapper.around(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(Made file) {
        return gzip(file, Deflater.DEFAULT_COMPRESSION);
    }

    /** With the file as it is in it. */
    static byte[] gzipStored(Made file) {
        return gzip(file, Deflater.NO_COMPRESSION);
    }

    private static byte[] gzip(Made file, int level) {
        GzipParameters parameters = new GzipParameters();
        parameters.setFileName(file.name().latin());
        parameters.setCompressionLevel(level);
        return packed(file.bytes(), out -> new GzipCompressorOutputStream(out, parameters));
    }

    static byte[] bzip2(byte[] content) {
        return packed(content, BZip2CompressorOutputStream::new);
    }

    static byte[] xz(byte[] content) {
        return packed(content, out -> new XZOutputStream(out, new LZMA2Options(1)));
    }

    /** One frame of one block that is not packed (RFC 8878): no writer in pure Java. */
    static byte[] zstd(byte[] content) {
        if (content.length > ZSTD_BLOCK) {
            throw new IllegalArgumentException("more than a block");
        }
        int block = content.length << 3 | 1;
        return new Bytes()
                .add(0x28, 0xb5, 0x2f, 0xfd, 0xa0)
                .little32(content.length)
                .add(block, block >> 8, block >> 16)
                .add(content)
                .array();
    }

    /** A member without content of its own is one of the kind that its reason names. */
    static byte[] tar(List<Made> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "ISO-8859-1")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Made member : members) {
                TarArchiveEntry entry = entry(member);
                entry.setModTime(0);
                entry.setSize(member.bytes().length);
                tar.putArchiveEntry(entry);
                tar.write(member.bytes());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static TarArchiveEntry entry(Made member) {
        String reason = member.content() == null ? String.valueOf(member.reason()) : "";
        byte type = (byte)
                switch (reason) {
                    case "HARD_LINK" -> '1';
                    case "SYMBOLIC_LINK" -> '2';
                    case "DEVICE" -> '4';
                    case "FIFO" -> '6';
                    default -> '0';
                };
        TarArchiveEntry entry = new TarArchiveEntry(member.name().latin(), type, true);
        entry.setLinkName(type == '1' || type == '2' ? "/etc/passwd" : "");
        return entry;
    }

    static byte[] sevenZip(List<Made> members) {
        try (SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel()) {
            try (SevenZOutputFile archive = new SevenZOutputFile(bytes)) {
                for (Made member : members) {
                    SevenZArchiveEntry entry = new SevenZArchiveEntry();
                    entry.setName(member.name().text());
                    archive.putArchiveEntry(entry);
                    archive.write(member.bytes());
                    archive.closeArchiveEntry();
                }
            }
            return Arrays.copyOf(bytes.array(), (int) bytes.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
