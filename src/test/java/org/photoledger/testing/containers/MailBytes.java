package org.photoledger.testing.containers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.photoledger.container.Mails;

/** Messages with files attached. */
final class MailBytes {

    private MailBytes() {}

    static byte[] message(List<Made> attached) {
        List<String> lines = new ArrayList<>(List.of(
                "From: a@example.org",
                "To: b@example.org",
                "Subject: photos",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=one",
                "",
                "--one",
                "Content-Type: text/plain; charset=us-ascii",
                "",
                "as you asked"));
        for (Made file : attached) {
            lines.addAll(List.of(
                    "--one",
                    "Content-Type: application/octet-stream",
                    "Content-Disposition: attachment; " + filename(file.name()),
                    "Content-Transfer-Encoding: base64",
                    "",
                    Mails.base64(file.bytes())));
        }
        lines.add("--one--");
        return Mails.lines(lines.toArray(String[]::new));
    }

    /** RFC 2231; what is no UTF-8 as the bytes that old programs put there. */
    private static String filename(Name name) {
        return name.text().contains("\ufffd")
                ? "filename=\"" + name.latin() + "\""
                : "filename*=UTF-8''"
                        + URLEncoder.encode(name.text(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A message for each file. */
    static byte[] mailbox(List<Made> attached) {
        return Mails.mbox(attached.stream().map(file -> message(List.of(file))).toArray(byte[][]::new));
    }
}
