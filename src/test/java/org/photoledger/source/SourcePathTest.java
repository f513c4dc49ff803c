package org.photoledger.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A path as text is the path: whatever its bytes. */
class SourcePathTest {

    @Test
    void textOfAnyBytesGivesThePathBack() {
        byte[][] pieces = {
            "\\".getBytes(StandardCharsets.US_ASCII),
            "x".getBytes(StandardCharsets.US_ASCII),
            "5c".getBytes(StandardCharsets.US_ASCII),
            "/".getBytes(StandardCharsets.US_ASCII),
            "صورة".getBytes(StandardCharsets.UTF_8),
            {(byte) 0xff},
            {(byte) 0xe9},
            {(byte) 0xf0, (byte) 0x9f},
            {10}
        };
        Random random = new Random(2013);
        for (int round = 0; round < 5_000; round++) {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            for (int piece = random.nextInt(8); piece > 0; piece--) {
                bytes.writeBytes(pieces[random.nextInt(pieces.length)]);
            }
            SourcePath path = SourcePath.ofBytes(bytes.toByteArray());
            assertThat(SourcePath.ofText(path.text())).isEqualTo(path);
        }
    }
}
