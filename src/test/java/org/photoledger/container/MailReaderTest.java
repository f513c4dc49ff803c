package org.photoledger.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.container.Archives.noise;
import static org.photoledger.container.Mails.lines;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Messages made in code. */
class MailReaderTest {

    private static final String MAIL = "message/rfc822";
    private static final byte[] PHOTO = noise(5_000);

    private static byte[] attached(String disposition) {
        return lines(
                "From: a@example.org",
                "Content-Type: multipart/mixed; boundary=one",
                "",
                "--one",
                "Content-Type: text/plain",
                "",
                "a line",
                "--one",
                "Content-Type: image/jpeg",
                "Content-Disposition: " + disposition,
                "Content-Transfer-Encoding: base64",
                "",
                Mails.base64(PHOTO),
                "--one--");
    }

    @Test
    void photosAndMessagesComeInOrderAndTextDoesNot() throws IOException {
        Opened opened = Opened.of(Mails.withPhotos(PHOTO), MAIL);
        assertThat(opened.opening).isEqualTo(new Opening.Whole(3));
        assertThat(opened.names()).containsExactly("", "صورة.jpg", "");
        assertThat(opened.members.get(0).content()).isEqualTo(PHOTO);
        assertThat(opened.members.get(1).content()).isEqualTo(PHOTO);
        assertThat(opened.members.get(2).text().strip())
                .isEqualTo(new String(Mails.NESTED, StandardCharsets.ISO_8859_1).strip());
        assertThat(opened.ends()).containsOnly(new MemberEnd.Whole());
    }

    @Test
    void aMessageInTheMessageIsAContainerOfItsOwn() throws IOException {
        Opened inner = Opened.of(Mails.NESTED, MAIL);
        assertThat(inner.names()).containsExactly("inner.png");
        assertThat(inner.members.get(0).content()).containsExactly(0, 1, 2);
    }

    @Test
    void namesAreDecodedInEveryWayThatMailKnows() throws IOException {
        String words = "attachment; filename=\"=?utf-8?B?2LXZiNix2KkuanBn?=\"";
        assertThat(Opened.of(attached(words), MAIL).names()).containsExactly("صورة.jpg");
        String continued = "attachment; filename*0*=UTF-8''%D8%B5%D9%88; filename*1*=%D8%B1%D8%A9.jpg";
        assertThat(Opened.of(attached(continued), MAIL).names()).containsExactly("صورة.jpg");
        String bytes = new String("صورة.jpg".getBytes(Charset.forName("windows-1256")), StandardCharsets.ISO_8859_1);
        assertThat(Opened.of(attached("attachment; filename=\"" + bytes + "\""), MAIL)
                        .members
                        .get(0)
                        .member()
                        .name())
                .isEqualTo("صورة.jpg".getBytes(Charset.forName("windows-1256")));
        assertThat(Opened.of(attached("attachment; filename=\"../../a.jpg\""), MAIL)
                        .names())
                .containsExactly("../../a.jpg");
    }

    @Test
    void aMessageThatIsCutShortGivesWhatCameBefore() throws IOException {
        byte[] mail = Mails.withPhotos(PHOTO);
        Opened opened = Opened.of(Arrays.copyOf(mail, 9_000), MAIL);
        assertThat(opened.opening).isEqualTo(new Opening.Damaged(2, "cut short"));
        assertThat(opened.ends()).containsExactly(new MemberEnd.Whole(), new MemberEnd.Damaged("cut short"));
        assertThat(opened.members.get(1).content()).startsWith(Arrays.copyOf(PHOTO, 500));
    }

    @Test
    void aPhotoOnOneLineIsReadToo() throws IOException {
        byte[] large = noise(3_000_000);
        byte[] mail = lines(
                "From: a@example.org",
                "Content-Type: image/jpeg; name=a.jpg",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getEncoder().encodeToString(large));
        assertThat(Opened.of(mail, MAIL).members.get(0).content()).isEqualTo(large);
    }

    @Test
    void anMboxGivesTheFilesOfAllItsMessages() throws IOException {
        byte[] mbox = Mails.mbox(
                attached("inline"), lines("From: a", "", "text", "From here on", ">From there"), Mails.NESTED);
        Opened opened = Opened.of(mbox, "application/mbox");
        assertThat(opened.opening).isEqualTo(new Opening.Whole(2));
        assertThat(opened.names()).containsExactly("", "inner.png");
        assertThat(opened.members.get(0).content()).isEqualTo(PHOTO);
    }

    @Test
    void partsInPartsEndAt64() throws IOException {
        assertThat(Opened.of(nested(64), MAIL).opening).isInstanceOf(Opening.Damaged.class);
        assertThat(Opened.of(nested(65), MAIL).opening)
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.limit()).isEqualTo("mail depth"));
    }

    /** Parts that are never ended. */
    private static byte[] nested(int depth) {
        StringBuilder mail = new StringBuilder("From: a@example.org\r\n");
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b" + i + "e\r\n\r\n--b" + i + "e\r\n");
        }
        return mail.append("\r\ntext\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
