package org.photoledger.job;

/**
 * Bounds of what one container may make an import do. What stands in containers within it counts too.
 *
 * @param depth how many containers may stand in one another, the file of the source being the first
 * @param members the most members
 * @param ratio the most bytes of all members for each byte of the container
 * @param freeBytes bytes of members from which the ratio counts
 */
public record ContainerLimits(int depth, long members, int ratio, long freeBytes) {

    /** The shipped defaults; config/application.yml names each. */
    public static ContainerLimits defaults() {
        return new ContainerLimits(5, 1_000_000, 200, 16 << 20);
    }

    /** Bytes that the members of a container of this size may have. */
    long bytesOf(long size) {
        return Math.max(freeBytes, Math.multiplyHigh(size, ratio) == 0 ? size * ratio : Long.MAX_VALUE);
    }
}
