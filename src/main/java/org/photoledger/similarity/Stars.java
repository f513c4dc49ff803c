package org.photoledger.similarity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Clusters as stars around representatives: connected components would grow into chains of unlike pictures (measured in
 * research on near duplicates), in a star every member is near the picture shown next to it. In the order of evidence each
 * photo with no edge to a representative becomes one; every other goes to its nearest, of equally near ones to that of the
 * smaller digest. Photos of equal hash or image data are one node, with the evidence of the best. A function of the sets of
 * photos and pairs, not of their order.
 */
public final class Stars {

    private record Edge(int to, int distance) {}

    /** In the order of evidence; a photo's place is its number below. */
    private final List<LikePhoto> photos;

    private final Map<String, Integer> places = new HashMap<>();

    /** For each photo one of better evidence in the same node, or itself. */
    private final int[] better;

    private final Map<Integer, List<Edge>> edges = new TreeMap<>();

    private Stars(Collection<LikePhoto> photos) {
        this.photos = photos.stream().sorted().toList();
        this.better = new int[photos.size()];
        for (int at = 0; at < better.length; at++) {
            better[at] = at;
            places.put(this.photos.get(at).sha256(), at);
        }
    }

    /** The clusters, in the order of their representatives' evidence; pairs of photos that are not given are left out. */
    public static List<Star> of(Collection<LikePhoto> photos, Collection<LikePair> pairs) {
        Stars stars = new Stars(photos);
        List<LikePair> links = pairs.stream().filter(stars::known).toList();
        links.stream().filter(LikePair::ofOneNode).forEach(stars::join);
        links.stream().filter(pair -> !pair.ofOneNode()).forEach(stars::connect);
        return stars.clusters();
    }

    private boolean known(LikePair pair) {
        return pair.links() && places.containsKey(pair.sha256A()) && places.containsKey(pair.sha256B());
    }

    private int node(String sha256) {
        return node(places.getOrDefault(sha256, -1));
    }

    private int node(int photo) {
        int at = photo;
        while (better[at] != at) {
            better[at] = better[better[at]];
            at = better[at];
        }
        return at;
    }

    private void join(LikePair pair) {
        int one = node(pair.sha256A());
        int other = node(pair.sha256B());
        better[Math.max(one, other)] = Math.min(one, other);
    }

    private void connect(LikePair pair) {
        int one = node(pair.sha256A());
        int other = node(pair.sha256B());
        if (one != other) {
            edges.computeIfAbsent(one, node -> new ArrayList<>()).add(new Edge(other, pair.distance()));
            edges.computeIfAbsent(other, node -> new ArrayList<>()).add(new Edge(one, pair.distance()));
        }
    }

    private List<Star> clusters() {
        int[] centres = centres();
        Map<Integer, List<LikePhoto>> members = new TreeMap<>();
        for (int photo = 0; photo < better.length; photo++) {
            int centre = centres[node(photo)];
            List<LikePhoto> star = members.computeIfAbsent(centre, first -> new ArrayList<>());
            star.add(photo == centre ? 0 : star.size(), photos.get(photo));
        }
        return members.values().stream()
                .filter(photos -> photos.size() > 1)
                .map(Star::new)
                .toList();
    }

    /** The centre of each node. */
    private int[] centres() {
        int[] centres = better.clone();
        boolean[] centre = new boolean[centres.length];
        for (int node = 0; node < centre.length; node++) {
            centre[node] = edgesOf(node).stream().noneMatch(edge -> centre[edge.to]);
        }
        for (int node : edges.keySet()) {
            if (!centre[node]) {
                centres[node] = nearest(node, centre);
            }
        }
        return centres;
    }

    private int nearest(int node, boolean[] centre) {
        return edgesOf(node).stream()
                .filter(edge -> centre[edge.to])
                .min((one, other) -> one.distance != other.distance
                        ? Integer.compare(one.distance, other.distance)
                        : photos.get(one.to)
                                .sha256()
                                .compareTo(photos.get(other.to).sha256()))
                .orElseThrow()
                .to;
    }

    private List<Edge> edgesOf(int node) {
        return edges.getOrDefault(node, List.of());
    }
}
