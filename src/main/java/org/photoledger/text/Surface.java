package org.photoledger.text;

/** What a line of text stands on. */
public enum Surface {
    OVERLAY,
    SCENE,
    UNKNOWN
}
