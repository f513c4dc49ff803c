package org.photoledger.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.photoledger.image.ImageBytes;

/** What a container gave when it was opened: the sink of the tests. */
public final class Opened implements MemberSink {

    /** One member as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Came(Member member, byte[] content, MemberEnd end) {

        public String name() {
            return new String(member.name(), StandardCharsets.UTF_8);
        }

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    public final List<Came> members = new ArrayList<>();
    private final Predicate<Member> wanted;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private @Nullable Member begun;
    public Opening opening = new Opening.Unsupported(0, "not opened");

    public Opened(Predicate<Member> wanted) {
        this.wanted = wanted;
    }

    public static Opened of(byte[] container, String mediaType, String... passwords) throws IOException {
        return of(container, mediaType, member -> true, passwords);
    }

    public static Opened of(byte[] container, String mediaType, Predicate<Member> wanted, String... passwords)
            throws IOException {
        Opened opened = new Opened(wanted);
        opened.opening = new ContainerReader().open(channel(container), mediaType, List.of(passwords), opened);
        return opened;
    }

    public static SeekableByteChannel channel(byte[] container) {
        return ImageBytes.of(container).channel();
    }

    public List<String> names() {
        return members.stream().map(Came::name).toList();
    }

    public List<String> texts() {
        return members.stream().map(Came::text).toList();
    }

    public List<MemberEnd> ends() {
        return members.stream().map(Came::end).toList();
    }

    @Override
    public boolean begin(Member member) {
        if (begun != null || member.index() != members.size()) {
            throw new IllegalStateException("out of order: " + member);
        }
        begun = member;
        return wanted.test(member);
    }

    @Override
    public void content(byte[] bytes, int offset, int length) {
        content.write(bytes, offset, length);
    }

    @Override
    public void end(MemberEnd end) {
        members.add(new Came(Objects.requireNonNull(begun), content.toByteArray(), end));
        content.reset();
        begun = null;
    }
}
