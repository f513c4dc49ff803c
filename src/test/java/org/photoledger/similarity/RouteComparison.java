package org.photoledger.similarity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.photoledger.image.Luma;

/**
 * How far the hash moves with a picture's size and turn, where it is made of at most 512 pixels and where of a square of 320:
 * {@code RouteComparison FOLDER}, the folder that src/test/scripts/likeness-photos filled. Prints bits: median, 90 %, most.
 */
public final class RouteComparison {

    private static final List<Integer> SIZES = List.of(480, 256, 100);

    private final Function<Luma, PerceptualHash> route;
    private final Map<String, List<Integer>> distances = new LinkedHashMap<>();

    private RouteComparison(Function<Luma, PerceptualHash> route) {
        this.route = route;
    }

    public static void main(String[] arguments) throws IOException {
        RouteComparison plain = new RouteComparison(luma -> PdqHasher.plain(luma.boxShrunk(PdqHasher.LONG_SIDE)));
        RouteComparison square = new RouteComparison(PdqHasher::hash);
        for (Path file : Wallpapers.all(Path.of(arguments[0])).values()) {
            Luma picture = Luma.of(Wallpapers.opaque(file));
            PerceptualHash reference = PdqHasher.plain(picture);
            if (reference.quality() >= PerceptualHash.LEAST_QUALITY) {
                plain.add(picture, reference);
                square.add(picture, reference);
            }
        }
        plain.print("of at most 512 pixels");
        square.print("of a square of 320");
    }

    private void add(Luma picture, PerceptualHash reference) {
        PerceptualHash hash = route.apply(picture);
        add("from the hash of the full resolution", hash.distance(reference));
        for (int size : SIZES) {
            add("of a copy of " + size + " pixels", hash.distance(route.apply(picture.boxShrunk(size))));
        }
        for (int turn = 2; turn <= TurnedBits.TURNS; turn++) {
            add("of the turned picture", hash.turned(turn).distance(route.apply(picture.turned(turn))));
        }
    }

    private void add(String what, int distance) {
        distances.computeIfAbsent(what, key -> new ArrayList<>()).add(distance);
    }

    private void print(String name) {
        System.out.println(name);
        distances.forEach((what, bits) -> {
            Collections.sort(bits);
            int last = bits.size() - 1;
            System.out.printf(
                    Locale.ROOT,
                    "  %s: %d, %d, %d%n",
                    what,
                    bits.get(last / 2),
                    bits.get(last * 9 / 10),
                    bits.get(last));
        });
    }
}
