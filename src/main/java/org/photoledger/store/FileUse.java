package org.photoledger.store;

/**
 * How much of an H2 file is in use: what was replaced stays in the file, since only a file that is never overwritten keeps every acknowledged
 * commit over a crash.
 *
 * @param bytes of the file
 * @param live of them that hold what the database holds now, by H2's own count in percent
 */
public record FileUse(long bytes, long live) {}
