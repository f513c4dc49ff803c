package org.photoledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.Test;
import org.photoledger.image.ImageBytes;
import org.photoledger.testing.Archives;
import org.photoledger.testing.OldTar;

/** Containers are told by their bytes, whatever they are named and whatever stands first in them. */
class FileTypesTest {

    private static String type(byte[] file) {
        return new FileTypes().of(ImageBytes.of(file));
    }

    /** A zip whose first member says what it is, stored, as electronic books and OpenDocument files have it. */
    private static byte[] zipThatSays(String mediaType) {
        return Archives.storedZip(Map.of("mimetype", mediaType.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void whateverAZipSaysThatItIsItIsOpened() {
        int named = 0;
        for (MediaType says :
                MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry().getTypes()) {
            String type = type(zipThatSays(says.toString()));
            assertThat(WorkerPool.opens(type))
                    .as(says + " is taken for " + type)
                    .isTrue();
            named += type.equals("application/zip") ? 0 : 1;
        }
        assertThat(named).isGreaterThan(20);
        assertThat(type(zipThatSays("application/epub+zip"))).isEqualTo("application/epub+zip");
    }

    @Test
    void aZipThatWasToBeSplitIsAZip() {
        byte[] zip = zipThatSays("any/thing");
        byte[] marked = new byte[zip.length + 4];
        System.arraycopy(new byte[] {'P', 'K', '0', '0'}, 0, marked, 0, 4);
        System.arraycopy(zip, 0, marked, 4, zip.length);
        assertThat(type(marked)).isEqualTo("application/zip");
    }

    @Test
    void aTarIsToldByTheChecksumOfItsFirstHeader() {
        byte[] old = OldTar.of(Map.of("photo.jpg", new byte[700]));
        assertThat(type(old)).isEqualTo("application/x-tar");
        old[2]++;
        assertThat(type(old)).isEqualTo("application/octet-stream");
        assertThat(type(Arrays.copyOf(OldTar.of(Map.of()), 512))).isEqualTo("application/octet-stream");
        assertThat(type(Archives.tar(Map.of("photo.jpg", new byte[700])))).isEqualTo("application/x-tar");
    }

    @Test
    void aTarWithAMailInItIsATarAndAMailIsAMail() {
        byte[] mail = """
                From: a@example.org
                To: b@example.org
                Subject: list
                MIME-Version: 1.0
                Message-ID: <1@example.org>

                text
                """.getBytes(StandardCharsets.US_ASCII);
        assertThat(type(mail)).isEqualTo("message/rfc822");
        assertThat(type(OldTar.of(Map.of("mail.eml", mail)))).isEqualTo("application/x-tar");
        assertThat(type(Archives.tar(Map.of("mail.eml", mail)))).isEqualTo("application/x-tar");
    }

    /** As the icon of COMPRESS-644: a signed sum of 0, where a tar would have its checksum in digits. */
    @Test
    void anIconWhoseBytesAddUpToNothingIsNoTar() {
        byte[] icon = new byte[1024];
        icon[2] = 1;
        icon[4] = 1;
        icon[6] = 16;
        // the field of the checksum counts as eight spaces: 1 + 1 + 16 + 256 less 274 is 0
        icon[300] = -128;
        icon[301] = -128;
        icon[302] = -18;
        assertThat(type(icon)).isEqualTo("image/vnd.microsoft.icon");
    }
}
