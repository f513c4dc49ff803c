package org.photoledger.store;

import org.photoledger.source.Source;

/** A source with its row's id. */
public record StoredSource(long id, Source source) {}
