package org.photoledger.similarity;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.photoledger.image.Luma;
import org.photoledger.testing.Pictures;

/**
 * Measures how surely copies are found and labelled, and how often others are: {@code LikenessEvaluation FOLDER}, the folder
 * that src/test/scripts/likeness-photos filled. Prints the tables of src/docs/duplicates.md.
 */
public final class LikenessEvaluation {

    private static final int TILES = 12;

    private final Path folder;
    private final Map<String, CopyTally> photographs = new LinkedHashMap<>();
    private final Map<String, CopyTally> drawings = new LinkedHashMap<>();
    private Map<String, CopyTally> tallies = photographs;
    private final List<EvaluatedPhoto> originals = new ArrayList<>();
    private final List<EvaluatedPhoto> copies = new ArrayList<>();
    private final List<EvaluatedPhoto> tiles = new ArrayList<>();
    private final List<EvaluatedPhoto> trimmed = new ArrayList<>();
    private final List<EvaluatedPhoto> trimmedTiles = new ArrayList<>();

    private LikenessEvaluation(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        LikenessEvaluation evaluation = new LikenessEvaluation(Path.of(arguments[0]));
        List<String> photographs = Wallpapers.photographs();
        for (var file : Wallpapers.all(evaluation.folder).entrySet()) {
            String name = evaluation.folder.relativize(file.getValue()).toString();
            evaluation.tallies = photographs.contains(name) ? evaluation.photographs : evaluation.drawings;
            evaluation.photo(file.getKey(), Wallpapers.opaque(file.getValue()));
        }
        evaluation.print();
        evaluation.lookAlikes();
        new StaticCamera(evaluation.folder).print();
    }

    private void photo(String scene, BufferedImage picture) throws IOException {
        if (!Wallpapers.large(picture)) {
            return;
        }
        EvaluatedPhoto original = EvaluatedPhoto.of(scene, Pictures.jpeg(picture, 0.95f), "image/jpeg");
        if (!original.detailed()) {
            return;
        }
        originals.add(original);
        UniformBorder.trimmed(original.picture()).ifPresent(inner -> trimmed(scene, inner));
        for (CopyKind kind : CopyKind.values()) {
            copy(kind.name(), original, EvaluatedPhoto.of(scene, kind.of(picture), "image/jpeg"));
        }
        copy("WEBP", original, EvaluatedPhoto.of(scene, Webp.coded(folder, picture), "image/webp"));
        for (Bordered kind : Bordered.values()) {
            bordered(kind.name(), original, EvaluatedPhoto.of(scene, kind.of(picture), "image/jpeg"));
        }
        tiles(original, picture);
    }

    private void copy(String kind, EvaluatedPhoto original, EvaluatedPhoto copy) {
        copies.add(copy);
        tally(kind).add(original, copy);
    }

    private void bordered(String kind, EvaluatedPhoto original, EvaluatedPhoto copy) {
        tally(kind).add(original, copy);
        CopyTally tally = tally(kind + " trimmed");
        Optional<EvaluatedPhoto> inner = UniformBorder.trimmed(copy.picture()).map(part -> trimmed(copy.group(), part));
        Optional<EvaluatedPhoto> innerOriginal = UniformBorder.trimmed(original.picture())
                .map(part -> EvaluatedPhoto.of(copy.group(), original.pixels(), part));
        tally.addNearest(List.of(original, innerOriginal.orElse(original)), List.of(inner.orElse(copy), copy));
    }

    private EvaluatedPhoto trimmed(String scene, Luma part) {
        EvaluatedPhoto inner = EvaluatedPhoto.of(scene, 0, part);
        trimmed.add(inner);
        return inner;
    }

    private CopyTally tally(String kind) {
        return tallies.computeIfAbsent(kind, name -> new CopyTally());
    }

    /** Parts that do not overlap, as photos of their own: other pictures than any photo of another scene. */
    private void tiles(EvaluatedPhoto original, BufferedImage picture) {
        int width = picture.getWidth() / TILES;
        int height = picture.getHeight() / TILES;
        for (int at = 0; at < TILES * TILES; at++) {
            BufferedImage part = picture.getSubimage(at % TILES * width, at / TILES * height, width, height);
            EvaluatedPhoto tile = EvaluatedPhoto.of(original.group(), Pictures.jpeg(part, 0.9f), "image/jpeg");
            if (tile.detailed()) {
                tiles.add(tile);
                UniformBorder.trimmed(tile.picture())
                        .ifPresent(inner -> trimmedTiles.add(EvaluatedPhoto.of(tile.group(), 0, inner)));
            }
        }
    }

    private void print() {
        System.out.printf(Locale.ROOT, "%d pictures, %d parts%n", originals.size(), tiles.size());
        print("photographs", photographs);
        print("drawings and patterns", drawings);
        unrelated();
    }

    /** Pairs with a picture in them, and apart from these pairs of two parts, which have little in them. */
    private void unrelated() {
        FalsePairs pictures = new FalsePairs();
        pictures.between(copies, originals);
        pictures.between(copies, tiles);
        pictures.between(originals, tiles);
        pictures.among(originals);
        pictures.print("unrelated: copies, originals, and these against parts");
        FalsePairs inner = new FalsePairs();
        for (List<EvaluatedPhoto> others : List.of(originals, copies, tiles, trimmedTiles)) {
            inner.between(trimmed, others);
        }
        inner.between(trimmedTiles, originals);
        inner.between(trimmedTiles, copies);
        inner.among(trimmed);
        inner.print("unrelated, one or both trimmed: copies, originals, and these against parts");
        FalsePairs parts = new FalsePairs();
        parts.among(tiles);
        parts.print("unrelated: parts among each other");
        FalsePairs innerParts = new FalsePairs();
        innerParts.among(trimmedTiles);
        innerParts.between(trimmedTiles, tiles);
        innerParts.print("unrelated, one or both trimmed: parts among each other");
    }

    private static void print(String what, Map<String, CopyTally> tallies) {
        System.out.println("\n| copies of " + any(tallies).size() + " " + what
                + " | found | distance: median, 90 %, most | residual: median, 90 % | `REENCODE` of those found |");
        System.out.println("|---|---|---|---|---|");
        tallies.forEach((kind, tally) -> System.out.println("| " + kind + tally.cells()));
    }

    private static CopyTally any(Map<String, CopyTally> tallies) {
        return tallies.values().iterator().next();
    }

    private void lookAlikes() {
        List<LookAlikes.Numbered> forms = new ArrayList<>();
        List<LookAlikes.Numbered> walls = new ArrayList<>();
        for (int at = 0; at < 200; at++) {
            forms.add(LookAlikes.form(at));
            walls.add(LookAlikes.wall(at));
        }
        MomentTally.print("200 forms of one template", forms);
        MomentTally.print("200 frames of one wall", walls);
    }
}
