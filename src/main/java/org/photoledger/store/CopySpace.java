package org.photoledger.store;

/**
 * Space that copies take in the whole home.
 *
 * @param band EXACT for files of equal bytes, else the band of the pair
 * @param copies files (EXACT), or photos; each counts once, in its nearest band, and only where it is the smaller of its pair
 */
public record CopySpace(String band, long copies, long bytes) {}
