package org.photoledger.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.photoledger.similarity.Likeness.Evidence;
import org.photoledger.similarity.Likeness.Objection;

/** What a pair is called, and why. */
class LikenessTest {

    private static final Shot NOON = new Shot("2013-04-05T12:00:00", "17");

    private static Evidence copies(Shot original, Shot copy) {
        return new Evidence(false, 12, 100, 0.1, original, copy, false);
    }

    private static Evidence measured(int distance, int quality, double residual) {
        return new Evidence(false, distance, quality, residual, Shot.UNKNOWN, Shot.UNKNOWN, false);
    }

    private static void assertObjection(Shot original, Shot copy, Objection objection) {
        Likeness expected = new Likeness(objection == Objection.NONE ? Band.REENCODE : Band.NEAR, objection);
        assertThat(Likeness.of(copies(original, copy))).contains(expected);
        assertThat(Likeness.of(copies(copy, original))).contains(expected);
    }

    @Test
    void equalImageDataIsThatWhateverTheRestSays() {
        Shot later = new Shot("2014-01-01T00:00:00", "18");
        assertThat(Likeness.of(new Evidence(true, 256, 0, 9, NOON, later, true)))
                .contains(new Likeness(Band.SAME_IMAGE_DATA, Objection.NONE));
    }

    @Test
    void aNearPairOfSmallResidualIsAProbableCopy() {
        assertThat(Likeness.of(measured(31, 50, 0.15))).contains(new Likeness(Band.REENCODE, Objection.NONE));
        assertThat(Likeness.of(measured(31, 50, 0.151))).contains(new Likeness(Band.NEAR, Objection.RESIDUAL));
        assertThat(Likeness.of(measured(32, 50, 0))).isEmpty();
    }

    @Test
    void littleDetailIsForReviewAndOnlyIfTheThumbsAgree() {
        assertThat(Likeness.of(measured(31, 49, 0.15))).contains(new Likeness(Band.LOW_DETAIL, Objection.NONE));
        assertThat(Likeness.of(measured(0, 49, 0.16))).isEmpty();
    }

    @Test
    void picturesTakenASecondApartAreTwoMoments() {
        assertObjection(NOON, new Shot("2013-04-05T12:00:01", "17"), Objection.CAPTURE_TIME);
        assertObjection(NOON, new Shot("2013-04-05T12:00:01.0", null), Objection.CAPTURE_TIME);
        assertObjection(
                new Shot("2013-04-05T12:00:00.9", null), new Shot("2013-04-05T12:00:01.8", null), Objection.NONE);
        assertObjection(
                new Shot("2013-04-05T12:00:00.9", null),
                new Shot("2013-04-05T12:00:01.9", null),
                Objection.CAPTURE_TIME);
    }

    @Test
    void aVaguerTimeOfTheSameMomentIsNoObjection() {
        assertObjection(NOON, new Shot("2013-04-05T12:00:00.95", "17"), Objection.NONE);
        assertObjection(NOON, new Shot("2013-04", null), Objection.NONE);
        assertObjection(NOON, new Shot("2013-05", null), Objection.CAPTURE_TIME);
        assertObjection(NOON, Shot.UNKNOWN, Objection.NONE);
        assertObjection(
                new Shot("2013-04-05T12:00:00.12345678901", null),
                new Shot("2013-04-05T12:00:00.1", null),
                Objection.NONE);
    }

    @Test
    void twoCamerasAndTwoNumbersAreObjections() {
        assertObjection(NOON, new Shot("2013-04-05T12:00:00", "18"), Objection.SERIAL_NUMBER);
        assertThat(Likeness.of(new Evidence(false, 0, 100, 0, NOON, NOON, true)))
                .contains(new Likeness(Band.NEAR, Objection.NUMBERS_DIFFER));
    }

    @Test
    void aPairThatIsNearInsideABorderIsAnEditedCopy() {
        assertThat(Likeness.insideBorder(31, 50)).contains(new Likeness(Band.NEAR, Objection.BORDER));
        assertThat(Likeness.insideBorder(32, 50)).isEmpty();
        assertThat(Likeness.insideBorder(0, 49)).isEmpty();
    }
}
