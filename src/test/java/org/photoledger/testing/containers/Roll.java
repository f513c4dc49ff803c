package org.photoledger.testing.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Photos of all formats in turn, under Arabic names in UTF-8 and, where there is room for any bytes, in windows-1256. */
final class Roll {

    private static final int AT_ONCE = 3;

    private final List<Map.Entry<String, byte[]>> photos;
    private int taken;

    Roll(long seed) {
        photos = new ArrayList<>(Photos.all(seed).entrySet());
    }

    /** As many as a container takes. */
    List<Made> next(Kind kind) {
        List<Made> next = new ArrayList<>();
        while (next.size() < (kind.single() ? 1 : AT_ONCE)) {
            Map.Entry<String, byte[]> photo = photos.get(taken % photos.size());
            boolean old = kind.namesAreBytes() && taken % 2 == 1;
            next.add(Made.photo(old ? coded(photo.getKey()) : Name.of("صور/صورة." + photo.getKey()), photo.getValue()));
            taken++;
        }
        return next;
    }

    private static Name coded(String ending) {
        return Name.coded("صورة." + ending, "windows-1256", "\\xd5\\xe6\\xd1\\xc9." + ending);
    }
}
