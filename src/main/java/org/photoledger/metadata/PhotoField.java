package org.photoledger.metadata;

/** A normalized field of a photo: its name in exports and the kind of value it holds. The order is that of the exports. */
public enum PhotoField {
    ORIENTATION("orientation", Kind.INTEGER),
    MAKE("make", Kind.TEXT),
    MODEL("model", Kind.TEXT),
    SERIAL_NUMBER("serialNumber", Kind.TEXT),
    LENS_MODEL("lensModel", Kind.TEXT),
    /** ISO 8601 local time of DateTimeOriginal as far as it is known, camera clock, no zone: {@code 2013-04-05T10:11:12.34}. */
    CAPTURE_TIME_LOCAL("captureTimeLocal", Kind.TEXT),
    /** The text of DateTimeOriginal exactly as it stands in the file. */
    CAPTURE_TIME_RAW("captureTimeRaw", Kind.TEXT),
    /** YEAR, MONTH, DAY, HOUR, MINUTE, SECOND or SUBSECOND. */
    CAPTURE_TIME_PRECISION("captureTimePrecision", Kind.TEXT),
    /** {@code +03:00}. */
    UTC_OFFSET("utcOffset", Kind.TEXT),
    /** EXIF_OFFSET or GPS_DERIVED. */
    UTC_OFFSET_ORIGIN("utcOffsetOrigin", Kind.TEXT),
    DIGITIZED_TIME("digitizedTime", Kind.TEXT),
    MODIFIED_TIME("modifiedTime", Kind.TEXT),
    /** Degrees, north positive. */
    GPS_LATITUDE("gpsLatitude", Kind.NUMBER),
    /** Degrees, east positive. */
    GPS_LONGITUDE("gpsLongitude", Kind.NUMBER),
    /** Metres, below sea level negative. */
    GPS_ALTITUDE("gpsAltitude", Kind.NUMBER),
    /** ISO 8601 UTC instant of GPSDateStamp and GPSTimeStamp; only the part that is there. */
    GPS_TIME_UTC("gpsTimeUtc", Kind.TEXT),
    SOFTWARE("software", Kind.TEXT),
    ARTIST("artist", Kind.TEXT),
    OWNER_NAME("ownerName", Kind.TEXT),
    COPYRIGHT("copyright", Kind.TEXT),
    IMAGE_UNIQUE_ID("imageUniqueId", Kind.TEXT),
    IMAGE_DESCRIPTION("imageDescription", Kind.TEXT),
    USER_COMMENT("userComment", Kind.TEXT),
    ISO("iso", Kind.INTEGER),
    /** Seconds. */
    EXPOSURE_TIME("exposureTime", Kind.NUMBER),
    F_NUMBER("fNumber", Kind.NUMBER),
    /** Millimetres. */
    FOCAL_LENGTH("focalLength", Kind.NUMBER),
    HAS_THUMBNAIL("hasThumbnail", Kind.TRUTH);

    /** The type of a field's value in exports and in the database. */
    public enum Kind {
        TEXT,
        INTEGER,
        NUMBER,
        TRUTH
    }

    private final String exportName;
    private final Kind kind;

    PhotoField(String exportName, Kind kind) {
        this.exportName = exportName;
        this.kind = kind;
    }

    public String exportName() {
        return exportName;
    }

    public Kind kind() {
        return kind;
    }
}
