package org.photoledger.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.container.Archives.utf8;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.photoledger.testing.Bytes;

/** RAR archives written by hand. */
class RarReaderTest {

    private static final String RAR = "application/x-rar-compressed";

    @Test
    void membersComeByteForByteInOrder() throws IOException {
        Opened opened = Opened.of(RarBytes.archive("b.jpg", "dir\\a.jpg", "b.jpg"), RAR);
        assertThat(opened.opening).isEqualTo(new Opening.Whole(3));
        assertThat(opened.names()).containsExactly("b.jpg", "dir\\a.jpg", "b.jpg");
        assertThat(opened.texts()).isEqualTo(opened.names());
        assertThat(opened.ends()).containsOnly(new MemberEnd.Whole());
        assertThat(opened.members)
                .allSatisfy(came -> assertThat(came.member().modified()).isNull());
    }

    @Test
    void namesComeAsTheirBytes() throws IOException {
        byte[] name = "صورة.jpg".getBytes("windows-1256");
        byte[] rar = new Bytes()
                .add(RarBytes.MARKER)
                .add(RarBytes.main(0))
                .add(RarBytes.file(name, utf8("test"), 0))
                .add(RarBytes.end())
                .array();
        assertThat(Opened.of(rar, RAR).members.get(0).member().name()).isEqualTo(name);
    }

    @Test
    void aMemberWhoseBytesWereChangedIsDamaged() throws IOException {
        byte[] rar = RarBytes.archive("a.jpg", "b.jpg");
        rar[rar.length - 8] ^= 1;
        assertThat(Opened.of(rar, RAR).ends().get(0)).isEqualTo(new MemberEnd.Whole());
        assertThat(Opened.of(rar, RAR).ends().get(1)).isInstanceOf(MemberEnd.Damaged.class);
    }

    @Test
    void anArchiveThatIsCutShortGivesWhatStandsBeforeTheDamage() throws IOException {
        byte[] rar = RarBytes.archive("a.jpg", "b.jpg");
        Opened opened = Opened.of(Arrays.copyOf(rar, rar.length - 9), RAR);
        assertThat(opened.opening).isEqualTo(new Opening.Damaged(2, "cut short"));
        assertThat(opened.texts().get(0)).isEqualTo("a.jpg");
        assertThat(opened.ends().get(1)).isInstanceOf(MemberEnd.Damaged.class);
    }

    @Test
    void encryptionAndPartsAreNamed() throws IOException {
        byte[] member = new Bytes()
                .add(RarBytes.MARKER)
                .add(RarBytes.main(0))
                .add(RarBytes.file(utf8("a.jpg"), utf8("test"), 4))
                .add(RarBytes.end())
                .array();
        assertThat(Opened.of(member, RAR).ends()).containsExactly(new MemberEnd.Encrypted());
        byte[] headers = new Bytes()
                .add(RarBytes.MARKER)
                .add(RarBytes.main(0x80))
                .add(new byte[40])
                .array();
        assertThat(Opened.of(headers, RAR).opening).isEqualTo(new Opening.Encrypted(0));
        byte[] part = new Bytes()
                .add(RarBytes.MARKER)
                .add(RarBytes.main(1))
                .add(RarBytes.file(utf8("a.jpg"), utf8("test"), 2))
                .add(RarBytes.end())
                .array();
        Opened opened = Opened.of(part, RAR);
        assertThat(opened.opening).isEqualTo(new Opening.Unsupported(1, "a part of a split RAR"));
        assertThat(opened.ends()).containsExactly(new MemberEnd.Unsupported("goes on in another part of a split RAR"));
    }

    @Test
    void rar5IsNamed() throws IOException {
        assertThat(Opened.of(RarBytes.FIVE, RAR).opening).isEqualTo(new Opening.Unsupported(0, "RAR 5"));
    }
}
