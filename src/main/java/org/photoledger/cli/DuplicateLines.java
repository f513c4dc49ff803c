package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.photoledger.report.PrintableText;
import org.photoledger.similarity.PerceptualHash;
import org.photoledger.store.Cluster;
import org.photoledger.store.Database;
import org.photoledger.store.DuplicateCounts;
import org.photoledger.store.LinkedPair;
import org.photoledger.store.LinkedPhoto;

/** What the verbs about duplicates print: each thing as a line of text, or as a JSON line of its type. */
final class DuplicateLines {

    /** The word for photos that may show one scene: none of the bands, for no such pair is kept. */
    static final String SIMILAR_SCENE = "SIMILAR_SCENE";

    private final boolean json;

    DuplicateLines(boolean json) {
        this.json = json;
    }

    void line(String type, Map<String, ?> members, String text) {
        if (json) {
            new JsonLines().print(type, members);
        } else {
            System.out.println(text);
        }
    }

    /** Text only: for what JSON tells by the type of a line. */
    void say(String text) {
        if (!json) {
            System.out.println(text);
        }
    }

    /** The last line, with counts of what was told; and a word where a run may still add to it. */
    void end(Database database, Map<String, Long> counts) {
        boolean complete = database.runs().lastUnfinished().isEmpty();
        if (!complete) {
            System.err.println(
                    "photoledger: a run of this home is not finished; pairs and clusters are as far as it came.");
        }
        if (json) {
            Map<String, Object> end = new LinkedHashMap<>();
            end.put("exitCode", 0);
            end.put("complete", complete);
            end.putAll(counts);
            new JsonLines().print("end", end);
        }
    }

    void counts(DuplicateCounts counts) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pairs", counts.pairs());
        members.put("clusters", counts.clusters());
        members.put("clustered", counts.clustered());
        members.put("suspicious", counts.suspicious());
        members.put("hubs", counts.hubs());
        members.put("withoutHash", counts.withoutHash());
        members.put("ofAnotherAlgorithm", counts.ofAnotherAlgorithm());
        String pairs = counts.pairs().entrySet().stream()
                .map(band -> String.format(Locale.ROOT, "  %-26s %9d%n", band.getKey(), band.getValue()))
                .collect(Collectors.joining());
        line(
                "duplicates",
                members,
                String.format(
                        Locale.ROOT,
                        "Pairs%n%sPhotos%n  %-26s %9d%n  %-26s %9d%n  %-26s %9d%n  %-26s %9d%nClusters%n  %-26s %9d%n  %-26s %9d",
                        pairs,
                        "in clusters",
                        counts.clustered(),
                        "hubs",
                        counts.hubs(),
                        "without a hash",
                        counts.withoutHash(),
                        "hash of another algorithm",
                        counts.ofAnotherAlgorithm(),
                        "all",
                        counts.clusters(),
                        "suspicious",
                        counts.suspicious()));
    }

    void cluster(Cluster cluster) {
        cluster("", cluster);
    }

    /** With words in front of its text. */
    void cluster(String heading, Cluster cluster) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("cluster", cluster.id());
        members.put("members", cluster.members());
        members.put("suspicious", cluster.suspicious());
        String text = joined(cluster.id(), cluster.members() + " photos", cluster.suspicious() ? "suspicious" : null);
        line("cluster", members, heading + text);
    }

    /** Both photos and how they are alike. */
    void pair(LinkedPair pair) {
        line(
                "pair",
                members(pair),
                joined(pair.sha256A(), pair.sha256B(), pair.band().name(), figures(pair)));
    }

    static Map<String, Object> members(LinkedPair pair) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sha256A", pair.sha256A());
        members.put("sha256B", pair.sha256B());
        members.put("distance", pair.distance());
        members.put("turn", pair.turn());
        members.put("residual", pair.residual());
        members.put("band", pair.band().name());
        members.put("reason", pair.reason() == null ? null : pair.reason().name());
        return members;
    }

    static String figures(LinkedPair pair) {
        return joined(
                pair.distance() == null ? null : "distance " + pair.distance(),
                pair.turn() == null ? null : "turn " + pair.turn(),
                pair.residual() == null ? null : String.format(Locale.ROOT, "residual %.3f", pair.residual()),
                pair.reason() == null ? null : pair.reason().name());
    }

    void hub(LinkedPhoto photo) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sha256", photo.sha256());
        members.put("partners", photo.partners());
        members.put("path", photo.path());
        line("hub", members, joined(photo.sha256(), photo.partners() + " near photos", path(photo.path())));
    }

    void unhashed(LinkedPhoto photo) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sha256", photo.sha256());
        members.put("path", photo.path());
        members.put("decode", photo.decode());
        members.put("perceptualHashAlgorithm", photo.hashAlgorithm());
        line("unhashed", members, joined(photo.sha256(), hash(photo), path(photo.path())));
    }

    /** Whether and how well it can be compared. */
    static String hash(LinkedPhoto photo) {
        if (photo.hashAlgorithm() == null) {
            return "no hash (" + (photo.decode() == null ? "no pixels" : photo.decode()) + ")";
        }
        return PerceptualHash.ALGORITHM.equals(photo.hashAlgorithm())
                ? "quality " + photo.hashQuality()
                : "hash of another algorithm (" + photo.hashAlgorithm() + ")";
    }

    static @Nullable String path(@Nullable String path) {
        return path == null ? null : PrintableText.of(path);
    }

    /** The parts that there are, two blanks between them. */
    static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
