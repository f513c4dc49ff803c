package org.photoledger.identifier;

/** Where a text comes from: an engine that read the photo, the file's metadata, its path, or a person who looked. */
public enum Origin {
    ENGINE,
    METADATA,
    PATH,
    PERSON
}
