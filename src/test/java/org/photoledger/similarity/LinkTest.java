package org.photoledger.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.photoledger.image.Luma;
import org.photoledger.similarity.Likeness.Objection;
import org.photoledger.testing.Pictures;

/** What two whole photos are to one another. */
class LinkTest {

    private static final PerceptualHash INSIDE = new PerceptualHash("3c".repeat(32), 90);

    private static Thumb thumb(long seed) {
        return Thumb.of(Luma.of(Pictures.drawn(seed, 80, 60)));
    }

    /** With a hash of the whole that has little detail or much. */
    private static ComparedPhoto framed(String sha256, int quality, Shot shot, Thumb thumb) {
        PerceptualHash whole = new PerceptualHash("00".repeat(31) + "0f", quality);
        return new ComparedPhoto(sha256, null, 10_000, whole, INSIDE, thumb, shot, List.of());
    }

    @Test
    void pagesOfLittleDetailAreAlikeByWhatIsInsideTheirBorder() {
        ComparedPhoto page = framed("a", 45, Shot.UNKNOWN, thumb(1));
        ComparedPhoto stamped = framed("b", 45, Shot.UNKNOWN, thumb(2));
        assertThat(Link.between(page, stamped))
                .contains(new Link("a", "b", 0, 1, null, new Likeness(Band.NEAR, Objection.BORDER)));
        assertThat(Link.between(stamped, page)).isEqualTo(Link.between(page, stamped));
    }

    @Test
    void timesThatThereAreNotAreNoTimes() {
        for (String impossible : new String[] {
            "0000-00-00T00:00:00.00", "2013-02-30T10:00:00.5", "2013-04-05T10:11:72.5", "2013-04-05T24:61:00.5"
        }) {
            ComparedPhoto photo = framed("a", 90, new Shot(impossible, null), thumb(1));
            ComparedPhoto copy = framed("b", 90, new Shot("2013-04-05T10:00:00.5", null), thumb(1));
            assertThat(Link.between(photo, copy).orElseThrow().likeness())
                    .as(impossible)
                    .isEqualTo(new Likeness(Band.REENCODE, Objection.NONE));
        }
    }

    @Test
    void aPhotoWithoutAThumbIsNeverCalledACopy() {
        ComparedPhoto photo = framed("a", 90, Shot.UNKNOWN, thumb(1));
        ComparedPhoto bare = new ComparedPhoto("b", null, 10_000, photo.hash(), null, null, Shot.UNKNOWN, List.of());
        assertThat(Link.between(photo, bare))
                .contains(new Link("a", "b", 0, 1, null, new Likeness(Band.NEAR, Objection.RESIDUAL)));
    }
}
