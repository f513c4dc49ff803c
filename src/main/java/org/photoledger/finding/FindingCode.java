package org.photoledger.finding;

/** The closed list of what can be found; a code never changes its meaning. */
public enum FindingCode {
    EXTENSION_MISMATCH(Severity.NOTICE),
    FILE_CHANGED_WHILE_READ(Severity.WARNING),
    STRUCTURE_DAMAGED(Severity.WARNING),
    IFD_LOOP(Severity.WARNING),
    TRUNCATED(Severity.WARNING),
    MISSING_END_MARKER(Severity.WARNING),
    TRAILING_BYTES(Severity.NOTICE),
    MULTIPLE_FRAMES(Severity.INFO),
    BLOCK_TOO_LARGE(Severity.WARNING),
    BLOCK_LIMIT(Severity.WARNING),
    PIXELS_REFUSED(Severity.WARNING),
    SCAN_LIMIT(Severity.WARNING),
    TAG_LIMIT(Severity.WARNING),
    VALUE_TRUNCATED(Severity.NOTICE),
    INFLATE_LIMIT(Severity.WARNING),
    DECODE_PARTIAL(Severity.WARNING),
    DECODE_FAILED(Severity.WARNING),
    DECODE_UNSUPPORTED(Severity.INFO),
    SIZE_DISAGREES_WITH_METADATA(Severity.NOTICE),
    THUMBNAIL_DIFFERS(Severity.NOTICE),
    THUMBNAIL_UNREADABLE(Severity.NOTICE),
    METADATA_UNREADABLE(Severity.WARNING),
    METADATA_CONFLICT(Severity.NOTICE),
    DATE_IMPLAUSIBLE(Severity.NOTICE),
    DATE_UNREADABLE(Severity.NOTICE),
    POSITION_WITHOUT_REFERENCE(Severity.NOTICE),
    POSITION_INVALID(Severity.NOTICE),
    POSITION_NULL_ISLAND(Severity.NOTICE),
    ORIENTATION_INVALID(Severity.NOTICE),
    TEXT_ENCODING_GUESSED(Severity.INFO),
    TEXT_REGION_LIMIT(Severity.WARNING),
    NUMBERS_DIFFER(Severity.NOTICE),
    IDENTIFIER_LIMIT(Severity.WARNING),
    PATH_DATE_DIFFERS(Severity.NOTICE),
    PATH_NUMBER_DIFFERS(Severity.NOTICE),
    /** A document on whose text workers were lost. */
    DOCUMENT_TEXT_LOST(Severity.WARNING),
    /** Members of a container that could not be read up to its end. */
    MEMBERS_NOT_REACHED(Severity.WARNING),
    /** A member of which only a part could be read, or whose checksum is wrong. */
    MEMBER_DAMAGED(Severity.WARNING),
    /** A container, or a way of storing a member, that is not read. */
    CONTAINER_UNSUPPORTED(Severity.WARNING),
    /** A bound of src/docs/containers.md that a container crossed. */
    CONTAINER_LIMIT(Severity.WARNING);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
