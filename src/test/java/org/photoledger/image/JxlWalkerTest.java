package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.photoledger.testing.Bytes;

/** JPEG XL is recorded with size, turn, metadata and digest, though no decoder of ours reads it. */
class JxlWalkerTest {

    private static ImageStructure walk(byte[] file) {
        return new ContainerWalker(ImageLimits.defaults()).walk(ImageBytes.of(file));
    }

    private static Decoding decode(byte[] file, String type) {
        return new ImageDecoder(ImageLimits.defaults()).decode(ImageBytes.of(file), walk(file), type);
    }

    @Test
    void sizeAndTurnStandInTheCodestream() {
        byte[] smallest = Bytes.of(0xff, 0x0a, 0x41, 0x02);
        ImageStructure bare = walk(smallest);
        assertThat(bare.format()).isEqualTo(ImageFormat.JXL);
        assertThat(bare.size()).isEqualTo(new PixelSize(8, 8));
        assertThat(bare.containerTurn()).isEqualTo(1);
        assertThat(decode(smallest, "image/jxl").status()).isEqualTo(Decoding.Status.UNSUPPORTED);
        // 0 | 9 bits of 129 | ratio 0 | 9 bits of 199 | not plain | extra fields | turn 6 - 1
        ImageStructure turned = walk(new Bytes()
                .add(0xff, 0x0a)
                .add(bits("0 00 100000010 000 00 111000110 0 1 101"))
                .array());
        assertThat(turned.size()).isEqualTo(new PixelSize(200, 130));
        assertThat(turned.containerTurn()).isEqualTo(6);
    }

    /** Numbers with their lowest bit first, as they lie in the file. */
    private static byte[] bits(String text) {
        String bits = text.replace(" ", "");
        byte[] bytes = new byte[bits.length() / 8 + 1];
        for (int at = 0; at < bits.length(); at++) {
            bytes[at / 8] |= (byte) ((bits.charAt(at) - '0') << (at % 8));
        }
        return bytes;
    }

    @Test
    void inBoxesItHasMetadataAndTheDigestOfItsCodestream() {
        byte[] codestream = Bytes.of(0xff, 0x0a, 0x41, 0x02);
        byte[] exif = new Bytes().u32(0).text("II*\0").little32(8).array();
        byte[] file = new Bytes()
                .box("JXL ", Bytes.of(0x0d, 0x0a, 0x87, 0x0a))
                .box("ftyp", new Bytes().text("jxl \0\0\0\0jxl ").array())
                .box("Exif", exif)
                .box("xml ", new Bytes().text("<x/>").array())
                .box(
                        "jxlp",
                        new Bytes().u32(0).add(Arrays.copyOf(codestream, 3)).array())
                .box("jxlp", new Bytes().u32(0x80000001L).add(codestream[3]).array())
                .array();
        ImageStructure boxed = walk(file);
        assertThat(boxed.blocks())
                .extracting(MetadataBlock::kind)
                .containsExactly(MetadataBlock.Kind.EXIF, MetadataBlock.Kind.XMP);
        assertThat(boxed.imageDataDigest())
                .isNotNull()
                .isEqualTo(walk(codestream).imageDataDigest());
    }
}
