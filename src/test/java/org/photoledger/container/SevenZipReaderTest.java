package org.photoledger.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.container.Archives.ARABIC;
import static org.photoledger.container.Archives.SEVEN_ZIP;
import static org.photoledger.container.Archives.noise;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.junit.jupiter.api.Test;

/** 7z archives: made in code, and solid and encrypted ones that 7-Zip 26.02 made. */
class SevenZipReaderTest {

    /** All members in one block, and one that is empty. */
    private static final byte[] SOLID = bytes(
            "N3q8ryccAASPhzgGrQAAAAAAAAAiAAAAAAAAABjuLgTgADIAIV0AOZlIkbFplgfaH5YmJU2gg4wt5M59cPBDaYW+AnApdccAAAAAgTMHrg/QluR8nz9HQQQPcQ0AcFeOgMhp0/fFgk+3rbW1JofRVrZOgn6Z9WdJs+VdY+ify1aOIw/5E9sFK+FECVtLHpV3Ma/Mojj2Ds6JBRkUPB9YlkT1byOPwOY757lN+Cd0jNLQnxw6tEieqGjWiF7MlPyHPoxNXN4QO/WxNgAAABcGKQEJgIQABwsBAAEjAwEBBV0AEAAADIDSCgHJeYDVAAA=");

