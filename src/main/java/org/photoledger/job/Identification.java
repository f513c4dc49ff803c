package org.photoledger.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.photoledger.finding.Finding;
import org.photoledger.identifier.Identifier;
import org.photoledger.identifier.IdentifierConflicts;
import org.photoledger.identifier.IdentifierRules;
import org.photoledger.identifier.Origin;
import org.photoledger.store.IdentifiableFile;
import org.photoledger.store.IdentifiablePhoto;
import org.photoledger.store.IdentifierStore;
import org.photoledger.store.PlacedIdentifier;

/**
 * Turns paths and accepted readings into identifiers, page by page, and tells where they contradict each other or the
 * capture time. Set-based over what is recorded, so that the result does not depend on the order of the examinations.
 */
final class Identification {

    private static final int PAGE = 500;

    private final IdentifierStore store;
    private final IdentifierRules rules;
    private final Pages pages;
    private long lastId;

    /** The next files after an id. */
    interface Pages {
        List<IdentifiableFile> after(long id, int limit);
    }

    Identification(IdentifierStore store, IdentifierRules rules, Pages pages) {
        this.store = store;
        this.rules = rules;
        this.pages = pages;
    }

    /** Identifies the next page; false where there is none. */
    boolean nextPage() {
        List<IdentifiableFile> files = pages.after(lastId, PAGE);
        if (files.isEmpty()) {
            return false;
        }
        lastId = files.get(files.size() - 1).id();
        identify(files);
        return files.size() == PAGE;
    }

    private void identify(List<IdentifiableFile> files) {
        Map<String, IdentifiablePhoto> photos = store.photos(files.stream()
                .map(IdentifiableFile::sha256)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, List<PlacedIdentifier>> ofPhotos = new HashMap<>();
        Map<Long, List<Finding>> limits = new HashMap<>();
        for (IdentifiablePhoto photo : photos.values()) {
            List<Finding> ofPhoto = new ArrayList<>();
            ofPhotos.put(photo.id(), ofPhoto(photo, ofPhoto));
            limits.put(photo.id(), ofPhoto);
        }
        Map<Long, List<PlacedIdentifier>> ofFiles = new HashMap<>();
        Map<Long, List<Finding>> findings = new HashMap<>();
        for (IdentifiableFile file : files) {
            List<Finding> ofFile = new ArrayList<>();
            List<PlacedIdentifier> ofPath = ofPath(file.path(), ofFile);
            IdentifiablePhoto photo = file.sha256() == null ? null : photos.get(file.sha256());
            if (photo != null) {
                ofFile.addAll(limits.getOrDefault(photo.id(), List.of()));
                ofFile.addAll(conflicts(ofPath, photo, ofPhotos.getOrDefault(photo.id(), List.of())));
            }
            ofFiles.put(file.id(), ofPath);
            findings.put(file.id(), ofFile);
        }
        store.replace(ofPhotos, ofFiles);
        store.replaceConflicts(findings);
    }

    private List<PlacedIdentifier> ofPath(String path, List<Finding> limits) {
        return rules.inPath(path, limits::add).stream()
                .map(identifier -> new PlacedIdentifier(identifier, null))
                .toList();
    }

    private List<PlacedIdentifier> ofPhoto(IdentifiablePhoto photo, List<Finding> limits) {
        List<PlacedIdentifier> identifiers = new ArrayList<>();
        photo.readings()
                .forEach(reading -> rules.inText(reading.normalized(), reading.raw(), reading.origin(), limits::add)
                        .forEach(identifier -> identifiers.add(new PlacedIdentifier(identifier, reading))));
        return identifiers;
    }

    /** A caption repeats what a path says, or what somebody wrote later: only what stands in the picture contradicts it. */
    private static List<Finding> conflicts(
            List<PlacedIdentifier> path, IdentifiablePhoto photo, List<PlacedIdentifier> ofPhoto) {
        List<Identifier> onCards = identifiers(ofPhoto)
                .filter(identifier -> identifier.origin() != Origin.METADATA)
                .toList();
        return IdentifierConflicts.between(identifiers(path).toList(), onCards, photo.captureTimeLocal());
    }

    private static Stream<Identifier> identifiers(List<PlacedIdentifier> placed) {
        return placed.stream().map(PlacedIdentifier::identifier);
    }
}
