package org.photoledger.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The content of one member of a zip: decrypted, unpacked and compared with its size and checksum. */
record ZipContent(ZipFile zip, ZipArchiveEntry entry, ZipPasswords passwords) implements Content {

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (entry.getGeneralPurposeBit().usesStrongEncryption()) {
            throw ContentException.unsupported("strong encryption of PKWARE");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            passwords.write(this, out);
        } else if (ZipMethod.beforeDeflate(entry.getMethod())) {
            write(zip.getInputStream(entry), entry.getCrc(), out);
        } else {
            write(raw(), entry.getMethod(), entry.getCrc(), out);
        }
    }

    /** As it stands in the zip; to be called as often as needed. */
    InputStream raw() throws IOException {
        InputStream raw = zip.getRawInputStream(entry);
        if (raw == null) {
            throw ContentException.damaged("its place is not known");
        }
        return new Portion(raw, entry.getCompressedSize());
    }

    void write(InputStream packed, int method, long crc, OutputStream out) throws IOException {
        write(ZipMethod.unpack(method, packed, entry.getSize()), crc, out);
    }

    private void write(InputStream unpacked, long crc, OutputStream out) throws IOException {
        Checked checked = new Checked(out, entry.getSize(), crc);
        try (unpacked) {
            Content.copy(unpacked, checked);
        }
        checked.verify();
    }
}
