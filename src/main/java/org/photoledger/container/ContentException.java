package org.photoledger.container;

import java.io.IOException;

/** The content of a member ends otherwise than whole, in a way that is known. */
public final class ContentException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient MemberEnd end;

    public ContentException(MemberEnd end) {
        super(end.getClass().getSimpleName());
        this.end = end;
    }

    static ContentException damaged(String detail) {
        return new ContentException(new MemberEnd.Damaged(detail));
    }

    static ContentException unsupported(String detail) {
        return new ContentException(new MemberEnd.Unsupported(detail));
    }

    MemberEnd end() {
        return end;
    }
}
