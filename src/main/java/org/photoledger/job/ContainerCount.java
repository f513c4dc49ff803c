package org.photoledger.job;

import org.jspecify.annotations.Nullable;

/** What has come out of a container, what stands in nested ones included, against its limits. */
final class ContainerCount {

    private final long size;
    private final ContainerLimits limits;
    private long members;
    private long bytes;

    /** Of a container of this size in bytes. */
    ContainerCount(long size, ContainerLimits limits) {
        this.size = size;
        this.limits = limits;
    }

    void add(long moreMembers, long moreBytes) {
        members += moreMembers;
        bytes += moreBytes;
    }

    /** The limit that was crossed, in words; null for none. */
    @Nullable
    String crossed() {
        if (members > limits.members()) {
            return "more than " + limits.members() + " members (containers.members)";
        }
        return bytes > limits.bytesOf(size)
                ? "more than " + limits.ratio() + " bytes for each of its own, and more than " + limits.freeBytes()
                        + " in all (containers.ratio)"
                : null;
    }
}
