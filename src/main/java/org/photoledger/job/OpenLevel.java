package org.photoledger.job;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.finding.Finding;
import org.photoledger.sandbox.OpenedContainer;
import org.photoledger.store.StoredContainer;
import org.photoledger.store.StoredMember;

/** A container that is open, and how far it has been gone through. */
final class OpenLevel {

    private final StoredContainer file;
    private final OpenedContainer opened;
    private final Map<Integer, StoredMember> known;
    private final @Nullable HeldContent content;
    private final ContainerCount count;
    private long announced;

    OpenLevel(
            StoredContainer file,
            OpenedContainer opened,
            Map<Integer, StoredMember> known,
            @Nullable HeldContent content,
            ContainerLimits limits) {
        this.count = new ContainerCount(file.size(), limits);
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

    /** What was found when it came out of the container around it. */
    List<Finding> came() {
        return content == null ? List.of() : content.content().findings();
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

    ContainerCount count() {
        return count;
    }

    /** Gives back what is held, whether the container came to its end or not. */
    void close() {
        opened.close();
        if (content != null && !content.handedOn()) {
            content.discard();
        }
    }
}
