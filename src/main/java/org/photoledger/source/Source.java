package org.photoledger.source;

/**
 * What was handed over: a folder, known by a name of its own.
 *
 * @param name default: the last part of its path
 * @param rootUri the root as a raw file URI, exact for any bytes
 * @param fingerprint tells it from another folder of the same path
 */
public record Source(String name, String rootUri, SourceFingerprint fingerprint) {}
