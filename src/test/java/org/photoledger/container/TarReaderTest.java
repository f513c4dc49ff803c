package org.photoledger.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.container.Archives.ARABIC;
import static org.photoledger.container.Archives.TAR;
import static org.photoledger.container.Archives.noise;
import static org.photoledger.container.Archives.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.photoledger.container.Member.Kind;
import org.photoledger.testing.Bytes;

/** Tars made in code, by Commons Compress and by hand. */
class TarReaderTest {

    private static final String LONG = "folder/".repeat(40) + "photo.jpg";

    private static Map<String, byte[]> three() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("../../b.jpg", noise(3_000));
        members.put(ARABIC, utf8("text"));
        members.put("/" + LONG, noise(512));
        return members;
    }

    private static byte[] tar(String encoding, int longNames, TarArchiveEntry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, encoding)) {
            tar.setLongFileMode(longNames);
            for (TarArchiveEntry entry : entries) {
                Archives.put(tar, entry, entry.getName().endsWith(".jpg") ? utf8("test") : new byte[0]);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void membersComeByteForByteInOrderUnderTheirNames() throws IOException {
        Opened opened = Opened.of(Archives.tar(three()), TAR);
        assertThat(opened.opening).isEqualTo(new Opening.Whole(3));
        assertThat(opened.names()).containsExactlyElementsOf(three().keySet());
        assertThat(opened.members).map(Opened.Came::content).containsExactlyElementsOf(three().values());
        assertThat(opened.ends()).containsOnly(new MemberEnd.Whole());
    }

    @Test
    void namesComeAsTheirBytesInBothWaysOfLongNames() throws IOException {
        String name = "صورة".repeat(40) + ".jpg";
        byte[] stored = name.getBytes("windows-1256");
        byte[] tar = tar("windows-1256", TarArchiveOutputStream.LONGFILE_GNU, new TarArchiveEntry(name));
        assertThat(Opened.of(tar, TAR).members.get(0).member().name()).isEqualTo(stored);
        byte[] pax = tar("UTF-8", TarArchiveOutputStream.LONGFILE_POSIX, new TarArchiveEntry(name));
        assertThat(Opened.of(pax, TAR).names()).containsExactly(name);
    }

    @Test
    void whatIsNoFileIsNamedAsWhatItIs() throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        TarArchiveEntry hard = new TarArchiveEntry("hard", TarConstants.LF_LINK);
        hard.setLinkName("a.jpg");
        byte[] tar = tar(
                "UTF-8",
                TarArchiveOutputStream.LONGFILE_ERROR,
                new TarArchiveEntry("dir/"),
                link,
                hard,
                new TarArchiveEntry("device", TarConstants.LF_BLK),
                new TarArchiveEntry("fifo", TarConstants.LF_FIFO));
        Opened opened = Opened.of(tar, TAR);
        assertThat(opened.names()).containsExactly("link", "hard", "device", "fifo");
        assertThat(opened.members)
                .map(came -> came.member().kind())
                .containsExactly(Kind.SYMBOLIC_LINK, Kind.HARD_LINK, Kind.DEVICE, Kind.FIFO);
    }

    @Test
    void timesAreInUtc() throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry("a.jpg");
        entry.setModTime(1_377_052_200_000L);
        byte[] tar = tar("UTF-8", TarArchiveOutputStream.LONGFILE_ERROR, entry);
        assertThat(Opened.of(tar, TAR).members.get(0).member().modified())
                .isEqualTo(Instant.parse("2013-08-21T02:30:00Z"));
    }

    @Test
    void aMemberThatIsNotWantedIsSkipped() throws IOException {
        Opened opened = Opened.of(Archives.tar(three()), TAR, member -> member.index() == 1);
        assertThat(opened.texts()).containsExactly("", "text", "");
        assertThat(opened.opening).isEqualTo(new Opening.Whole(3));
    }

    @Test
    void aTarThatIsCutShortGivesWhatStandsBeforeTheDamage() throws IOException {
        byte[] cut = Arrays.copyOf(Archives.tar(three()), 512 + 1_000);
        Opened opened = Opened.of(cut, TAR);
        assertThat(opened.opening).isEqualTo(new Opening.Damaged(1, "cut short"));
        assertThat(opened.members.get(0).content()).isEqualTo(Arrays.copyOf(noise(3_000), 1_000));
        assertThat(opened.members.get(0).end()).isEqualTo(new MemberEnd.Damaged("cut short"));
        Opened skipped = Opened.of(cut, TAR, member -> false);
        assertThat(skipped.opening).isEqualTo(new Opening.Damaged(1, "cut short"));
    }

    @Test
    void aTarBehindTheEndOfATarIsReadToo() throws IOException {
        byte[] first = Archives.tar(Map.of("a.jpg", noise(10)));
        byte[] second = Archives.tar(Map.of("b.jpg", noise(20)));
        Opened opened = Opened.of(new Bytes().add(first).add(second).array(), TAR);
        assertThat(opened.opening).isEqualTo(new Opening.Whole(2));
        assertThat(opened.names()).containsExactly("a.jpg", "b.jpg");
        Opened noise = Opened.of(new Bytes().add(first).add(noise(600)).array(), TAR);
        assertThat(noise.opening).isEqualTo(new Opening.Damaged(1, "bytes behind the end mark that are no member"));
    }

    @Test
    void aFileWithHolesIsFilledWithZeros() throws IOException {
        byte[] packed = Arrays.copyOf(utf8("3\n0\n4\n1024\n4\n2000\n0\n"), 512 + 8);
        System.arraycopy(utf8("headtail"), 0, packed, 512, 8);
        String attributes = """
                22 GNU.sparse.major=1
                22 GNU.sparse.minor=0
                29 GNU.sparse.name=holes.jpg
                28 GNU.sparse.realsize=2000
                """;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            byte type = TarConstants.LF_PAX_EXTENDED_HEADER_LC;
            Archives.put(tar, new TarArchiveEntry("attributes", type), utf8(attributes));
            Archives.put(tar, new TarArchiveEntry("GNUSparseFile.0/holes.jpg"), packed);
        }
        Opened opened = Opened.of(bytes.toByteArray(), TAR);
        byte[] whole = new byte[2_000];
        System.arraycopy(utf8("head"), 0, whole, 0, 4);
        System.arraycopy(utf8("tail"), 0, whole, 1_024, 4);
        assertThat(opened.names()).isEqualTo(List.of("holes.jpg"));
        assertThat(opened.members.get(0).content()).isEqualTo(whole);
        assertThat(opened.members.get(0).member().size()).isEqualTo(2_000);
    }
}
