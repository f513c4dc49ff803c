package org.photoledger.photo;

import org.jspecify.annotations.Nullable;
import org.photoledger.image.Quantization;

/**
 * What a photo's file keeps of the camera or the program that wrote it.
 *
 * @param thumbnail the one in EXIF, null where there is none
 * @param quantization of a JPEG, null elsewhere and where its tables are damaged
 * @param trailingBytes how many bytes follow the end of the picture, null where the format has no end mark or none was met
 */
public record FileTraces(
        @Nullable EmbeddedThumbnail thumbnail,
        @Nullable Quantization quantization,
        @Nullable Integer trailingBytes) {

    public static FileTraces none() {
        return new FileTraces(null, null, null);
    }
}
