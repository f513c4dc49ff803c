package org.photoledger.job;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Member;
import org.photoledger.sandbox.ContainerEnd;
import org.photoledger.sandbox.OpenedContainer;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.store.ContainerStore;
import org.photoledger.store.PendingFile;
import org.photoledger.store.SettledFile;
import org.photoledger.store.StoredContainer;
import org.photoledger.store.StoredMember;

/**
 * Goes through one container of the source and all that stand in it, depth first and in their own order, so that limits
 * strike at the same member however often it is interrupted. What has an outcome already is passed over.
 */
final class ContainerWalk implements AutoCloseable {

    private final Opener opener;
    private final StoredContainer root;
    private final ContainerStore.Pending pending;
    private final MemberTaking taking;
    private final Deque<OpenLevel> levels = new ArrayDeque<>();
    private final Deque<OpenedItem> ready = new ArrayDeque<>();
    private @Nullable RootFile source;

    ContainerWalk(Opener opener, StoredContainer root) {
        this.opener = opener;
        this.root = root;
        this.pending = opener.containers().pendingIn(root.id());
        this.taking = new MemberTaking(opener, levels);
        begin();
    }

    private void begin() {
        try {
            RootFile opened = new RootFile(root.path().in(opener.place().root()), root);
            source = opened;
            if (opened.changed()) {
                giveUp(ContainerVerdict.changed(root.mediaType(), 0));
            } else {
                enter(root, opener.open(0, opened.channel(), root.size(), root.mediaType()), null);
            }
        } catch (NoSuchFileException e) {
            opener.place().requireThere();
            giveUp(ContainerVerdict.unreadable(Reason.VANISHED, root.mediaType()));
        } catch (IOException e) {
            opener.place().requireThere();
            giveUp(ContainerVerdict.unreadable(Reason.NOT_READABLE, root.mediaType()));
        }
    }

    private void giveUp(ContainerVerdict verdict) {
        opener.containers().notOpened(root.id());
        settle(root, verdict);
        settleUnmet(null, verdict);
    }

    private void enter(StoredContainer file, OpenedContainer opened, @Nullable HeldContent content) {
        levels.push(new OpenLevel(file, opened, opener.containers().membersOf(file.id()), content, opener.limits()));
    }

    /** The next piece; null at the end, or where a stop was requested. */
    @Nullable
    OpenedItem next() {
        while (ready.isEmpty() && !levels.isEmpty() && !opener.stop().requested()) {
            OpenLevel level = levels.element();
            Member member = level.opened().next();
            if (member != null) {
                visit(level, member);
            } else if (!opener.stop().requested()) {
                end(level);
            }
        }
        return ready.poll();
    }

    private void visit(OpenLevel level, Member member) {
        level.announce(member.index());
        StoredMember known = level.known(member.index());
        if (known != null && !known.pending() && !pending.containers().contains(known.id())) {
            passOver(level, member, known);
        } else {
            count(1, 0);
            take(level, member, known);
        }
        requireWithinLimits();
    }

    private void passOver(OpenLevel level, Member member, StoredMember known) {
        count(1, known.size());
        if (known.container()) {
            ContainerStore.Within within =
                    opener.containers().within(root, level.file().placeOf(member.index()));
            count(within.members(), within.bytes());
        }
        level.opened().skip();
    }

    private void count(long members, long bytes) {
        levels.forEach(level -> level.count().add(members, bytes));
    }

    private void take(OpenLevel level, Member member, @Nullable StoredMember known) {
        PendingFile file = taking.registered(level, member, known);
        pending.members().remove(file.id());
        MemberTaking.Taken taken = taking.take(level, member, file);
        if (taken instanceof MemberTaking.Item item) {
            ready.add(item.item());
        } else if (taken instanceof MemberTaking.Nested nested) {
            StoredContainer row =
                    opener.containers().byId(file.id()).read(nested.held().content(), nested.mediaType());
            HeldContent held = nested.held();
            enter(row, opener.open(levels.size(), held.channel(), row.size(), nested.mediaType()), held);
        }
    }

    private void requireWithinLimits() {
        for (Iterator<OpenLevel> outermost = levels.descendingIterator(); outermost.hasNext(); ) {
            OpenLevel level = outermost.next();
            String crossed = level.count().crossed();
            if (crossed != null) {
                breakOff(level, crossed);
                return;
            }
        }
    }

    /** A container that crossed a limit, and those that are open in it. */
    private void breakOff(OpenLevel outermost, String limit) {
        OpenLevel level;
        do {
            level = levels.pop();
            settle(level, ContainerVerdict.crossed(limit, level.file().mediaType(), level.announced()));
            level.close();
        } while (level != outermost);
    }

    private void end(OpenLevel level) {
        levels.pop();
        ContainerEnd end = level.opened().end();
        ContainerVerdict verdict = ContainerVerdict.of(end, level.file().mediaType(), level.announced());
        if (levels.isEmpty() && source != null && source.changed()) {
            opener.place().requireThere();
            verdict = ContainerVerdict.changed(level.file().mediaType(), end.attempts());
        }
        if (verdict.outcome() == Outcome.UNREADABLE) {
            opener.place().requireThere();
        }
        settle(level, verdict);
        level.close();
    }

    private void settle(OpenLevel level, ContainerVerdict verdict) {
        opener.containers().opened(level.file().id(), level.announced());
        settleUnmet(level.file(), verdict);
        HeldContent held = level.content();
        if (!level.file().pending() || WorkerPool.isArchive(verdict.mediaType())) {
            settle(level.file(), verdict.with(level.came()));
        } else if (held != null) {
            SettledFile settled = verdict.with(level.came()).of(level.file());
            ready.add(new OpenedItem.Document(MemberTaking.pendingFile(level.file()), held.handOn(), settled));
        } else {
            ready.add(new OpenedItem.RootDocument(MemberTaking.pendingFile(level.file()), verdict.of(level.file())));
        }
    }

    private void settle(StoredContainer file, ContainerVerdict verdict) {
        if (file.pending()) {
            ready.add(new OpenedItem.Settled(ExaminedFile.without(file.path(), verdict.of(file))));
        }
    }

    /** Members that wait and were not come by, of a container or of all: it ended before them, or is not what it was. */
    private void settleUnmet(@Nullable StoredContainer container, ContainerVerdict verdict) {
        List<Long> unmet = new ArrayList<>();
        for (Map.Entry<Long, Long> member : pending.members().entrySet()) {
            if (container == null || member.getValue() == container.id() || container.id() == root.id()) {
                unmet.add(member.getKey());
            }
        }
        pending.members().keySet().removeAll(unmet);
        ContainerVerdict why = verdict.outcome() == Outcome.CONTAINER || verdict.outcome() == Outcome.IGNORED
                ? ContainerVerdict.unreadable(Reason.CONTENT_CHANGED, "")
                : new ContainerVerdict(verdict.outcome(), verdict.reason(), "", verdict.attempts(), List.of());
        for (long id : unmet) {
            opener.containers().notOpened(id);
            settle(opener.containers().byId(id), why);
        }
    }

    @Override
    public void close() {
        levels.forEach(OpenLevel::close);
        levels.clear();
        if (source != null) {
            source.close();
        }
    }
}
