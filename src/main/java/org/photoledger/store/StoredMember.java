package org.photoledger.store;

/**
 * A member of a container that is registered already.
 *
 * @param size bytes that came of it
 * @param pending whether it has no outcome yet
 * @param container whether members of its own are registered
 */
public record StoredMember(long id, long size, boolean pending, boolean container) {}
