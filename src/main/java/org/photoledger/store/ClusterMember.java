package org.photoledger.store;

/** A photo in a cluster. */
public record ClusterMember(Cluster cluster, String sha256) {

    /** Whether the others are near to this one. */
    public boolean representative() {
        return cluster.id().equals(sha256);
    }
}
