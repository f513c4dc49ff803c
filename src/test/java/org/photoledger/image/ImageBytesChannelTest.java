package org.photoledger.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.junit.jupiter.api.Test;

class ImageBytesChannelTest {

    private static final ImageBytes BYTES = ImageBytes.of(new byte[] {10, 11, 12, 13, 14});

    @Test
    void itReadsFromAnyPositionToTheEnd() throws IOException {
        try (SeekableByteChannel channel = BYTES.channel()) {
            ByteBuffer target = ByteBuffer.allocate(3);
            assertThat(channel.position(3).read(target)).isEqualTo(2);
            assertThat(target.array()).containsExactly(13, 14, 0);
            assertThat(channel.read(target)).isEqualTo(-1);
            assertThat(channel.position(9).read(target)).isEqualTo(-1);
        }
    }

    @Test
    void channelsOfOneFileDoNotDisturbEachOther() throws IOException {
        try (SeekableByteChannel one = BYTES.channel();
                SeekableByteChannel other = BYTES.channel()) {
            one.position(4);
            assertThat(Channels.newInputStream(other).readAllBytes()).containsExactly(10, 11, 12, 13, 14);
        }
    }

    @Test
    void itIsReadOnlyAndClosedForGood() throws IOException {
        SeekableByteChannel channel = BYTES.channel();
        assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1))).isInstanceOf(NonWritableChannelException.class);
        assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
        channel.close();
        assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1))).isInstanceOf(ClosedChannelException.class);
    }
}
