package org.photoledger.container;

/** How the content of one member ended. Details are the same words for the same bytes. */
public sealed interface MemberEnd {

    /** All of it was handed over and agrees with its checksum where there is one, or it was not wanted. */
    record Whole() implements MemberEnd {}

    /** What was handed over before is a part of the member, or does not agree with its checksum. */
    record Damaged(String detail) implements MemberEnd {}

    /** None of the passwords opens it. */
    record Encrypted() implements MemberEnd {}

    /** Stored in a way that is not read. */
    record Unsupported(String detail) implements MemberEnd {}
}
