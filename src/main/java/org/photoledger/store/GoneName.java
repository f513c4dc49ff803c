package org.photoledger.store;

import org.jspecify.annotations.Nullable;

/** A name that a run did not meet any more, and one under which it found the same bytes. */
public record GoneName(String path, @Nullable String movedTo) {}
