package org.photoledger.testing.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Each base file cut at every boundary of its segments, and one byte before and behind it. */
final class Truncations {

    private static final int TAR_BLOCK = 512;

    private Truncations() {}

    static List<HostileFile> of(Map<String, byte[]> bases) {
        List<HostileFile> files = new ArrayList<>();
        bases.forEach((name, content) -> {
            for (int cut : boundaries(name, content)) {
                files.add(HostileFile.of("cut/" + name + "/" + cut + "-" + name, Arrays.copyOf(content, cut)));
            }
        });
        return files;
    }

    private static Set<Integer> boundaries(String name, byte[] content) {
        TreeSet<Integer> cuts = new TreeSet<>();
        for (int at : starts(name.substring(name.lastIndexOf('.') + 1), content)) {
            cuts.addAll(List.of(at - 1, at, at + 1));
        }
        return new TreeSet<>(cuts.subSet(1, content.length));
    }

    private static List<Integer> starts(String ending, byte[] content) {
        return switch (ending) {
            case "jpg" -> jpeg(content);
            case "png" -> chunks(content, 8, 12, true);
            case "webp" -> chunks(content, 12, 8, false);
            case "heic" -> boxes(content);
            case "zip", "docx" -> marks(content, "PK");
            case "tar" -> every(content, TAR_BLOCK);
            case "eml", "mbox", "pdf" -> marks(content, "\n").stream().limit(20).toList();
            // directories and blocks of a few bytes each at the beginning
            default -> every(Arrays.copyOf(content, Math.min(content.length, 160)), 12);
        };
    }

    /** Each marker, those within scans too. */
    private static List<Integer> jpeg(byte[] content) {
        List<Integer> starts = new ArrayList<>();
        int at = 2;
        while (at + 4 <= content.length) {
            boolean marker = content[at] == (byte) 0xff && content[at + 1] != 0;
            if (!marker) {
                at++;
                continue;
            }
            starts.add(at);
            boolean bare = (content[at + 1] & 0xf8) == 0xd0;
            at += bare ? 2 : 2 + (((content[at + 2] & 0xff) << 8) | (content[at + 3] & 0xff));
        }
        return starts;
    }

    /** PNG's chunks are headed by a big-endian length; RIFF's by a type and a little-endian one, and are padded. */
    private static List<Integer> chunks(byte[] content, int first, int frame, boolean png) {
        List<Integer> starts = new ArrayList<>();
        for (int at = first; at + 8 <= content.length; ) {
            starts.add(at);
            starts.add(at + 8);
            int length = png ? number(content, at) : Integer.reverseBytes(number(content, at + 4));
            at += frame + (png ? length : length + (length & 1));
        }
        return starts;
    }

    private static int number(byte[] content, int at) {
        return java.nio.ByteBuffer.wrap(content).getInt(at);
    }

    private static List<Integer> boxes(byte[] content) {
        List<Integer> starts = new ArrayList<>();
        String latin = new String(content, StandardCharsets.ISO_8859_1);
        for (String type :
                List.of("meta", "pitm", "iinf", "infe", "iloc", "iref", "iprp", "ipco", "ispe", "ipma", "idat")) {
            starts.add(latin.indexOf(type) - 4);
            starts.add(latin.indexOf(type) + 4);
        }
        return starts;
    }

    private static List<Integer> marks(byte[] content, String mark) {
        List<Integer> starts = new ArrayList<>();
        String latin = new String(content, StandardCharsets.ISO_8859_1);
        for (int at = latin.indexOf(mark); at >= 0; at = latin.indexOf(mark, at + 1)) {
            starts.add(at);
        }
        return starts;
    }

    private static List<Integer> every(byte[] content, int step) {
        List<Integer> starts = new ArrayList<>();
        for (int at = step; at <= content.length; at += step) {
            starts.add(at);
        }
        return starts;
    }
}
