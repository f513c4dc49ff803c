package org.photoledger.job;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Member;
import org.photoledger.container.MemberEnd;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.sandbox.ContainerEnd;
import org.photoledger.sandbox.Examination;
import org.photoledger.sandbox.OpenedContainer;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.ContentCollector;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reading;
import org.photoledger.source.Reason;
import org.photoledger.source.SourcePath;
import org.photoledger.store.NewMember;
import org.photoledger.store.PendingFile;
import org.photoledger.store.SettledFile;
import org.photoledger.store.StoredContainer;
import org.photoledger.store.StoredMember;

/** Registers a member of a container and takes its content, counting it against the limits of all containers around it. */
final class MemberTaking {

    private static final String METHOD = "containers-1";

    private final Opener opener;
    private final Deque<OpenLevel> levels;

    MemberTaking(Opener opener, Deque<OpenLevel> levels) {
        this.opener = opener;
        this.levels = levels;
    }

    /** What became of a member. */
    sealed interface Taken {}

    /** It is to be examined, or has its outcome. */
    record Item(OpenedItem item) implements Taken {}

    /** It is a container of its own. */
    record Nested(HeldContent held, String mediaType) implements Taken {}

    /** Nothing is known of it: a stop came. */
    record Unknown() implements Taken {}

    static PendingFile pendingFile(StoredContainer file) {
        return new PendingFile(file.id(), file.path(), file.size(), file.modified(), null);
    }

    PendingFile registered(OpenLevel level, Member member, @Nullable StoredMember known) {
        SourcePath path = level.file().path().member(name(member));
        long size = Math.max(0, member.size());
        long id = known != null
                ? known.id()
                : opener.containers()
                        .register(
                                opener.run(),
                                new NewMember(
                                        level.file(),
                                        member.index(),
                                        path,
                                        size,
                                        member.modified(),
                                        member.derivedBy()));
        return new PendingFile(id, path, size, member.modified(), null);
    }

