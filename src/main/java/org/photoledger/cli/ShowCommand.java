package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.photoledger.digest.Sha256;
import org.photoledger.finding.Finding;
import org.photoledger.image.Quantization;
import org.photoledger.job.ExitCode;
import org.photoledger.job.RefusedException;
import org.photoledger.photo.EmbeddedThumbnail;
import org.photoledger.photo.FileTraces;
import org.photoledger.photo.Photo;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.report.PrintableText;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.store.Absence;
import org.photoledger.store.Database;
import org.photoledger.store.FileRow;
import org.photoledger.store.LinkedPhoto;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code show SHA256|PATH}: all that is recorded about one photo or one path. */
@Command(
        name = "show",
        description = "Show all that is recorded about a photo, by digest or by path inside its source.")
final class ShowCommand implements Callable<Integer> {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

    /** The first digits of one, as duplicates takes them too. */
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-fA-F]{8,63}");

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(
            paramLabel = "SHA256|PATH",
            description =
                    "A photo's digest or its first 8 digits or more, or a path as files prints it or as exports do (SOURCE/path).")
    private String key = "";

    @Override
    public Integer call() {
        try (Session session = Session.existing(options, "show")) {
            List<FileRow> files = files(session.database());
            if (files.isEmpty()) {
                throw new RefusedException(
                        ExitCode.NOT_FOUND,
                        "Nothing is recorded under " + key + "; photoledger files lists the paths.");
            }
            files.forEach(file ->
                    tell("file", members(file, session.database().absences().of(file))));
            files.stream()
                    .map(FileRow::sha256)
                    .flatMap(sha256 -> Optional.ofNullable(sha256).stream())
                    .distinct()
                    .flatMap(sha256 -> session.database().photos().bySha256(new Sha256(sha256)).stream())
                    .forEach(this::tell);
        }
        if (options.json()) {
            new JsonLines().end(0);
        }
        return 0;
    }

    private Map<String, Object> members(FileRow file, List<Absence> absences) {
        Map<String, Object> members = FilesCommand.members(file);
        members.put("absences", options.json() ? AbsenceLines.members(absences) : AbsenceLines.sentences(absences));
        return members;
    }

    private void tell(Photo photo) {
        tell("photo", members(photo));
        RegionLines.of(photo.examination()).forEach(region -> tell("region", region));
    }

    private List<FileRow> files(Database database) {
        if (DIGEST.matcher(key).matches()) {
            return database.sourceFiles().bySha256(new Sha256(key.toLowerCase(java.util.Locale.ROOT)));
        }
        List<FileRow> exact = database.sourceFiles().byPath(key);
        if (!exact.isEmpty()) {
            return exact;
        }
        if (BEGINNING.matcher(key).matches()) {
            LinkedPhoto photo = DigestArgument.find(database.duplicates(), DigestArgument.digits(key));
            return database.sourceFiles().bySha256(new Sha256(photo.sha256()));
        }
        return database.sourceFiles().byPath(PrintableText.parse(key));
    }

    private void tell(String type, Map<String, Object> members) {
        if (options.json()) {
            new JsonLines().print(type, members);
            return;
        }
        System.out.println(type);
        members.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                list.forEach(item -> System.out.printf("  %-23s %s%n", name, PrintableText.of(String.valueOf(item))));
            } else if (value != null) {
                System.out.printf("  %-23s %s%n", name, PrintableText.of(String.valueOf(value)));
            }
        });
    }

    private static Map<String, Object> members(Photo photo) {
        PhotoExamination found = photo.examination();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sha256", photo.sha256().hex());
        members.put("sha1", photo.sha1());
        members.put("md5", photo.md5());
        members.put("bytes", photo.bytes());
        members.put("mediaType", found.mediaType());
        members.put("width", found.size() == null ? null : found.size().width());
        members.put("height", found.size() == null ? null : found.size().height());
        members.put(
                "imageDataSha256",
                found.imageDataDigest() == null ? null : found.imageDataDigest().hex());
        members.put("decode", found.decode() == null ? null : found.decode().name());
        members.put("decodeRoute", found.decodeRoute());
        members.put(
                "perceptualHash",
                found.perceptualHash() == null ? null : found.perceptualHash().hex());
        members.put(
                "perceptualHashQuality",
                found.perceptualHash() == null ? null : found.perceptualHash().quality());
        members.put(
                "trimmedPerceptualHash",
                found.trimmedHash() == null ? null : found.trimmedHash().hex());
        members.putAll(traces(found.traces()));
        found.metadata()
                .fields()
                .forEach((field, value) -> members.put(
                        field.exportName(), value.text() + "  (" + value.origin() + ", " + value.agreement() + ")"));
        members.put("text", found.text().status().name());
        members.put("findings", findings(found));
        return members;
    }

    private static Map<String, Object> traces(FileTraces traces) {
        EmbeddedThumbnail thumbnail = traces.thumbnail();
        PerceptualHash hash = thumbnail == null ? null : thumbnail.perceptualHash();
        Quantization quantization = traces.quantization();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "thumbnailSha256", thumbnail == null ? null : thumbnail.sha256().hex());
        members.put("thumbnailPerceptualHash", hash == null ? null : hash.hex());
        members.put("thumbnailDistance", thumbnail == null ? null : thumbnail.distance());
        members.put(
                "quantizationSha256",
                quantization == null ? null : quantization.digest().hex());
        members.put("jpegQuality", quantization == null ? null : quantization.jpegQuality());
        members.put("trailingBytes", traces.trailingBytes());
        return members;
    }

    private static List<String> findings(PhotoExamination found) {
        return java.util.stream.Stream.concat(found.findings().stream(), found.metadata().findings().stream())
                .map(ShowCommand::line)
                .toList();
    }

    private static String line(Finding finding) {
        return finding.code() + " " + finding.severity() + ": " + finding.detail();
    }
}
