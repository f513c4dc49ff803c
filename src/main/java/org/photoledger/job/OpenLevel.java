package org.photoledger.job;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.sandbox.OpenedContainer;
import org.photoledger.store.StoredContainer;
import org.photoledger.store.StoredMember;

/** A container that is open, and what has come out of it so far, what stands in nested containers included. */
final class OpenLevel {

    private final StoredContainer file;
    private final OpenedContainer opened;
    private final Map<Integer, StoredMember> known;
    private final @Nullable HeldContent content;
    private long bytes;
    private long members;
    private long announced;

    OpenLevel(
            StoredContainer file,
            OpenedContainer opened,
            Map<Integer, StoredMember> known,
            @Nullable HeldContent content) {
        this.file = file;
        this.opened = opened;
        this.known = known;
        this.content = content;
    }

    StoredContainer file() {
        return file;
    }

    OpenedContainer opened() {
        return opened;
    }

    /** Null for a file of the source, which is read from where it lies. */
    @Nullable
    HeldContent content() {
        return content;
    }

    @Nullable
    StoredMember known(int index) {
        return known.get(index);
    }

    /** Its own members that it has told. */
    long announced() {
        return announced;
    }

    void announce(int index) {
        announced = index + 1L;
    }

    void count(long moreMembers, long moreBytes) {
        members += moreMembers;
        bytes += moreBytes;
    }

    /** The limit that was crossed, in words; null for none. */
    @Nullable
    String crossed(ContainerLimits limits) {
        if (members > limits.members()) {
            return "more than " + limits.members() + " members (containers.members)";
        }
        return bytes > limits.bytesOf(file.size())
                ? "more than " + limits.ratio() + " bytes for each of its own, and more than " + limits.freeBytes()
                        + " in all (containers.ratio)"
                : null;
    }

    /** Gives back what is held, whether the container came to its end or not. */
    void close() {
        opened.close();
        if (content != null && !content.handedOn()) {
            content.discard();
        }
    }
}
