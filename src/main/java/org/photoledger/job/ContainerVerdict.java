package org.photoledger.job;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Opening;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.photoledger.sandbox.ContainerEnd;
import org.photoledger.sandbox.WorkerPool;
import org.photoledger.source.Outcome;
import org.photoledger.source.Reason;
import org.photoledger.store.SettledFile;
import org.photoledger.store.StoredContainer;

/** The outcome of a container, by how its opening ended. */
record ContainerVerdict(
        Outcome outcome, @Nullable Reason reason, String mediaType, int attempts, List<Finding> findings) {

    private static final String METHOD = "containers-1";

    static ContainerVerdict of(ContainerEnd end, String mediaType, long members) {
        if (end instanceof ContainerEnd.Opened opened) {
            return of(opened);
        }
        if (end instanceof ContainerEnd.Lost lost) {
            return new ContainerVerdict(
                    Outcome.QUARANTINED,
                    lost.reason(),
                    mediaType,
                    lost.attempts(),
                    notReached(members, "workers were lost on it"));
        }
        return new ContainerVerdict(
                Outcome.UNREADABLE,
                Reason.NOT_READABLE,
                mediaType,
                end.attempts(),
                notReached(members, "it cannot be read any more"));
    }

    private static ContainerVerdict of(ContainerEnd.Opened end) {
        Opening opening = end.opening();
        if (opening instanceof Opening.Encrypted) {
            return quarantined(end, Reason.ENCRYPTED, List.of());
        }
        if (opening instanceof Opening.Refused refused) {
            return quarantined(end, Reason.CONTAINER_LIMIT, limit(refused.limit() + ": " + refused.detail()));
        }
        if (opening instanceof Opening.Unsupported unsupported && isArchive(end)) {
            return quarantined(
                    end,
                    Reason.CONTAINER_UNSUPPORTED,
                    List.of(new Finding(FindingCode.CONTAINER_UNSUPPORTED, unsupported.detail(), METHOD)));
        }
        return opened(end, opening);
    }

    private static boolean isArchive(ContainerEnd.Opened end) {
        return WorkerPool.isArchive(end.mediaType());
    }

    /** A document without a file in it is no container; an archive of which nothing can be reached gives nothing. */
    private static ContainerVerdict opened(ContainerEnd.Opened end, Opening opening) {
        List<Finding> findings = opening instanceof Opening.Damaged damaged
                ? notReached(opening.members(), damaged.detail())
                : opening instanceof Opening.Unsupported unsupported
                        ? notReached(opening.members(), unsupported.detail())
                        : List.of();
        if (opening.members() == 0 && isArchive(end) && !findings.isEmpty()) {
            return quarantined(end, Reason.NOTHING_READABLE, findings);
        }
        boolean container = opening.members() > 0 || isArchive(end);
        return new ContainerVerdict(
                container ? Outcome.CONTAINER : Outcome.IGNORED,
                container ? null : Reason.NOT_A_PHOTO,
                end.mediaType(),
                end.attempts(),
                findings);
    }

    private static ContainerVerdict quarantined(ContainerEnd.Opened end, Reason reason, List<Finding> findings) {
        return new ContainerVerdict(Outcome.QUARANTINED, reason, end.mediaType(), end.attempts(), findings);
    }

    /** It crossed a limit of its own, or stands in one that did. */
    static ContainerVerdict crossed(String limit, String mediaType, long members) {
        List<Finding> findings = new ArrayList<>(limit(limit));
        findings.addAll(notReached(members, limit));
        return new ContainerVerdict(Outcome.QUARANTINED, Reason.CONTAINER_LIMIT, mediaType, 1, findings);
    }

    static ContainerVerdict changed(String mediaType, int attempts) {
        return new ContainerVerdict(Outcome.UNREADABLE, Reason.CONTENT_CHANGED, mediaType, attempts, List.of());
    }

    static ContainerVerdict unreadable(Reason reason, String mediaType) {
        return new ContainerVerdict(Outcome.UNREADABLE, reason, mediaType, 0, List.of());
    }

    /** The same, with what was found before it was opened, which stands first. */
    ContainerVerdict with(List<Finding> before) {
        List<Finding> all = new ArrayList<>(before);
        all.addAll(findings);
        return new ContainerVerdict(outcome, reason, mediaType, attempts, all);
    }

    private static List<Finding> limit(String detail) {
        return List.of(new Finding(FindingCode.CONTAINER_LIMIT, detail, METHOD));
    }

    private static List<Finding> notReached(long members, String why) {
        // the last of them may have come in part
        String detail = "found " + members + (members == 1 ? " member, then: " : " members, then: ") + why;
        return List.of(new Finding(FindingCode.MEMBERS_NOT_REACHED, detail, METHOD));
    }

    SettledFile of(StoredContainer file) {
        return new SettledFile(
                file.id(),
                outcome,
                reason,
                file.sha256(),
                mediaType.isEmpty() ? null : mediaType,
                attempts,
                file.size(),
                file.modified(),
                null,
                findings);
    }
}
