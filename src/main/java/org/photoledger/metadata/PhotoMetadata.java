package org.photoledger.metadata;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.photoledger.finding.Finding;

/** All that a photo's metadata blocks say: the normalized fields that have a value, and every raw value. */
public record PhotoMetadata(Map<PhotoField, FieldValue> fields, List<MetadataValue> values, List<Finding> findings) {

    public PhotoMetadata {
        EnumMap<PhotoField, FieldValue> sorted = new EnumMap<>(PhotoField.class);
        sorted.putAll(fields);
        fields = Collections.unmodifiableMap(sorted);
        values = List.copyOf(values);
        findings = List.copyOf(findings);
    }

    public static PhotoMetadata none() {
        return new PhotoMetadata(Map.of(), List.of(), List.of());
    }
}
