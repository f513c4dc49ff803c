package org.photoledger.identifier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.photoledger.identifier.FoldedText.Folding;

/**
 * The names of a path. A container ({@code batch.zip!/}) counts as a folder; the extensions of containers and of the file
 * say nothing about the photo and are left out.
 */
final class PathText {

    private static final Pattern EXTENSION =
            Pattern.compile("(?<=.)(?:\\.tar)?\\.(?:\\p{Alpha}\\p{Alnum}{0,7}|7z)$", Pattern.CASE_INSENSITIVE);

    private PathText() {}

    static Map<Place, List<FoldedText>> of(String path) {
        FoldedText whole = folded(path);
        List<FoldedText> names = names(whole);
        Map<Place, List<FoldedText>> places = new EnumMap<>(Place.class);
        places.put(Place.PATH, List.of(whole));
        places.put(Place.FOLDER, names.subList(0, names.size() - 1));
        places.put(Place.FILE, names.subList(names.size() - 1, names.size()));
        return places;
    }

    private static FoldedText folded(String path) {
        Folding folding = new Folding(path);
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            add(folding, path, from, folderEnd(path, from, slash));
            folding.add('/', slash);
            from = slash + 1;
        }
        add(folding, path, from, stemEnd(path, from, path.length()));
        return folding.done();
    }

    private static void add(Folding folding, String path, int from, int to) {
        for (int at = from; at < to; at++) {
            folding.add(FoldedText.folded(path.charAt(at)), at);
        }
    }

    private static int folderEnd(String path, int from, int slash) {
        boolean container = slash > from && path.charAt(slash - 1) == '!';
        return container ? stemEnd(path, from, slash - 1) : slash;
    }

    private static int stemEnd(String path, int from, int to) {
        Matcher extension = EXTENSION.matcher(path).region(from, to);
        return extension.find() ? extension.start() : to;
    }

    private static List<FoldedText> names(FoldedText path) {
        List<FoldedText> names = new ArrayList<>();
        int from = 0;
        for (int slash = path.text().indexOf('/');
                slash >= 0;
                slash = path.text().indexOf('/', from)) {
            names.add(path.between(from, slash));
            from = slash + 1;
        }
        names.add(path.between(from, path.text().length()));
        return names;
    }
}
