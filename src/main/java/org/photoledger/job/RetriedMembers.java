package org.photoledger.job;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Member;
import org.photoledger.container.MemberEnd;
import org.photoledger.container.Opening;
import org.photoledger.sandbox.ContainerEnd;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.OpenedContainer;
import org.photoledger.source.ContentCollector;
import org.photoledger.source.Reason;
import org.photoledger.store.MemberPlace;
import org.photoledger.store.RecordedFile;
import org.photoledger.store.StoredContainer;

/** Takes recorded members out of a container of the source once more; in one pass, whatever their number. */
final class RetriedMembers implements AutoCloseable {

    private final Opener opener;
    private final TreeMap<String, RecordedFile> wanted = new TreeMap<>();
    private final Set<String> containers = new HashSet<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable RootFile source;
    private Reason lost = Reason.CONTENT_CHANGED;

    /** A container that is open. */
    private record Level(
            String place, OpenedContainer opened, @Nullable HeldContent content) {

        void close() {
            opened.close();
            if (content != null) {
                content.discard();
            }
        }
    }

    RetriedMembers(Opener opener, StoredContainer root, List<RecordedFile> files) {
        this.opener = opener;
        for (RecordedFile file : files) {
            String place = Objects.requireNonNull(file.member()).place();
            wanted.put(place, file);
            while (!place.isEmpty()) {
                place = MemberPlace.containerOf(place);
                containers.add(place);
            }
        }
        begin(root);
    }

    private void begin(StoredContainer root) {
        try {
            RootFile opened = new RootFile(root.path().in(opener.place().root()), root);
            source = opened;
            if (!opened.changed()) {
                levels.push(new Level("", opener.open(0, opened.channel(), root.size(), root.mediaType()), null));
            }
        } catch (NoSuchFileException e) {
            opener.place().requireThere();
            lost = Reason.VANISHED;
        } catch (IOException e) {
            opener.place().requireThere();
            lost = Reason.NOT_READABLE;
        }
    }

    /** The next of them, read or lost; null at the end, or where a stop was requested. */
    @Nullable
    RetriedItem next() {
        RetriedItem item = null;
        while (item == null && !levels.isEmpty() && !opener.stop().requested()) {
            Level level = levels.element();
            Member member = level.opened.next();
            if (member == null) {
                leave(levels.pop());
            } else {
                item = taken(level, MemberPlace.at(level.place, member.index()));
            }
        }
        if (item == null && !opener.stop().requested() && !wanted.isEmpty()) {
            item = new RetriedItem(wanted.pollFirstEntry().getValue(), null, lost);
        }
        return item;
    }

    /** What is still wanted of a container that ended before it is lost for the reason that ended it. */
    private void leave(Level level) {
        level.close();
        ContainerEnd end = level.opened.end();
        if (end instanceof ContainerEnd.Lost worker) {
            lost = worker.reason();
        } else if (end instanceof ContainerEnd.SourceUnreadable) {
            opener.place().requireThere();
            lost = Reason.NOT_READABLE;
        } else if (end instanceof ContainerEnd.Opened opened && opened.opening() instanceof Opening.Encrypted) {
            lost = Reason.ENCRYPTED;
        }
    }

    private @Nullable RetriedItem taken(Level level, String place) {
        RecordedFile file = wanted.get(place);
        if (file == null && !containers.contains(place)) {
            level.opened.skip();
            return null;
        }
        FrameBudget.Held room = opener.budget().hold(opener.inMemory());
        ContentCollector collector = new ContentCollector(
                opener.spool().resolve("member-" + place), opener.inMemory(), Long.MAX_VALUE, opener.md5());
        MemberEnd end = level.opened.take(new Collecting(collector));
        HeldContent held = new HeldContent(collector.finish(null, List.of()), room);
        room.shrink(held.content().bytes().length);
        if (end == null || end instanceof MemberEnd.Encrypted) {
            held.discard();
            lost = end == null ? lost : Reason.ENCRYPTED;
            return null;
        }
        if (containers.contains(place)) {
            enter(place, typeOf(held), held);
        }
        return file == null ? null : item(place, file, held);
    }

    private String typeOf(HeldContent held) {
        Examination head = opener.workers().typeOf(held.head());
        if (head instanceof Examination.Lost worker) {
            lost = worker.reason();
        }
        return head.mediaType();
    }

    private void enter(String place, String mediaType, HeldContent held) {
        long size = held.content().size();
        levels.push(new Level(place, opener.open(levels.size(), held.channel(), size, mediaType), held));
    }

    private RetriedItem item(String place, RecordedFile file, HeldContent held) {
        wanted.remove(place);
        return new RetriedItem(file, held, null);
    }

    private record Collecting(ContentCollector collector) implements OpenedContainer.ContentSink {

        @Override
        public boolean content(byte[] piece) {
            collector.add(piece);
            return true;
        }

        @Override
        public void restart() {
            collector.restart();
        }
    }

    @Override
    public void close() {
        levels.forEach(Level::close);
        levels.clear();
        if (source != null) {
            source.close();
        }
    }
}
