package org.photoledger.store;

/**
 * Photos that are all near one of them.
 *
 * @param id the digest of that one, the representative
 * @param members how many there are, the representative among them
 * @param suspicious whether it may be a heap of pictures of little detail
 */
public record Cluster(String id, int members, boolean suspicious) {}
