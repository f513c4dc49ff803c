package org.photoledger.text;

/** What a line of text stands on, judged by its pixels alone. */
public enum Surface {
    /** A flat, noise-free patch with crisp upright edges, as a program adds one later. */
    OVERLAY,
    /** A plain patch with edges that noise, shade or a turn shows to have been in front of the camera. */
    SCENE,
    /** Neither is plain to see. */
    UNKNOWN
}
