package org.photoledger.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.photoledger.container.Archives.noise;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.junit.jupiter.api.Test;

/** A sink that throws, in every format. */
class DeliveryTest {

    /** Throws at the first piece of content. */
    private static final class Stopping implements MemberSink {

        private final IOException stop = new IOException("enough");
        private int calls;

        @Override
        public boolean begin(Member member) {
            calls++;
            return true;
        }

        @Override
        public void content(byte[] bytes, int offset, int length) throws IOException {
            calls++;
            throw stop;
        }

        @Override
        public void end(MemberEnd end) {
            calls++;
        }
    }

    private static Map<String, byte[]> containers() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.jpg", noise(100));
        members.put("b.jpg", noise(100));
        Map<String, byte[]> containers = new LinkedHashMap<>();
        containers.put(Archives.ZIP, Archives.zip(members));
        containers.put(Archives.TAR, Archives.tar(members));
        containers.put(Archives.SEVEN_ZIP, Archives.sevenZip(members, SevenZMethod.LZMA2, null));
        containers.put("application/x-rar-compressed", RarBytes.archive("a.jpg", "b.jpg"));
        containers.put("message/rfc822", Mails.withPhotos(noise(100)));
        containers.put("application/mbox", Mails.mbox(Mails.withPhotos(noise(100))));
        return containers;
    }

    @Test
    void aSinkThatThrowsEndsTheOpeningAtOnceWithWhatItThrew() throws IOException {
        for (Map.Entry<String, byte[]> container : containers().entrySet()) {
            Stopping sink = new Stopping();
            assertThatThrownBy(() -> new ContainerReader()
                            .open(Opened.channel(container.getValue()), container.getKey(), List.of(), sink))
                    .as(container.getKey())
                    .isSameAs(sink.stop);
            assertThat(sink.calls).as(container.getKey()).isEqualTo(2);
        }
    }

    @Test
    void theSameBytesGiveTheSameWordsWhereverTheyAreCut() throws IOException {
        for (Map.Entry<String, byte[]> container : containers().entrySet()) {
            byte[] whole = container.getValue();
            for (int length = 0; length < whole.length; length += 7) {
                byte[] cut = Arrays.copyOf(whole, length);
                Opened first = Opened.of(cut, container.getKey());
                Opened second = Opened.of(cut, container.getKey());
                assertThat(first.opening).isEqualTo(second.opening);
                assertThat(first.ends()).isEqualTo(second.ends());
                assertThat(first.opening.members()).isEqualTo(first.members.size());
                assertThat(first.opening.toString()).doesNotContain("@").doesNotContain("/");
            }
        }
    }

    @Test
    void whatIsNoContainerIsNotOpened() {
        assertThat(ContainerReader.opens("image/jpeg")).isFalse();
        assertThatThrownBy(() -> Opened.of(new byte[10], "image/jpeg")).isInstanceOf(IllegalArgumentException.class);
    }
}
