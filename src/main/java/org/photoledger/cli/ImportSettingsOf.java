package org.photoledger.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.photoledger.digest.Sha256;
import org.photoledger.identifier.IdentifierRules;
import org.photoledger.identifier.IdentifierRulesException;
import org.photoledger.image.HeifConverter;
import org.photoledger.image.ImageLimits;
import org.photoledger.job.ContainerLimits;
import org.photoledger.job.ImportSettings;
import org.photoledger.metadata.MetadataLimits;
import org.photoledger.sandbox.Confinement;
import org.photoledger.sandbox.ExaminationSettings;
import org.photoledger.sandbox.WorkerSettings;
import org.photoledger.similarity.Likeness;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.text.TextReader;
import org.photoledger.text.TextSettings;

/** Translates the settings file into what the job takes. */
final class ImportSettingsOf {

    private ImportSettingsOf() {}

    static ImportSettings session(Session session, @Nullable Integer workerOption) {
        Settings settings = session.settings();
        int count = workerOption == null ? settings.workers().countOrCores() : workerOption;
        WorkerSettings workers =
                workers(settings, count, session.home().folder().resolve("workers"));
        IdentifierRules rules = rules(settings.identifiers().rules());
        return new ImportSettings(
                session.home().folder(),
                settings.importing().chunkSize(),
                settings.importing().inventoryChunkSize(),
                settings.importing().fileBytes(),
                settings.digest().md5(),
                workers,
                settings.text().enabled(),
                settings.duplicates().partners(),
                limits(settings.containers()),
                rules,
                resultDigest(settings, rules, workers.examination().heif()),
                Version.number(),
                settings.report().language(),
                settings.shown());
    }

    private static ContainerLimits limits(Settings.ContainersPart part) {
        return new ContainerLimits(part.depth(), part.members(), part.ratio(), part.freeBytes());
    }

    static WorkerSettings workers(Settings settings, int count, Path folder) {
        Settings.WorkersPart workers = settings.workers();
        return new WorkerSettings(
                count,
                workers.deadline(),
                workers.heapMegabytes(),
                workers.residentMegabytes(),
                workers.frameBytes(),
                workers.deathsInARow(),
                folder,
                confinement(settings),
                examination(settings));
    }

    static Confinement confinement(Settings settings) {
        return settings.workers().confine() ? Confinement.ofThisSystem() : Confinement.off();
    }

    private static ExaminationSettings examination(Settings settings) {
        Settings.LimitsPart limits = settings.limits();
        return new ExaminationSettings(
                new ImageLimits(
                        limits.pixels(),
                        limits.scans(),
                        limits.blockBytes(),
                        limits.blocks(),
                        limits.inflatedBytes(),
                        limits.directories()),
                new MetadataLimits(limits.tags(), limits.valueChars(), limits.totalChars(), limits.directories()),
                heif(settings),
                textSettings(settings.text()),
                settings.text().documentChars());
    }

    /** A conversion ends well before its worker's deadline, so that it costs the pixels and not the record. */
    static HeifConverter heif(Settings settings) {
        return settings.image()
                .converter(settings.workers().deadline().multipliedBy(2).dividedBy(3));
    }

    private static TextSettings textSettings(Settings.TextPart text) {
        return new TextSettings(text.detectorSide(), text.regions(), file(text.recognizer()), file(text.dictionary()));
    }

    private static @Nullable Path file(String name) {
        return name.isEmpty() ? null : Path.of(name).toAbsolutePath();
    }

    private static IdentifierRules rules(String file) {
        try {
            return file.isEmpty() ? IdentifierRules.defaults() : IdentifierRules.parse(Files.readString(Path.of(file)));
        } catch (IdentifierRulesException e) {
            throw new UsageException((file.isEmpty() ? "" : "The file " + file + ": ") + e.getMessage());
        } catch (IOException e) {
            throw new UsageException("The rules file " + file
                    + " (photoledger.identifiers.rules) cannot be read as UTF-8 text; check its path and permissions.");
        }
    }

    /** Digest over what changes results: limits, models, converter, rules and algorithm versions, never numbers of workers or chunks. */
    static String resultDigest(Settings settings, IdentifierRules rules, HeifConverter heif) {
        Settings.TextPart text = settings.text();
        String description = settings.limits() + " " + settings.digest() + " "
                + settings.importing().fileBytes() + " "
                + settings.workers().deadline() + " " + settings.workers().heapMegabytes() + " "
                + settings.workers().residentMegabytes() + " "
                + PerceptualHash.ALGORITHM + " " + Likeness.RULES + " " + settings.duplicates()
                + " " + settings.containers()
                + " containers-3 structure-1 metadata-1 thumbnail-1 decode-1 traces-1 extension-1 "
                + heif.state() + " "
                + TextReader.ENGINE_VERSION + " "
                + text.detectorSide() + " " + text.regions() + " " + text.documentChars() + " "
                + contentOf(text.recognizer()) + " " + contentOf(text.dictionary()) + " " + rules.digest();
        return Sha256.of(description.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** A model is what its bytes are, wherever the file lies. */
    private static String contentOf(String file) {
        try {
            return file.isEmpty()
                    ? ""
                    : Sha256.of(Files.readAllBytes(Path.of(file))).hex();
        } catch (IOException e) {
            throw new UsageException(
                    "The model file " + file + " (photoledger.text) cannot be read; check its path and permissions.");
        }
    }
}
