package org.photoledger.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.container.Archives.ZIP;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.photoledger.testing.LockedArchives;

/** Encrypted zips that other programs made: Info-ZIP's zip 3.0 the old encryption, zip4j 2.11.6 that of WinZip. */
class ZipPasswordsTest {

    private static final String TEXT = "not a photo, only some text, only some text\n";

    private static final byte[] OLD = LockedArchives.OLD_ZIP;
    private static final byte[] AES = LockedArchives.AES_ZIP;

    @Test
    void withoutThePasswordAMemberIsNamedAndEncrypted() throws IOException {
        for (byte[] zip : new byte[][] {OLD, AES}) {
            Opened none = Opened.of(zip, ZIP);
            assertThat(none.names()).startsWith("a.txt");
            assertThat(none.ends()).containsOnly(new MemberEnd.Encrypted());
            Opened wrong = Opened.of(zip, ZIP, "wrong", "Geheim");
            assertThat(wrong.ends()).containsOnly(new MemberEnd.Encrypted());
            assertThat(wrong.texts()).containsOnly("");
        }
    }

    @Test
    void oneOfThePasswordsOpensIt() throws IOException {
        Opened old = Opened.of(OLD, ZIP, "wrong", "geheim");
        assertThat(old.texts()).containsExactly(TEXT);
        assertThat(old.ends()).containsOnly(new MemberEnd.Whole());
        Opened aes = Opened.of(AES, ZIP, "wrong", "geheim");
        assertThat(aes.names()).containsExactly("a.txt", "b.txt");
        assertThat(aes.texts()).containsExactly(TEXT, TEXT);
        assertThat(aes.ends()).containsOnly(new MemberEnd.Whole());
    }

    @Test
    void noWrongPasswordIsTakenForRight() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            assertThat(Opened.of(OLD, ZIP, "wrong" + i).ends()).containsOnly(new MemberEnd.Encrypted());
        }
    }

    @Test
    void encryptedBytesThatWereChangedAreDamage() throws IOException {
        byte[] changed = AES.clone();
        changed[80] ^= 1;
        assertThat(Opened.of(changed, ZIP, "geheim").ends().get(0)).isInstanceOf(MemberEnd.Damaged.class);
    }

    @Test
    void wrongPasswordsAreToldByTheFirstBytesAndDoNotReadAStoredMemberWhole() throws IOException {
        for (boolean streamed : new boolean[] {false, true}) {
            byte[] zip = LockedZip.stored("photo.jpg", Archives.noise(500_000), "right", streamed);
            List<String> passwords = new ArrayList<>();
            for (int at = 0; at < 20; at++) {
                passwords.add("wrong" + at);
            }
            passwords.add("right");
            CountedChannel channel = new CountedChannel(Opened.channel(zip));
            Opened opened = new Opened(member -> true);
            opened.opening = new ContainerReader().open(channel, ZIP, passwords, opened);
            assertThat(opened.ends()).containsExactly(new MemberEnd.Whole());
            assertThat(opened.members.get(0).content()).isEqualTo(Archives.noise(500_000));
            // the right one is tried on the whole, then read
            assertThat(channel.read).isLessThan(3L * zip.length);
        }
    }

    /** Counts the bytes that are read. */
    private static final class CountedChannel implements SeekableByteChannel {

        private final SeekableByteChannel bytes;
        private long read;

        private CountedChannel(SeekableByteChannel bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int count = bytes.read(target);
            read += Math.max(0, count);
            return count;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() throws IOException {
            return bytes.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            bytes.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return bytes.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return bytes.isOpen();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
