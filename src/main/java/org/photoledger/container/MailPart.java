package org.photoledger.container;

import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/** What the headers of one part of a message say of it. */
final class MailPart {

    private @Nullable Header disposition;
    private @Nullable Header type;

    /**
     * A header and its parameters.
     *
     * @param coded whether it is all ASCII, as it should be; else each character stands for a byte
     */
    private record Header(RawBody body, boolean coded) {}

    void take(Field field) throws MimeException {
        if (field.getName().equalsIgnoreCase("Content-Disposition") && disposition == null) {
            disposition = header(field);
        } else if (field.getName().equalsIgnoreCase("Content-Type") && type == null) {
            type = header(field);
        }
    }

    /** The library takes bytes that are not ASCII for UTF-8 and loses those that are not: they are written as UTF-8. */
    private static @Nullable Header header(Field field) throws MimeException {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            return null;
        }
        String bytes = new String(raw.toByteArray(), StandardCharsets.ISO_8859_1);
        ByteSequence utf8 = ContentUtil.encode(StandardCharsets.UTF_8, bytes);
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(RawFieldParser.DEFAULT.parseField(utf8));
        return new Header(body, bytes.chars().allMatch(c -> c < 0x80));
    }

    /** Text and the parts it is laid out by are no files, unless they are attached or named. */
    boolean isFile(String mediaType) {
        boolean text = mediaType.startsWith("text/") || mediaType.startsWith("multipart/");
        boolean attached = disposition != null
                && "attachment".equalsIgnoreCase(disposition.body().getValue());
        return !text || attached || name().length > 0;
    }

    /** The decoded file name as UTF-8; bytes that a program wrote without any coding as they are. */
    byte[] name() {
        byte[] name = parameter(disposition, "filename");
        return name.length > 0 ? name : parameter(type, "name");
    }

    private static byte[] parameter(@Nullable Header header, String name) {
        if (header == null) {
            return new byte[0];
        }
        MimeParameterMapping parameters = new MimeParameterMapping();
        for (NameValuePair pair : header.body().getParams()) {
            parameters.addParameter(pair.getName(), pair.getValue());
        }
        String value = parameters.get(name);
        if (value == null) {
            return new byte[0];
        }
        return value.getBytes(header.coded() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
}
