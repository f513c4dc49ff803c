package org.photoledger.image;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A metadata block spread over segments, put together in the order of their sequence numbers. */
final class JoinedBlock {

    private final MetadataBlock.Kind kind;
    private final int limit;
    private final List<Part> parts = new ArrayList<>();
    private long length;

    JoinedBlock(MetadataBlock.Kind kind, int limit) {
        this.kind = kind;
        this.limit = limit;
    }

    /** Parts are views: nothing is copied before the whole is known to be within the limit. */
    void add(long order, Span span) {
        length += span.length();
        if (length <= limit && parts.size() < limit) {
            parts.add(new Part(order, span));
        }
    }

    int parts() {
        return parts.size();
    }

    long length() {
        return length;
    }

    void emit(StructureDraft draft) {
        if (parts.isEmpty()) {
            return;
        }
        int first = parts.stream().mapToInt(part -> part.span().start()).min().orElse(0);
        if (length > limit) {
            draft.tooLarge(kind, first, length);
            return;
        }
        parts.sort(Comparator.comparingLong(Part::order));
        ByteArrayOutputStream whole = new ByteArrayOutputStream((int) length);
        for (Part part : parts) {
            whole.writeBytes(part.span().copy());
        }
        draft.block(kind, first, whole.toByteArray());
    }

    private record Part(long order, Span span) {}
}
