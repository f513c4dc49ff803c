package org.photoledger.job;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.image.Decoding;
import org.photoledger.image.Luma;
import org.photoledger.image.PixelSize;
import org.photoledger.metadata.FieldValue;
import org.photoledger.metadata.PhotoField;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.photo.PhotoText;
import org.photoledger.similarity.ComparedPhoto;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.similarity.Shot;
import org.photoledger.similarity.Thumb;
import org.photoledger.testing.Pictures;
import org.photoledger.testing.TextExamples;

/**
 * Photos as an archive has them, without a picture: copies of one another in any turn and a few bits off, of equal hash, of
 * equal image data, framed, with little detail, without a hash.
 */
final class PhotosToLink {

    private static final Thumb[] THUMBS = new Thumb[4];

    static {
        for (int at = 0; at < THUMBS.length; at++) {
            THUMBS[at] = Thumb.of(Luma.of(Pictures.drawn(at, 80, 60)));
        }
    }

    private final Random random;
    private final List<ComparedPhoto> photos = new ArrayList<>();
    private final Map<String, Photo> records = new HashMap<>();

    private PhotosToLink(long seed) {
        this.random = new Random(seed);
    }

    static PhotosToLink drawn(int count, long seed) {
        PhotosToLink drawn = new PhotosToLink(seed);
        for (int at = 0; at < count; at++) {
            drawn.add(at);
        }
        return drawn;
    }

    /** Those that have a hash. */
    List<ComparedPhoto> compared() {
        return photos;
    }

    List<Photo> records() {
        return List.copyOf(records.values());
    }

    /** Two photos of one frame, each with the number of a card in the same place; no text where it is null. */
    static List<Photo> oneFrame(@Nullable String firstNumber, @Nullable String secondNumber) {
        List<Photo> frames = new ArrayList<>();
        for (String number : Arrays.asList(firstNumber, secondNumber)) {
            PhotoText text = number == null ? PhotoText.without(PhotoText.Status.OFF) : TextExamples.text(number);
            frames.add(frame(frames.size(), /* hash= */ 3L * frames.size(), text));
        }
        return frames;
    }

    /** So many photos of one hash, of which no two are the same image data. */
    static List<Photo> equalFrames(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> frame(number, 7, PhotoText.without(PhotoText.Status.OFF)))
                .toList();
    }

    private static Photo frame(int number, long hash, PhotoText text) {
        Sha256 sha256 = Sha256.of(("frame " + number).getBytes(StandardCharsets.US_ASCII));
        ComparedPhoto frame = new ComparedPhoto(
                sha256.hex(),
                Sha256.of(sha256.hex().getBytes(StandardCharsets.US_ASCII)).hex(),
                10_000,
                PerceptualHash.of(new long[] {hash, 1L << 40, 5, ~0L}, 90),
                null,
                THUMBS[0],
                Shot.UNKNOWN,
                List.of());
        return new Photo(sha256, "a".repeat(40), null, 7, found(frame, true, text));
    }

    private void add(int at) {
        Sha256 sha256 = Sha256.of(("photo " + at).getBytes(StandardCharsets.US_ASCII));
        ComparedPhoto photo = new ComparedPhoto(
                sha256.hex(),
                Sha256.of(new byte[] {(byte) random.nextInt(at + 20)}).hex(),
                100L * (100 + random.nextInt(3)),
                hash(),
                random.nextInt(6) > 0 ? null : hash(),
                THUMBS[random.nextInt(THUMBS.length)],
                shot(),
                List.of());
        boolean hashed = random.nextInt(30) > 0;
        records.put(
                sha256.hex(),
                new Photo(
                        sha256,
                        "a".repeat(40),
                        null,
                        at,
                        found(photo, hashed, PhotoText.without(PhotoText.Status.OFF))));
        if (hashed) {
            photos.add(photo);
        }
    }

    /** Of three families, in each equal hashes and turned ones; few bits off, or many. */
    private PerceptualHash hash() {
        long[] words = new Random(random.nextInt(3)).longs(4).toArray();
        int flips = random.nextInt(3) == 0 ? 0 : random.nextInt(28);
        for (int flip = 0; flip < flips; flip++) {
            words[random.nextInt(4)] ^= 1L << random.nextInt(64);
        }
        int quality = random.nextInt(4) == 0 ? 30 : 90;
        return PerceptualHash.of(words, quality).turned(random.nextInt(4) == 0 ? 1 + random.nextInt(8) : 1);
    }

    private Shot shot() {
        String time = random.nextInt(3) > 0 ? null : "2013-04-05T10:00:0" + random.nextInt(3);
        return new Shot(time, random.nextInt(4) > 0 ? null : "serial " + random.nextInt(2));
    }

    private static PhotoExamination found(ComparedPhoto photo, boolean hashed, PhotoText text) {
        return new PhotoExamination(
                "image/jpeg",
                true,
                new PixelSize((int) photo.pixels() / 100, 100),
                new Sha256(String.valueOf(photo.imageDataSha256())),
                new PhotoMetadata(fields(photo.shot()), List.of(), List.of()),
                Decoding.Status.DECODED,
                "FULL",
                hashed ? photo.hash() : null,
                hashed ? photo.thumb() : null,
                hashed ? photo.trimmedHash() : null,
                null,
                FileTraces.none(),
                text,
                null,
                List.of());
    }

    private static Map<PhotoField, FieldValue> fields(Shot shot) {
        Map<PhotoField, FieldValue> fields = new HashMap<>();
        if (shot.captureTime() != null) {
            fields.put(PhotoField.CAPTURE_TIME_LOCAL, value(shot.captureTime()));
        }
        if (shot.serialNumber() != null) {
            fields.put(PhotoField.SERIAL_NUMBER, value(shot.serialNumber()));
        }
        return fields;
    }

    private static FieldValue value(String text) {
        return new FieldValue(text, "EXIF", FieldValue.Agreement.SINGLE);
    }
}
