package org.photoledger.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.container.Archives.ARABIC;
import static org.photoledger.container.Archives.ZIP;
import static org.photoledger.container.Archives.noise;
import static org.photoledger.container.Archives.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.photoledger.container.Member.Kind;

/** Zips made in code: what is handed over, what is damaged, what is refused. */
class ZipReaderTest {

    private static Map<String, byte[]> three() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("b.jpg", noise(3_000));
        members.put(ARABIC, utf8("الصورة ".repeat(500)));
        members.put("a.jpg", noise(5_000));
        return members;
    }

    private static byte[] stored(String encoding, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setEncoding(encoding);
            zip.setUseLanguageEncodingFlag(false);
            zip.setMethod(ZipEntry.STORED);
            for (String name : names) {
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                entry.setSize(4);
                entry.setCrc(0xd87f7e0cL);
                zip.putArchiveEntry(entry);
                zip.write(utf8("test"));
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void membersComeByteForByteInTheOrderOfTheDirectory() throws IOException {
        Opened opened = Opened.of(Archives.zip(three()), ZIP);
        assertThat(opened.opening).isEqualTo(new Opening.Whole(3));
        assertThat(opened.names()).containsExactly("b.jpg", ARABIC, "a.jpg");
        assertThat(opened.members).map(Opened.Came::content).containsExactlyElementsOf(three().values());
        assertThat(opened.ends()).containsOnly(new MemberEnd.Whole());
        assertThat(opened.members).map(came -> came.member().size()).containsExactly(3_000L, 6_500L, 5_000L);
    }

    @Test
    void namesComeAsTheirBytesWhateverTheCodePage() throws IOException {
        Opened arabic = Opened.of(stored("windows-1256", "صورة.jpg"), ZIP);
        assertThat(arabic.members.get(0).member().name()).isEqualTo("صورة.jpg".getBytes("windows-1256"));
        Opened german = Opened.of(stored("IBM437", "Prüfung.jpg"), ZIP);
        assertThat(german.members.get(0).member().name()).isEqualTo("Prüfung.jpg".getBytes("IBM437"));
    }

    @Test
    void namesThatPointElsewhereAndNamesThatAreThereTwiceAreNames() throws IOException {
        byte[] zip =
                stored("ISO-8859-1", "../../etc/passwd", "/abs.jpg", "C:\u00fea.jpg", "x.jpg", "\u00ff.jpg", "dir/");
        // what the writer would not write, and would point at one place if it were there twice
        for (int at = 0; at < zip.length; at++) {
            boolean twice = zip[at] == (byte) 0xff && zip[at + 1] == '.';
            boolean back = zip[at] == (byte) 0xfe && zip[at + 1] == 'a';
            zip[at] = twice ? (byte) 'x' : back ? (byte) '\\' : zip[at];
        }
        assertThat(Opened.of(zip, ZIP).names())
                .containsExactly("../../etc/passwd", "/abs.jpg", "C:\\a.jpg", "x.jpg", "x.jpg", "dir/");
    }

    @Test
    void directoriesAreNoMembers() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("dir/", new byte[0]);
        members.put("dir/a.jpg", noise(10));
        assertThat(Opened.of(Archives.zip(members), ZIP).names()).containsExactly("dir/a.jpg");
    }

    @Test
    void aMemberThatIsNotWantedIsSkipped() throws IOException {
        Opened opened = Opened.of(Archives.zip(three()), ZIP, member -> member.index() == 2);
        assertThat(opened.members).map(came -> came.content().length).containsExactly(0, 0, 5_000);
        assertThat(opened.ends()).containsOnly(new MemberEnd.Whole());
    }

    @Test
    void onlyATimeWithAZoneIsATime() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Instant time = Instant.parse("2013-08-21T02:30:00Z");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry local = new ZipArchiveEntry("local");
            local.setTime(time.toEpochMilli());
            zip.putArchiveEntry(local);
            zip.closeArchiveEntry();
            ZipArchiveEntry zoned = new ZipArchiveEntry("zoned");
            zoned.setLastModifiedTime(FileTime.from(time.plusMillis(1)));
            zip.putArchiveEntry(zoned);
            zip.closeArchiveEntry();
        }
        assertThat(Opened.of(bytes.toByteArray(), ZIP).members)
                .map(came -> came.member().modified())
                .containsExactly(null, time.plusMillis(1));
    }

    @Test
    void aSymbolicLinkIsNoFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry link = new ZipArchiveEntry("link");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write(utf8("/etc/passwd"));
            zip.closeArchiveEntry();
        }
        assertThat(Opened.of(bytes.toByteArray(), ZIP).members.get(0).member().kind())
                .isEqualTo(Kind.SYMBOLIC_LINK);
    }

    @Test
    void aZipWithoutItsDirectoryGivesWhatStandsBeforeTheDamage() throws IOException {
        byte[] zip = Archives.zip(three());
        Opened opened = Opened.of(Arrays.copyOf(zip, 7_000), ZIP);
        assertThat(opened.opening).isEqualTo(new Opening.Damaged(3, "the directory at its end is missing"));
        assertThat(opened.names()).containsExactly("b.jpg", ARABIC, "a.jpg");
        assertThat(opened.members.get(1).content()).isEqualTo(three().get(ARABIC));
        assertThat(opened.members.get(2).content()).hasSizeBetween(1_000, 4_999);
        assertThat(opened.members.get(2).end()).isInstanceOf(MemberEnd.Damaged.class);
    }

    @Test
    void aDirectoryThatIsNotReadableIsDoneWithout() throws IOException {
        byte[] zip = Archives.zip(three());
        int directory = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
        zip[directory] = 0;
        Opened opened = Opened.of(zip, ZIP);
        assertThat(opened.opening).isEqualTo(new Opening.Damaged(3, "the directory at its end is not readable"));
        assertThat(opened.members).map(Opened.Came::content).containsExactlyElementsOf(three().values());
    }

    private static int directory(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }

    @Test
    void aDirectoryThatBreaksOffInItsMiddleIsDoneWithoutWhereTheMembersThemselvesTellMore() throws IOException {
        byte[] zip = Archives.zip(three());
        int second = directory(zip) + 46 + "b.jpg".length();
        while (zip[second] != 'P' || zip[second + 1] != 'K') {
            second++;
        }
        zip[second + 2] ^= 1;
        Opened opened = Opened.of(zip, ZIP);
        assertThat(opened.opening)
                .isEqualTo(new Opening.Damaged(3, "the directory at its end breaks off after 1 of 3 entries"));
        assertThat(opened.members).map(Opened.Came::content).containsExactlyElementsOf(three().values());
    }

    @Test
    void aDirectoryThatListsLessThanItsEndTellsIsDamageThoughNoMemberIsMissing() throws IOException {
        byte[] zip = stored("UTF-8", "a", "b");
        zip[zip.length - 12] = 7;
        Opened opened = Opened.of(zip, ZIP);
        assertThat(opened.opening)
                .isEqualTo(new Opening.Damaged(2, "the directory at its end breaks off after 2 of 7 entries"));
        assertThat(opened.names()).containsExactly("a", "b");
    }

    @Test
    void moreThanTheOldCountHoldsIsCountedFromZeroAgain() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setUseZip64(Zip64Mode.AsNeeded);
            for (int at = 0; at < 65_537; at++) {
                zip.putArchiveEntry(new ZipArchiveEntry("dir" + at + "/"));
                zip.closeArchiveEntry();
            }
            zip.putArchiveEntry(new ZipArchiveEntry("a"));
            zip.closeArchiveEntry();
        }
        byte[] zip = bytes.toByteArray();
        assertThat(Opened.of(zip, ZIP).opening).isEqualTo(new Opening.Whole(1));
        // as writers do that know no ZIP64: without its two records, and with what is left of the count
        ByteBuffer old = ByteBuffer.allocate(zip.length - 76).order(ByteOrder.LITTLE_ENDIAN);
        old.put(zip, 0, zip.length - 98).put(zip, zip.length - 22, 22);
        old.putShort(old.capacity() - 14, (short) 2).putShort(old.capacity() - 12, (short) 2);
        assertThat(Opened.of(old.array(), ZIP).opening).isEqualTo(new Opening.Whole(1));
    }

    @Test
    void aMemberWhoseBytesWereChangedIsDamagedAndTheOthersAreNot() throws IOException {
        byte[] zip = stored("UTF-8", "a", "b");
        zip[31] ^= 1;
        Opened opened = Opened.of(zip, ZIP);
        assertThat(opened.opening).isEqualTo(new Opening.Whole(2));
        assertThat(opened.ends()).containsExactly(new MemberEnd.Damaged("checksum differs"), new MemberEnd.Whole());
    }

    @Test
    void membersThatShareTheirBytesAreRefusedBeforeOneIsRead() throws IOException {
        byte[] zip = stored("UTF-8", "a", "b");
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(zip.length - 6);
        bytes.putInt(directory + 47 + 42, 3);
        Opened opened = Opened.of(zip, ZIP);
        assertThat(opened.opening)
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.limit()).isEqualTo("overlapping entries"));
        assertThat(opened.members).isEmpty();
    }

    @Test
    void aPartOfASplitZipSaysSo() throws IOException {
        byte[] last = stored("UTF-8", "a");
        last[last.length - 18] = 1;
        last[last.length - 16] = 1;
        assertThat(Opened.of(last, ZIP).opening).isEqualTo(new Opening.Unsupported(0, "the last part of a split zip"));
        byte[] first = {'P', 'K', 7, 8, 'P', 'K', 3, 4, 0, 0, 0, 0};
        assertThat(Opened.of(first, ZIP).opening)
                .isEqualTo(new Opening.Unsupported(0, "the first part of a split zip"));
    }

    @Test
    void aMethodThatIsNotKnownIsNamed() throws IOException {
        byte[] zip = stored("UTF-8", "a");
        int directory = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
        zip[directory + 10] = 98;
        assertThat(Opened.of(zip, ZIP).ends()).containsExactly(new MemberEnd.Unsupported("zip method 98"));
    }

    @Test
    void anEmptyZipIsWhole() throws IOException {
        Opened opened = Opened.of(Archives.zip(Map.of()), ZIP);
        assertThat(opened.opening).isEqualTo(new Opening.Whole(0));
        assertThat(opened.members).isEqualTo(List.of());
    }
}
