package org.photoledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.photoledger.digest.Sha256;
import org.photoledger.image.Decoding;
import org.photoledger.image.PixelSize;
import org.photoledger.metadata.FieldValue;
import org.photoledger.metadata.PhotoField;
import org.photoledger.metadata.PhotoMetadata;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.photo.PhotoText;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.source.Outcome;
import org.photoledger.source.ScannedName;
import org.photoledger.source.SourcePath;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reading photos for lists of duplicates promises, on any database. */
abstract class LinkedPhotoContract extends DatabaseContract {

    private static Sha256 digest(int number) {
        return Sha256.of(("photo " + number).getBytes(StandardCharsets.US_ASCII));
    }

    private static Photo photo(int number, @Nullable PerceptualHash hash) {
        FieldValue time = new FieldValue("2013-04-05T10:00:00", "EXIF", FieldValue.Agreement.SINGLE);
        PhotoExamination found = new PhotoExamination(
                "image/jpeg",
                true,
                hash == null ? null : new PixelSize(640, 480),
                null,
                new PhotoMetadata(Map.of(PhotoField.CAPTURE_TIME_LOCAL, time), List.of(), List.of()),
                hash == null ? Decoding.Status.FAILED : Decoding.Status.DECODED,
                "FULL",
                hash,
                null,
                null,
                null,
                FileTraces.none(),
                PhotoText.without(PhotoText.Status.OFF),
                null,
                List.of());
        return new Photo(digest(number), "a".repeat(40), null, 7, found);
    }

    /** Each under two paths, of which the second stands first in the order of bytes. */
    private void recorded(List<Photo> photos) {
        Run run = aRun();
        List<ScannedName> names = Stream.of("b", "a")
                .flatMap(folder -> photos.stream().map(photo -> folder + "/" + photo.sha256()))
                .map(path ->
                        new ScannedName(SourcePath.ofBytes(path.getBytes(StandardCharsets.US_ASCII)), 7, NOON, null))
                .toList();
        database().sourceFiles().take(run, ANY_SIZE, names);
        database()
                .sourceFiles()
                .settle(database().sourceFiles().pending(run.number(), 0, names.size()).stream()
                        .map(file -> new SettledFile(
                                file.id(),
                                Outcome.RECORDED,
                                null,
                                new Sha256(file.path().text().substring(2)),
                                "image/jpeg",
                                1,
                                7,
                                NOON,
                                null,
                                List.of()))
                        .toList());
        database().photos().record(photos);
    }

    @Test
    void hubsAndPhotosThatAreComparedWithNoneAreListedWithTheirFirstPath() {
        PerceptualHash hash = new PerceptualHash("f0".repeat(32), 60);
        recorded(List.of(photo(1, hash), photo(2, null), photo(3, hash), photo(4, hash)));
        JdbcClient sql = JdbcClient.create(database().dataSource());
        sql.sql("update photo set perceptual_hash_algorithm = 'of-old' where sha256 = :sha256")
                .param("sha256", digest(3).hex())
                .update();
        List<LinkedPhoto> photos = database()
                .duplicates()
                .photos(List.of(digest(4).hex(), digest(9).hex(), digest(1).hex()));
        assertThat(photos)
                .extracting(LinkedPhoto::sha256)
                .containsExactly(digest(4).hex(), digest(1).hex());
        database().links().counted(Map.of(photos.get(0).id(), 5, photos.get(1).id(), 4), 4, "rules");

        List<LinkedPhoto> hubs = new ArrayList<>();
        database().duplicates().hubs(hubs::add);
        LinkedPhoto expected = new LinkedPhoto(
                photos.get(0).id(),
                digest(4).hex(),
                640,
                480,
                "2013-04-05T10:00:00",
                "DECODED",
                60,
                PerceptualHash.ALGORITHM,
                5,
                true,
                "leak/a/" + digest(4).hex());
        assertThat(hubs).containsExactly(expected);

        List<LinkedPhoto> unhashed = new ArrayList<>();
        database().duplicates().unhashed(unhashed::add);
        assertThat(unhashed)
                .extracting(LinkedPhoto::path, LinkedPhoto::decode, LinkedPhoto::hashAlgorithm)
                .containsExactlyInAnyOrder(
                        tuple("leak/a/" + digest(2).hex(), "FAILED", null),
                        tuple("leak/a/" + digest(3).hex(), "DECODED", "of-old"));
    }

    @Test
    void photosAreFoundByTheirFirstDigits() {
        List<Photo> photos =
                IntStream.range(0, 40).mapToObj(number -> photo(number, null)).toList();
        database().photos().record(photos);
        String whole = digest(7).hex();
        assertThat(database().duplicates().beginning(whole)).containsExactly(whole);
        assertThat(database().duplicates().beginning(whole.substring(0, 8))).containsExactly(whole);
        assertThat(database().duplicates().beginning(digest(99).hex())).isEmpty();
        // sixteen digits for forty photos
        List<String> sorted =
                photos.stream().map(photo -> photo.sha256().hex()).sorted().toList();
        String alike = IntStream.range(1, sorted.size())
                .filter(at -> sorted.get(at).charAt(0) == sorted.get(at - 1).charAt(0))
                .mapToObj(at -> sorted.get(at).substring(0, 1))
                .findFirst()
                .orElseThrow();
        assertThat(database().duplicates().beginning(alike)).hasSize(2).allMatch(sha256 -> sha256.startsWith(alike));
    }
}
