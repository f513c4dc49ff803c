package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.photoledger.similarity.Link;
import org.photoledger.store.Cluster;
import org.photoledger.store.DuplicateReader;
import org.photoledger.store.LinkedPair;
import org.photoledger.store.LinkedPhoto;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code duplicates show CLUSTER|SHA256}: a photo's cluster and its pairs, with the first path of each; never a picture. */
@Command(name = "show", description = "Show a photo's cluster and the photos that are like it.")
final class DuplicatesShowCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(
            paramLabel = "CLUSTER|SHA256",
            description = "A cluster's id or a photo's digest; at least its first 8 digits.")
    private String key = "";

    @Option(
            names = "--similar",
            description =
                    "Also photos that may show the same scene, 32 to 60 bits away: computed, not kept; 200 at most.")
    private boolean similar;

    private final Map<String, Long> counts = new LinkedHashMap<>();

    @Override
    public Integer call() {
        String digits = DigestArgument.digits(key);
        try (Session session = Session.existing(options, "duplicates")) {
            DuplicateReader reader = session.database().duplicates();
            DuplicateLines lines = new DuplicateLines(options.json());
            LinkedPhoto photo = DigestArgument.find(reader, digits);
            tell(photo, lines);
            reader.clusterOf(photo.sha256()).ifPresent(cluster -> tell(cluster, photo, reader, lines));
            tellPairs(photo, reader, lines);
            if (photo.hub() || similar) {
                tellComputed(new HashSearch(session.database().links(), photo), photo, reader, lines);
            }
            lines.end(session.database(), counts);
        }
        return 0;
    }

    private static void tell(LinkedPhoto photo, DuplicateLines lines) {
        Map<String, Object> members = members(photo);
        members.put("decode", photo.decode());
        members.put("perceptualHashQuality", photo.hashQuality());
        members.put("perceptualHashAlgorithm", photo.hashAlgorithm());
        members.put("partners", photo.partners());
        members.put("hub", photo.hub());
        lines.line("photo", members, "Photo " + text(photo));
        lines.say("  "
                + DuplicateLines.joined(
                        DuplicateLines.hash(photo),
                        photo.partners() == 0 ? null : photo.partners() + " near photos of other hashes",
                        photo.hub() ? "hub: more than are kept as pairs" : null));
    }

    private static Map<String, Object> members(LinkedPhoto photo) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sha256", photo.sha256());
        members.put("width", photo.width());
        members.put("height", photo.height());
        members.put("captureTimeLocal", photo.captureTime());
        members.put("path", photo.path());
        return members;
    }

    private static String text(LinkedPhoto photo) {
        return DuplicateLines.joined(
                photo.sha256(),
                photo.width() == null ? "size unknown" : photo.width() + " x " + photo.height(),
                photo.captureTime() == null ? "no capture time" : photo.captureTime(),
                DuplicateLines.path(photo.path()));
    }

    /** A suspicious cluster may be a heap of thousands: it is listed for who asks for it. */
    private static void tell(Cluster cluster, LinkedPhoto photo, DuplicateReader reader, DuplicateLines lines) {
        lines.cluster("Cluster ", cluster);
        if (cluster.suspicious() && !cluster.id().equals(photo.sha256())) {
            lines.say("  its members are listed by photoledger duplicates show " + cluster.id());
            return;
        }
        List<String> digests = reader.members(cluster, HashSearch.MOST);
        for (LinkedPhoto member : reader.photos(digests)) {
            Map<String, Object> members = members(member);
            members.put("representative", member.sha256().equals(cluster.id()));
            lines.line("member", members, "  " + text(member));
        }
        if (digests.size() < cluster.members()) {
            lines.say("  and " + (cluster.members() - digests.size()) + " more: " + cluster.members() + " in all");
        }
    }

    private void tellPairs(LinkedPhoto photo, DuplicateReader reader, DuplicateLines lines) {
        lines.say("Pairs");
        reader.pairsOf(photo.sha256(), pairs -> {
            tellPairs(pairs, true, photo, reader, lines);
            counts.merge("pairs", (long) pairs.size(), Long::sum);
        });
        if (counts.getOrDefault("pairs", 0L) == 0) {
            lines.say("  none are kept");
        }
    }

    private static void tellPairs(
            List<LinkedPair> pairs, boolean kept, LinkedPhoto photo, DuplicateReader reader, DuplicateLines lines) {
        Map<String, String> paths = reader.firstPaths(
                pairs.stream().map(pair -> pair.other(photo.sha256())).toList());
        for (LinkedPair pair : pairs) {
            String other = pair.other(photo.sha256());
            Map<String, Object> members = DuplicateLines.members(pair);
            members.put("kept", kept);
            members.put("path", paths.get(other));
            lines.line(
                    "pair",
                    members,
                    "  "
                            + DuplicateLines.joined(
                                    other, pair.band().name(), DuplicateLines.figures(pair), path(paths, other)));
        }
    }

    private static @Nullable String path(Map<String, String> paths, String sha256) {
        return DuplicateLines.path(paths.get(sha256));
    }

    private void tellComputed(HashSearch search, LinkedPhoto photo, DuplicateReader reader, DuplicateLines lines) {
        if (photo.hub()) {
            NearestFew<Link> pairs = search.pairs();
            counts.put("computedPairs", pairs.count());
            lines.say("Pairs of a hub: not kept, computed now from the hashes, "
                    + told(pairs.nearest().size(), pairs.count()));
            tellPairs(pairs.nearest().stream().map(LinkedPair::of).toList(), false, photo, reader, lines);
        }
        if (similar) {
            HashSearch.SimilarScenes scenes = search.similar();
            counts.put("similar", scenes.count());
            lines.say("Similar scenes: not kept, computed now from the hashes, "
                    + told(scenes.nearest().size(), scenes.count()));
            tellSimilar(scenes.nearest(), reader, lines);
        }
    }

    private static String told(int listed, long count) {
        return listed == count ? String.valueOf(count) : count + " of which these " + listed + " are nearest";
    }

    private static void tellSimilar(List<HashSearch.Similar> scenes, DuplicateReader reader, DuplicateLines lines) {
        Map<String, String> paths = reader.firstPaths(
                scenes.stream().map(HashSearch.Similar::sha256).toList());
        for (HashSearch.Similar scene : scenes) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("sha256", scene.sha256());
            members.put("distance", scene.match().distance());
            members.put("turn", scene.match().turn());
            members.put("band", DuplicateLines.SIMILAR_SCENE);
            members.put("perceptualHashQuality", scene.quality());
            members.put("path", paths.get(scene.sha256()));
            String text = DuplicateLines.joined(
                    scene.sha256(),
                    DuplicateLines.SIMILAR_SCENE,
                    "distance " + scene.match().distance(),
                    "turn " + scene.match().turn(),
                    "quality " + scene.quality(),
                    path(paths, scene.sha256()));
            lines.line("similar", members, "  " + text);
        }
    }
}
