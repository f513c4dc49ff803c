package org.photoledger.store;

/** How many of a chunk's names an earlier run settled, and how many this run takes up. */
public record InventoryResult(long unchanged, long found) {}
