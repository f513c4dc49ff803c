package org.photoledger.store;

import org.photoledger.source.SourcePath;

/** A name that a source is known to hold, with the size that it had when it was seen last; 0 of what is no regular file. */
public record KnownName(SourcePath path, long size) {}
