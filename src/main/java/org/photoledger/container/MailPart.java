package org.photoledger.container;

import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/** What the headers of one part of a message say of it. */
final class MailPart {

    private @Nullable RawBody disposition;
    private @Nullable RawBody type;

    void take(Field field) {
        if (field.getName().equalsIgnoreCase("Content-Disposition") && disposition == null) {
            disposition = parsed(field);
        } else if (field.getName().equalsIgnoreCase("Content-Type") && type == null) {
            type = parsed(field);
        }
    }

    private static RawBody parsed(Field field) {
        return RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), field.getBody()));
    }

    /** Text and the parts it is laid out by are no files, unless they are attached or named. */
    boolean isFile(String mediaType) {
        boolean text = mediaType.startsWith("text/") || mediaType.startsWith("multipart/");
        boolean attached = disposition != null && "attachment".equalsIgnoreCase(disposition.getValue());
        return !text || attached || name().length > 0;
    }

    /** The decoded file name as UTF-8; bytes that a program wrote without any coding as they are. */
    byte[] name() {
        String name = parameter(disposition, "filename");
        String found = name == null ? parameter(type, "name") : name;
        if (found == null) {
            return new byte[0];
        }
        boolean bytes = found.chars().anyMatch(c -> c > 0x7f) && found.chars().allMatch(c -> c <= 0xff);
        return found.getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static @Nullable String parameter(@Nullable RawBody body, String name) {
        if (body == null) {
            return null;
        }
        MimeParameterMapping parameters = new MimeParameterMapping();
        for (NameValuePair pair : body.getParams()) {
            parameters.addParameter(pair.getName(), pair.getValue());
        }
        return parameters.get(name);
    }
}
