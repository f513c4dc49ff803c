package org.photoledger.container;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Messages made in code. */
public final class Mails {

    static final byte[] NESTED = lines(
            "From: c@example.org",
            "Subject: nested",
            "Content-Type: image/png; name=inner.png",
            "Content-Transfer-Encoding: base64",
            "",
            "AAEC");

    private Mails() {}

    public static byte[] lines(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String base64(byte[] content) {
        return Base64.getMimeEncoder().encodeToString(content);
    }

    /** A text, two photos (one of them between its lines, without a name) and a message. */
    static byte[] withPhotos(byte[] photo) {
        return lines(
                "From: a@example.org",
                "To: b@example.org",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=\"one\"",
                "",
                "--one",
                "Content-Type: multipart/related; boundary=two",
                "",
                "--two",
                "Content-Type: text/html; charset=utf-8",
                "",
                "<img src='cid:1'>",
                "--two",
                "Content-Type: image/jpeg",
                "Content-ID: <1>",
                "Content-Transfer-Encoding: base64",
                "",
                base64(photo),
                "--two--",
                "--one",
                "Content-Type: application/octet-stream",
                "Content-Disposition: attachment; filename*=UTF-8''%D8%B5%D9%88%D8%B1%D8%A9.jpg",
                "Content-Transfer-Encoding: base64",
                "",
                base64(photo),
                "--one",
                "Content-Type: message/rfc822",
                "",
                new String(NESTED, StandardCharsets.ISO_8859_1).stripTrailing(),
                "--one--");
    }

    public static byte[] mbox(byte[]... messages) {
        ByteArrayOutputStream mbox = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            mbox.writeBytes("From a@example.org Sat Jan  3 01:05:34 2015\n".getBytes(StandardCharsets.ISO_8859_1));
            mbox.writeBytes(message);
            mbox.writeBytes("\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        return mbox.toByteArray();
    }
}
