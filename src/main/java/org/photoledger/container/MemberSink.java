package org.photoledger.container;

import java.io.IOException;

/** Takes the members of a container, one after another. What it throws ends the opening and passes through unchanged. */
public interface MemberSink {

    /**
     * Announces the next member.
     *
     * @return false if the content is not wanted: it is skipped, and {@link #end} is called all the same
     */
    boolean begin(Member member) throws IOException;

    /** The next bytes of the member that was begun; the array belongs to the caller. */
    void content(byte[] bytes, int offset, int length) throws IOException;

    void end(MemberEnd end) throws IOException;
}
