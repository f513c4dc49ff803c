package org.photoledger.benchmark;

/** What a corpus is for, and so of what its photos are. */
enum CorpusStyle {
    /** The design cases: two to twelve megapixels, cards, copies, damage. */
    MIXED,
    /** The same mixture with few pixels, for files by the ten thousand. */
    SMALL,
    /** Twelve megapixels, no text, no copies: what one photo costs. */
    TEXTLESS;

    Camera camera(int scene) {
        return switch (this) {
            case MIXED -> Camera.ALL.get(scene % Camera.ALL.size());
            case SMALL -> Camera.TINY;
            case TEXTLESS -> Camera.LARGE;
        };
    }

    boolean plain() {
        return this == TEXTLESS;
    }
}