    private static final byte[] ENCRYPTED = bytes(
            "N3q8ryccAAQIMs3wyAAAAAAAAAAiAAAAAAAAAHQB+v2YuMXOFBHXW5GyG0ERWZOWDwDytRHxpymoV/+eZwGHPSw3wcdpM6762s0inO0PdNMAAIEzB64P0QDUPKCKabDjxAD69FhUvhsF4bIMDOK1nYpjl86yJOzu5k+CdR3ZxHW7p6jKqWwCbw6l0OxZUYtoD3GVx6tm74hh8XcmhRPb+TzmnYxwREkqRJRjM6pnNB7Epu7UUSrDw2h63r4jS59wNlBb0njeco9vE99cGncXrqesXVFbkqTnwTrkvMOXPTY2G4sNjwAAABcGMAEJgJgABwsBAAEjAwEBBV0AEAAADIDiCgHYnCHJAAA=");
    private static final byte[] ENCRYPTED_LZMA = bytes(
            "N3q8ryccAAT5W6Ym0wAAAAAAAAAiAAAAAAAAAJYzkq6pON0eX8KP/kmW4LiOjfH53ZSzwsGqJBQWcAzdH5UcM1u27+3ofryCTu8iWj065iAAAIEzB64P0QDUPKCKabDjxAD69FhUvewNICyo7UxYeZ1AhtcreVFN/ggSsxNwMPoz3RvfSh5a+maAWbrowqAF/GqwAx7pzydMZlHkhwzsnwgcHxEaWuVEAkeW8lJUqNoScd106VEJgIc9sH7APzM5RFmJU2yytCZMVQa5a8FcdZ9bgmiIa7lNvYG8Cxi6LSGeqpzSknPGRhhxUmnx0glrfAAAFwYwAQmAowAHCwEAASMDAQEFXQAQAAAMgPIKARej8BMAAA==");
    private static final byte[] ENCRYPTED_DIRECTORY = bytes(
            "N3q8ryccAAR5immc0AAAAAAAAAA+AAAAAAAAAO0D1BhLVfS06mx30JqjLbO4IOVgncagSe+ZKnz9dZTmf40r8zV43QbwsIh2rUm375bMTe3Qn8bBBLgVqK9t+/3yRoDiXMDxalWnBqFVvZn85yec1gEaUZDULrdnnduaeaJ15OeJptYqnApxJneylm4ybe9YZGWkhIdsgiyxV3SKqvxxdHWR4kx/m0xzcVce02klPzQv/0XStnLluxVdDA6X4KvgOR493eblSydzV15rMtCwly9GGkACni/W4HYdZtnRhpor90+pWrsZkzYhm2dVOoVuFwYwAQmAoAAHCwEAAiQG8QcBElMP1qSwEnXsa6arBqNGG+lVxyMDAQEFXQAQAAABAAyAmIDiCgEjcq4gAAA=");
    private static final byte[] PPMD = bytes(
            "N3q8ryccAATZYOXepgAAAAAAAAAiAAAAAAAAAJVCYCEAcvB+Z1OZCrS8cUdvBT8hscqKBtNaCNNzolMl1AAAAACBMweuD8/88GwP6+qeAQ7oxKpPrV5NdBnSJr6hy4uVnP842EOTmCYJUuO9mObYjGTdQyNhhc6kckB0qFFt31Eq0XvZ52TPy+o/fQA75vNq1nzPjcvf52OpImOK3HybmMpixgMM7eyrmR+pEUY2ISPjK31S+gZedkAJn2XddG1W98l/AAAAFwYfAQmAhwAHCwEAASMDAQEFXQAQAAAMgNIKARzag+sAAA==");

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static Map<String, byte[]> two() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(ARABIC, noise(3_000));
        members.put("../a.jpg", noise(2_000));
        return members;
    }

    private static void assertAllThere(Opened opened) {
        assertThat(opened.opening).isEqualTo(new Opening.Whole(4));
        assertThat(opened.names()).containsExactly("empty.txt", "2.txt", "3.txt", "صور/1.txt");
        assertThat(opened.texts()).containsExactly("", "second member", "third member", "first member, first member");
        assertThat(opened.ends()).containsOnly(new MemberEnd.Whole());
    }

    @Test
    void membersComeByteForByteInOrderWhateverTheMethod() throws IOException {
        for (SevenZMethod method : new SevenZMethod[] {SevenZMethod.COPY, SevenZMethod.LZMA2, SevenZMethod.DEFLATE}) {
            Opened opened = Opened.of(Archives.sevenZip(two(), method, null), SEVEN_ZIP);
            assertThat(opened.opening).isEqualTo(new Opening.Whole(2));
            assertThat(opened.names()).containsExactly(ARABIC, "../a.jpg");
            assertThat(opened.members).map(Opened.Came::content).containsExactlyElementsOf(two().values());
        }
    }

    @Test
    void membersOfOneBlockComeOneByOneAlsoWhenSomeAreNotWanted() throws IOException {
        assertAllThere(Opened.of(SOLID, SEVEN_ZIP));
        Opened some = Opened.of(SOLID, SEVEN_ZIP, member -> member.index() == 1 || member.index() == 3);
        assertThat(some.texts()).containsExactly("", "second member", "", "first member, first member");
    }

    @Test
    void encryptedMembersAreNamedAndReadWithThePassword() throws IOException {
        for (byte[] archive : new byte[][] {ENCRYPTED, ENCRYPTED_LZMA}) {
            Opened none = Opened.of(archive, SEVEN_ZIP);
            assertThat(none.names()).hasSize(4);
            assertThat(none.ends().subList(1, 4)).containsOnly(new MemberEnd.Encrypted());
            assertThat(Opened.of(archive, SEVEN_ZIP, "wrong").ends().subList(1, 4))
                    .containsOnly(new MemberEnd.Encrypted());
            assertAllThere(Opened.of(archive, SEVEN_ZIP, "wrong", "geheim"));
        }
    }

    @Test
    void anEncryptedDirectoryTellsNothingWithoutThePassword() throws IOException {
        assertThat(Opened.of(ENCRYPTED_DIRECTORY, SEVEN_ZIP).opening).isEqualTo(new Opening.Encrypted(0));
        assertThat(Opened.of(ENCRYPTED_DIRECTORY, SEVEN_ZIP, "wrong").opening).isEqualTo(new Opening.Encrypted(0));
        assertAllThere(Opened.of(ENCRYPTED_DIRECTORY, SEVEN_ZIP, "wrong", "geheim"));
    }

    @Test
    void aMethodThatIsNotReadIsNamedForEachMemberOfItsBlock() throws IOException {
        assertThat(Opened.of(PPMD, SEVEN_ZIP).ends().subList(1, 4))
                .containsOnly(new MemberEnd.Unsupported("a 7z method that is not read"));
    }

    @Test
    void aDictionaryBeyondTheLimitIsRefusedByName() throws IOException {
        byte[] archive = Archives.sevenZip(Map.of("a.jpg", noise(100)), SevenZMethod.LZMA2, null);
        // the property of LZMA2: 24 stands for 16 MiB, 28 for 64 MiB, 29 for 96 MiB
        int property = archive.length;
        for (int at = 32; at < archive.length - 3; at++) {
            property = archive[at] == 0x21 && archive[at + 1] == 0x21 && archive[at + 2] == 1 ? at + 3 : property;
        }
        archive[property] = 28;
        assertThat(Opened.of(checked(archive), SEVEN_ZIP).ends()).containsExactly(new MemberEnd.Whole());
        archive[property] = 29;
        assertThat(Opened.of(checked(archive), SEVEN_ZIP).ends())
                .containsExactly(new MemberEnd.Unsupported(Compression.TOO_LARGE));
    }

    /** With the checksums of its headers made right again. */
    private static byte[] checked(byte[] archive) {
        ByteBuffer bytes = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int header = 32 + (int) bytes.getLong(12);
        bytes.putInt(28, crc(bytes.array(), header, (int) bytes.getLong(20)));
        bytes.putInt(8, crc(bytes.array(), 12, 20));
        return bytes.array();
    }

    private static int crc(byte[] bytes, int at, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, at, length);
        return (int) crc.getValue();
    }

    @Test
    void anArchiveThatIsCutShortHasLostItsDirectory() throws IOException {
        Opened opened = Opened.of(Arrays.copyOf(SOLID, SOLID.length - 1), SEVEN_ZIP);
        assertThat(opened.opening).isInstanceOf(Opening.Damaged.class);
        assertThat(opened.members).isEmpty();
    }
}
