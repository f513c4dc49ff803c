package org.photoledger.photo;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.photoledger.metadata.MetadataValue;
import org.photoledger.text.Reading;
import org.photoledger.text.Script;

/** What people wrote about a photo into its XMP and IPTC: captions, titles and headlines, in the order of the file. */
public final class Captions {

    /** Longest text taken as a caption; the metadata value keeps the whole. */
    private static final int MOST_CHARACTERS = 65_536;

    private static final Pattern XMP = Pattern.compile("(dc:(description|title)\\[[0-9]+]|photoshop:Headline)");

    /** Object name 2:05, headline 2:105, caption 2:120 of IPTC IIM 4.2. */
    private static final Set<String> IPTC = Set.of("0x0205", "0x0269", "0x0278");

    private Captions() {}

    /** Each different text once, as a reading whose engine is the tag that it stands in. */
    public static List<Reading> of(PhotoExamination found) {
        return found.metadata().values().stream()
                .filter(Captions::isCaption)
                .filter(value -> !value.raw().isBlank())
                .map(Captions::reading)
                .filter(new Distinct()::add)
                .toList();
    }

    private static boolean isCaption(MetadataValue value) {
        return switch (value.block()) {
            case "XMP" -> XMP.matcher(value.tag()).matches();
            case "IPTC" -> IPTC.contains(value.tag());
            default -> false;
        };
    }

    private static Reading reading(MetadataValue value) {
        String text = value.raw().substring(0, Math.min(value.raw().length(), MOST_CHARACTERS));
        String engine = value.block() + " " + value.tag();
        return new Reading(engine, text, Script.of(text), 1, List.of(), List.of(), true);
    }

    private static final class Distinct {

        private final Set<String> seen = new java.util.HashSet<>();

        boolean add(Reading reading) {
            return seen.add(reading.raw().strip());
        }
    }
}
