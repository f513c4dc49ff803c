package org.photoledger.text;

import java.util.List;

/** What examining a picture for text gave. */
public record TextExamination(List<TextRegion> regions, boolean limited) {}
