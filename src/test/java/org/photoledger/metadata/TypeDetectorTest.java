package org.photoledger.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photoledger.image.ImageBytes;
import org.photoledger.testing.RawFiles;

/** Every format of photos is told by its content, and is a photo. */
class TypeDetectorTest {

    private static final TypeDetector TYPES = new TypeDetector();

    /** Bytes as text: a zero is a dot, two hexadecimal digits after a percent sign a byte. */
    private static ImageBytes bytes(String text) {
        StringBuilder latin = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '%') {
                latin.append((char) Integer.parseInt(text.substring(at + 1, at + 3), 16));
                at += 2;
            } else {
                latin.append(c == '.' ? '\0' : c);
            }
        }
        return ImageBytes.of((latin + "\0\0\0\0\1\2\3\4\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "%ff%d8%ff%e0.%10JFIF., image/jpeg",
        "%89PNG%0d%0a%1a%0a...%0dIHDR, image/png",
        "RIFF..%01.WEBPVP8L, image/webp",
        "GIF89a, image/gif",
        "II*.%08..., image/tiff",
        "MM.*...%08, image/tiff",
        "II+.%08......., image/tiff",
        "MM.+.%08......., image/tiff",
        "...%18ftypheic....mif1heic, image/heic",
        "...%18ftypheix....mif1heix, image/heic",
        "...%18ftypmif1....mif1heic, image/heif",
        "...%18ftypavif....mif1avif, image/avif",
        "...%18ftypavis....mif1avif, image/avif",
        "...%18ftypmif1....mif1avif, image/avif",
        "...%18ftypcrx ...%01crx isom, image/x-canon-cr3",
        "%ff%0a%41%02, image/jxl",
        "...%0cJXL %0d%0a%87%0a...%14ftypjxl ....jxl , image/jxl",
        "II*.%10...CR%02., image/x-canon-cr2",
        "II%1a...HEAPCCDR, image/x-raw-canon",
        "FUJIFILMCCD-RAW 0201, image/x-raw-fuji",
        "IIRO%08..., image/x-raw-olympus",
        "IIRS%08..., image/x-raw-olympus",
        "MMOR...%08, image/x-raw-olympus",
        "IIU.%18..., image/x-raw-panasonic",
        "FOVb, image/x-raw-sigma",
        ".MRM, image/x-raw-minolta"
    })
    void eachIsToldByItsFirstBytes(String first, String type) {
        assertThat(TYPES.detect(bytes(first))).isEqualTo(type);
        assertThat(TYPES.isPhoto(type)).isTrue();
    }

    @Test
    void rawsThatAreTiffsToTheirFirstBytesAreTiffs() {
        for (byte[] file : new byte[][] {RawFiles.dng(60, 40, 1, new byte[9]), RawFiles.nef(60, 40, new byte[9])}) {
            assertThat(TYPES.detect(ImageBytes.of(file))).isEqualTo("image/tiff");
        }
    }

    @Test
    void aFilmIsNoPhoto() {
        String type = TYPES.detect(bytes("...%18ftypqt  ....qt  qt  "));
        assertThat(TYPES.isPhoto(type)).isFalse();
    }
}
