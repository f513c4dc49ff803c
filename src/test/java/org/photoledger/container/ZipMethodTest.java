package org.photoledger.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.container.Archives.ZIP;
import static org.photoledger.container.Archives.noise;
import static org.photoledger.container.Archives.utf8;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Zips whose members are packed by methods other than Deflate: each is read, or a true reason says why not. */
class ZipMethodTest {

    private static Stream<PackedMember> everyMethod() throws IOException {
        byte[] content = Arrays.copyOf(noise(40_000), 60_000);
        return Stream.of(
                PackedMember.shrunk(utf8("shrunk by PKZIP 1")),
                PackedMember.imploded(utf8("imploded by PKZIP 1")),
                PackedMember.deflate64(content),
                PackedMember.deflate64Run('a', 60_000),
                PackedMember.bzip2(content),
                PackedMember.lzma(content, 1 << 20),
                PackedMember.zstd(content),
                PackedMember.zstd(content).method(20),
                PackedMember.xz(content));
    }

    private static byte[] withoutDirectory(byte[] zip, PackedMember member) {
        return Arrays.copyOf(zip, 30 + "a".length() + member.packed().length);
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void aMemberComesByteForByte(PackedMember member) throws IOException {
        Opened opened = Opened.of(member.zip(), ZIP);
        assertThat(opened.ends()).containsExactly(new MemberEnd.Whole());
        assertThat(opened.members.get(0).content()).isEqualTo(member.content());
        assertThat(opened.opening).isEqualTo(new Opening.Whole(1));
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void aMemberWithAnotherChecksumIsDamaged(PackedMember member) throws IOException {
        assertThat(Opened.of(member.crc(7).zip(), ZIP).ends())
                .containsExactly(new MemberEnd.Damaged("checksum differs"));
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void aMemberThatIsCutIsDamagedAndTheNextIsRead(PackedMember member) throws IOException {
        int half = member.packed().length / 2;
        Opened opened = Opened.of(member.packed(half).zip(), ZIP);
        assertThat(opened.ends()).hasOnlyElementsOfType(MemberEnd.Damaged.class).hasSize(1);
        assertThat(opened.opening).isEqualTo(new Opening.Whole(1));
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void aZipWithoutItsDirectoryGivesItToo(PackedMember member) throws IOException {
        Opened opened = Opened.of(withoutDirectory(member.zip(), member), ZIP);
        if (member.method() == 14 || member.method() == 95) {
            assertThat(opened.ends())
                    .containsExactly(
                            new MemberEnd.Unsupported("zip method " + member.method() + " without a directory"));
        } else {
            assertThat(opened.ends()).containsExactly(new MemberEnd.Whole());
            assertThat(opened.members.get(0).content()).isEqualTo(member.content());
        }
        assertThat(opened.opening).isEqualTo(new Opening.Damaged(1, "the directory at its end is missing"));
    }

    @Test
    void whatWantsTooMuchMemoryIsNamed() throws IOException {
        assertThat(Opened.of(PackedMember.lzma(noise(10), 96 << 20).zip(), ZIP).ends())
                .containsExactly(new MemberEnd.Unsupported(Compression.TOO_LARGE));
        assertThat(Opened.of(PackedMember.zstdOfOneSegment((8 << 20) + 1).zip(), ZIP)
                        .ends())
                .containsExactly(new MemberEnd.Unsupported("a zstd window of more than 8 MiB"));
    }

    @Test
    void whatNobodyUnpacksIsNamed() throws IOException {
        for (int method : new int[] {2, 10, 96, 97, 98}) {
            PackedMember member = PackedMember.xz(noise(10)).method(method);
            assertThat(Opened.of(member.zip(), ZIP).ends())
                    .containsExactly(new MemberEnd.Unsupported("zip method " + method));
        }
    }

    @Test
    void aStoredMemberThatIsCutShortSaysSo() throws IOException {
        PackedMember member = new PackedMember(0, noise(5_000), noise(5_000), -1);
        Opened opened = Opened.of(Arrays.copyOf(member.zip(), 3_000), ZIP);
        assertThat(opened.ends()).containsExactly(new MemberEnd.Damaged("cut short"));
        assertThat(opened.members.get(0).content()).isEqualTo(Arrays.copyOf(noise(5_000), 3_000 - 31));
    }
}
