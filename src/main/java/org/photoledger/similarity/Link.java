package org.photoledger.similarity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two photos that are alike, and how.
 *
 * @param sha256A the smaller digest
 * @param distance of their hashes in the nearest turn, in bits; of what is inside their borders where that made them near
 * @param turn EXIF orientation 1 to 8 that brings the copy into the position of the original, which is the one with more
 *     pixels, then of the smaller digest
 * @param residual of their thumbs in that turn; null where it was not compared
 */
public record Link(
        String sha256A,
        String sha256B,
        int distance,
        int turn,
        @Nullable Double residual,
        Likeness likeness) {

    /** How two photos whose hashes may be near are alike, whichever comes first; empty if they are not. */
    public static Optional<Link> between(ComparedPhoto one, ComparedPhoto other) {
        return one.isOriginalOf(other) ? ofCopy(one, other) : ofCopy(other, one);
    }

    private static Optional<Link> ofCopy(ComparedPhoto original, ComparedPhoto copy) {
        HashMatch whole = HashMatch.between(original, copy);
        return whole.distance() <= PerceptualHash.NEAR || original.sameImageData(copy)
                ? whole(original, copy, whole).or(() -> insideBorder(original, copy))
                : insideBorder(original, copy);
    }

    private static Optional<Link> whole(ComparedPhoto original, ComparedPhoto copy, HashMatch match) {
        Double residual = residual(original.thumb(), copy.thumb(), match.turn());
        Likeness.Evidence evidence = new Likeness.Evidence(
                original.sameImageData(copy),
                match.distance(),
                Math.min(original.hash().quality(), copy.hash().quality()),
                residual == null ? Double.POSITIVE_INFINITY : residual,
                original.shot(),
                copy.shot(),
                NumbersOnPair.differ(original.numbers(), copy.numbers(), match.turn()));
        return Likeness.of(evidence).map(likeness -> of(original, copy, match, residual, likeness));
    }

    private static @Nullable Double residual(@Nullable Thumb original, @Nullable Thumb copy, int turn) {
        return original == null || copy == null ? null : ThumbResidual.between(original, copy.turned(turn));
    }

    /** The wholes are not near, so that of the nearest two at least one is inside a border. */
    private static Optional<Link> insideBorder(ComparedPhoto original, ComparedPhoto copy) {
        return hashes(original)
                .flatMap(expected -> hashes(copy).map(given -> HashMatch.between(expected.words(), given.words())))
                .min(HashMatch.NEAREST)
                .flatMap(match -> Likeness.insideBorder(match.distance(), PerceptualHash.LEAST_QUALITY)
                        .map(likeness -> of(original, copy, match, null, likeness)));
    }

    /** Those that are compared inside a border. */
    private static Stream<PerceptualHash> hashes(ComparedPhoto photo) {
        return Stream.of(photo.hash(), photo.trimmedHash())
                .filter(Objects::nonNull)
                .filter(PerceptualHash::detailed);
    }

    private static Link of(
            ComparedPhoto original, ComparedPhoto copy, HashMatch match, @Nullable Double residual, Likeness likeness) {
        List<String> digests =
                Stream.of(original.sha256(), copy.sha256()).sorted().toList();
        return new Link(digests.get(0), digests.get(1), match.distance(), match.turn(), residual, likeness);
    }
}
