package org.photoledger.container;

/** How the opening of a container ended. Details are the same words for the same bytes. */
public sealed interface Opening {

    /** The members that were handed over. */
    int members();

    /** Every member that it lists was handed over. */
    record Whole(int members) implements Opening {}

    /** The members before the damage were handed over, the rest could not be reached. */
    record Damaged(int members, String detail) implements Opening {}

    /** The container's directory itself is encrypted: no member could be listed. */
    record Encrypted(int members) implements Opening {}

    /** Of a version or kind that is not read. */
    record Unsupported(int members, String detail) implements Opening {}

    /** A limit of the structure that was seen before a member was read. */
    record Refused(int members, String limit, String detail) implements Opening {}
}
