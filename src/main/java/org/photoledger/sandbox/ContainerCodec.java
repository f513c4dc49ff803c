package org.photoledger.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Member;
import org.photoledger.container.MemberEnd;
import org.photoledger.container.Opening;

/** What parent and worker tell each other about an open container, as bytes. */
final class ContainerCodec {

    /** Bytes kept of a member's name: a tar's extended header has no bound of its own. */
    private static final int LONGEST_NAME = 1 << 16;

    private ContainerCodec() {}

    /** What the parent asks a worker to open. */
    record Request(long size, String mediaType, List<String> passwords) {}

    /** How the container ended, and its precise type. */
    record Ended(Opening opening, String mediaType) {}

    private interface Writing {
        void to(WireOutput out) throws IOException;
    }

    private interface Reading<T> {
        T from(WireInput in) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new WireOutput(new DataOutputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) throws IOException {
        WireInput in = new WireInput(new DataInputStream(new ByteArrayInputStream(bytes)));
        T value = reading.from(in);
        in.requireEnd();
        return value;
    }

    static byte[] encode(Request request) {
        return written(out -> {
            out.wide(request.size);
            out.text(request.mediaType);
            out.number(request.passwords.size());
            for (String password : request.passwords) {
                out.text(password);
            }
        });
    }

    static Request request(byte[] bytes) throws IOException {
        return read(bytes, in -> {
            long size = in.wide();
            String mediaType = in.text();
            List<String> passwords = new ArrayList<>();
            for (int left = in.number(); left > 0; left--) {
                passwords.add(in.text());
            }
            return new Request(size, mediaType, passwords);
        });
    }

    /** A range of the container, from the parent. */
    static byte[] range(Conversation parent, long offset, int count) throws IOException {
        byte[] wanted = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(offset)
                .putInt(count)
                .array();
        Frames.Frame answer = parent.ask(Frames.RANGE, wanted);
        if (answer.kind() != Frames.RANGE_CONTENT || answer.bytes().length != count) {
            throw new MalformedFrameException("no range of " + count + " bytes");
        }
        return answer.bytes();
    }

    static byte[] encode(Member member) {
        return written(out -> {
            out.number(member.index());
            out.bytes(Arrays.copyOf(member.name(), Math.min(LONGEST_NAME, member.name().length)));
            out.wide(member.size());
            Instant modified = member.modified();
            out.truth(modified != null);
            out.wide(modified == null ? 0 : modified.toEpochMilli());
            out.text(member.kind().name());
            out.textOrNull(member.derivedBy());
        });
    }

    static Member member(byte[] bytes) throws IOException {
        return read(bytes, in -> {
            int index = in.number();
            byte[] name = in.bytes(LONGEST_NAME);
            long size = in.wide();
            boolean dated = in.truth();
            long modified = in.wide();
            Member.Kind kind = kind(in.text());
            return new Member(index, name, Math.max(-1, size), dated ? instant(modified) : null, kind, in.textOrNull());
        });
    }

    /** Null for what no calendar of a database holds. */
    private static @Nullable Instant instant(long millis) {
        try {
            Instant instant = Instant.ofEpochMilli(millis);
            boolean plausible = instant.isAfter(Instant.parse("0001-01-01T00:00:00Z"))
                    && instant.isBefore(Instant.parse("9999-12-31T00:00:00Z"));
            return plausible ? instant : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Member.Kind kind(String name) throws IOException {
        try {
            return Member.Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new MalformedFrameException("no kind of member");
        }
    }

    static byte[] encode(MemberEnd end) {
        return written(out -> {
            out.number(
                    end instanceof MemberEnd.Whole
                            ? 0
                            : end instanceof MemberEnd.Damaged ? 1 : end instanceof MemberEnd.Encrypted ? 2 : 3);
            out.text(
                    end instanceof MemberEnd.Damaged damaged
                            ? damaged.detail()
                            : end instanceof MemberEnd.Unsupported unsupported ? unsupported.detail() : "");
        });
    }

    static MemberEnd memberEnd(byte[] bytes) throws IOException {
        return read(bytes, in -> end(in.number(), in.text()));
    }

    private static MemberEnd end(int kind, String detail) throws IOException {
        return switch (kind) {
            case 0 -> new MemberEnd.Whole();
            case 1 -> new MemberEnd.Damaged(detail);
            case 2 -> new MemberEnd.Encrypted();
            case 3 -> new MemberEnd.Unsupported(detail);
            default -> throw new MalformedFrameException("end " + kind);
        };
    }

    static byte[] encode(Ended ended) {
        return written(out -> {
            Opening opening = ended.opening;
            out.number(opening.members());
            if (opening instanceof Opening.Whole) {
                told(out, 0, "", "");
            } else if (opening instanceof Opening.Damaged damaged) {
                told(out, 1, "", damaged.detail());
            } else if (opening instanceof Opening.Encrypted) {
                told(out, 2, "", "");
            } else if (opening instanceof Opening.Unsupported unsupported) {
                told(out, 3, "", unsupported.detail());
            } else if (opening instanceof Opening.Refused refused) {
                told(out, 4, refused.limit(), refused.detail());
            }
            out.text(ended.mediaType);
        });
    }

    private static void told(WireOutput out, int kind, String limit, String detail) throws IOException {
        out.number(kind);
        out.text(limit);
        out.text(detail);
    }

    static Ended ended(byte[] bytes) throws IOException {
        return read(bytes, in -> {
            int members = in.number();
            Opening opening = opening(members, in.number(), in.text(), in.text());
            return new Ended(opening, in.text());
        });
    }

    private static Opening opening(int members, int kind, String limit, String detail) throws IOException {
        return switch (kind) {
            case 0 -> new Opening.Whole(members);
            case 1 -> new Opening.Damaged(members, detail);
            case 2 -> new Opening.Encrypted(members);
            case 3 -> new Opening.Unsupported(members, detail);
            case 4 -> new Opening.Refused(members, limit, detail);
            default -> throw new MalformedFrameException("opening " + kind);
        };
    }
}