    /** A member without a name is known by its number. */
    private static byte[] name(Member member) {
        return member.name().length > 0
                ? member.name()
                : ("#" + member.index()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    Taken take(OpenLevel level, Member member, PendingFile file) {
        Reason special = special(member.kind());
        if (special != null) {
            level.opened().skip();
            return settled(file, Outcome.IGNORED, special, 0, List.of());
        }
        return content(level, file);
    }

    private static @Nullable Reason special(Member.Kind kind) {
        return switch (kind) {
            case FILE -> null;
            case SYMBOLIC_LINK -> Reason.SYMBOLIC_LINK;
            case HARD_LINK -> Reason.HARD_LINK;
            case DEVICE -> Reason.DEVICE;
            case FIFO -> Reason.FIFO;
            case OTHER -> Reason.OTHER_SPECIAL_FILE;
        };
    }

    private Taken content(OpenLevel level, PendingFile file) {
        FrameBudget.Held room = opener.budget().hold(opener.inMemory());
        ContentCollector collector =
                new ContentCollector(opener.spoolFile(file.id()), opener.inMemory(), opener.fileBytes(), opener.md5());
        MemberEnd end = level.opened().take(new Counting(collector));
        if (end == null || collector.tooLarge()) {
            collector.finish(null, List.of()).discard();
            room.close();
            return end == null
                    ? brokenOff(level, file, collector.size())
                    : settled(file, Outcome.QUARANTINED, Reason.TOO_LARGE, collector.size(), List.of());
        }
        List<Finding> findings = findings(end);
        Reading.Content content = collector.finish(file.modified(), findings);
        room.shrink(content.bytes().length);
        return judged(file, new HeldContent(content, room), end);
    }

    /** Takes a member's pieces for as long as no container around it has crossed a limit. */
    private final class Counting implements OpenedContainer.ContentSink {

        private final ContentCollector collector;

        Counting(ContentCollector collector) {
            this.collector = collector;
        }

        @Override
        public boolean content(byte[] piece) {
            collector.add(piece);
            levels.forEach(level -> level.count().add(0, piece.length));
            return levels.stream().allMatch(level -> level.count().crossed() == null);
        }

        @Override
        public void restart() {
            long again = collector.size();
            levels.forEach(level -> level.count().add(0, -again));
            collector.restart();
        }
    }

    /** The container ended in the middle of the member. */
    private Taken brokenOff(OpenLevel level, PendingFile file, long size) {
        ContainerEnd end = level.opened().end();
        if (end instanceof ContainerEnd.Lost lost) {
            return settled(
                    file,
                    row(file, Outcome.QUARANTINED, lost.reason(), size, List.of())
                            .after(lost.attempts()));
        }
        if (end instanceof ContainerEnd.Broken) {
            return opener.stop().requested()
                    ? new Unknown()
                    : settled(file, Outcome.QUARANTINED, Reason.CONTAINER_LIMIT, size, List.of());
        }
        return settled(
                file,
                row(file, Outcome.UNREADABLE, Reason.NOT_READABLE, size, List.of())
                        .after(end.attempts()));
    }

    private static List<Finding> findings(MemberEnd end) {
        return end instanceof MemberEnd.Damaged damaged
                ? List.of(new Finding(FindingCode.MEMBER_DAMAGED, damaged.detail(), METHOD))
                : List.of();
    }

    private Taken judged(PendingFile file, HeldContent held, MemberEnd end) {
        if (end instanceof MemberEnd.Encrypted) {
            held.discard();
            return settled(file, Outcome.QUARANTINED, Reason.ENCRYPTED, file.size(), List.of());
        }
        if (end instanceof MemberEnd.Unsupported unsupported) {
            held.discard();
            Finding finding = new Finding(FindingCode.CONTAINER_UNSUPPORTED, unsupported.detail(), METHOD);
            return settled(file, Outcome.QUARANTINED, Reason.CONTAINER_UNSUPPORTED, file.size(), List.of(finding));
        }
        if (end instanceof MemberEnd.Damaged && held.content().size() == 0) {
            held.discard();
            return settled(file, Outcome.UNREADABLE, Reason.NOT_READABLE, file.size(), findings(end));
        }
        return held.content().size() == 0 ? examined(file, held) : typed(file, held);
    }

    private Taken typed(PendingFile file, HeldContent held) {
        Examination head = opener.workers().typeOf(held.head());
        if (head instanceof Examination.Examined examined) {
            String mediaType = examined.found().mediaType();
            return WorkerPool.opens(mediaType) ? nested(file, held, mediaType) : examined(file, held);
        }
        held.discard();
        return head instanceof Examination.Lost lost
                ? new Item(new OpenedItem.Settled(new Verdict(opener.spool(), file, held.content())
                        .quarantined(lost.reason(), null, lost.attempts())))
                : new Unknown();
    }

    private static Taken examined(PendingFile file, HeldContent held) {
        return new Item(new OpenedItem.Content(file, held));
    }

    /** What was decided about a copy of it holds; a container that is one too many is not opened. */
    private Taken nested(PendingFile file, HeldContent held, String mediaType) {
        if (opener.files().known(held.content().sha256()).isPresent()) {
            return examined(file, held);
        }
        if (levels.size() < opener.limits().depth()) {
            return new Nested(held, mediaType);
        }
        held.discard();
        return tooDeep(file, held.content(), mediaType);
    }

    private Item tooDeep(PendingFile file, Reading.Content content, String mediaType) {
        String detail =
                "stands in " + levels.size() + " containers, itself one more than are opened (containers.depth)";
        List<Finding> findings = new ArrayList<>(content.findings());
        findings.add(new Finding(FindingCode.CONTAINER_LIMIT, detail, METHOD));
        SettledFile settled = new SettledFile(
                file.id(),
                Outcome.QUARANTINED,
                Reason.NESTED_TOO_DEEP,
                content.sha256(),
                mediaType,
                0,
                content.size(),
                content.modified(),
                null,
                findings);
        return new Item(new OpenedItem.Settled(ExaminedFile.without(file.path(), settled)));
    }

    private static Item settled(PendingFile file, Outcome outcome, Reason reason, long size, List<Finding> findings) {
        return settled(file, row(file, outcome, reason, size, findings));
    }

    private static Item settled(PendingFile file, SettledFile row) {
        return new Item(new OpenedItem.Settled(ExaminedFile.without(file.path(), row)));
    }

    private static SettledFile row(
            PendingFile file, Outcome outcome, Reason reason, long size, List<Finding> findings) {
        return new SettledFile(file.id(), outcome, reason, null, null, 1, size, file.modified(), null, findings);
    }
}
