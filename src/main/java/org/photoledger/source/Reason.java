package org.photoledger.source;

/** Why a source file was ignored, unreadable or quarantined: a closed list. */
public enum Reason {
    /** Not a photo, by content. */
    NOT_A_PHOTO,
    EMPTY,
    SYMBOLIC_LINK,
    FIFO,
    SOCKET,
    DEVICE,
    OTHER_SPECIAL_FILE,
    /** The operating system refused to open or read it. */
    NOT_READABLE,
    /** Gone between the inventory and the reading. */
    VANISHED,
    /** A directory that could not be listed. */
    DIRECTORY_NOT_READABLE,
    /** Two workers died on it. */
    WORKER_DIED,
    /** Two workers did not finish in time. */
    DEADLINE,
    /** Two workers outgrew their memory. */
    OUT_OF_MEMORY,
    /** Larger than the limit. */
    TOO_LARGE,
    /** A photo of a format that is read, of which neither size nor metadata nor pixels can be. */
    NOTHING_READABLE,
    /** Other bytes stand under the path than those that were digested. */
    CONTENT_CHANGED,
    /** A member of an archive that names another one. */
    HARD_LINK,
    /** Nobody gave the password. */
    ENCRYPTED,
    /** Holds more members, or more bytes for its size, than the limit. */
    CONTAINER_LIMIT,
    /** Stands in more containers than the limit. */
    NESTED_TOO_DEEP,
    /** A kind of container, or a way of storing a member, that is not read. */
    CONTAINER_UNSUPPORTED
}
