package org.photoledger.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.imaging.FormatCompliance;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffDirectory;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffReader;
import org.apache.commons.imaging.formats.tiff.fieldtypes.AbstractFieldType;
import org.photoledger.image.MetadataBlock;

/** Reads EXIF blocks with Commons Imaging's low-level TIFF reader: an independent second decoder of the same bytes. */
final class ImagingBlocks {

    private ImagingBlocks() {}

    static List<RawTag> read(MetadataBlock block) throws IOException {
        List<RawTag> tags = new ArrayList<>();
        var contents = new TiffReader(false)
                .readDirectories(ByteSource.array(block.bytes()), false, FormatCompliance.getDefault());
        DirectoryNames names = new DirectoryNames();
        for (TiffDirectory directory : contents.directories) {
            List<TiffField> fields = directory.getDirectoryEntries();
            String name = fields.isEmpty() ? "" : names.next(name(directory.type));
            for (TiffField field : fields) {
                tags.add(tag(name, field));
            }
        }
        return tags;
    }

    private static RawTag tag(String directory, TiffField field) throws IOException {
        byte[] bytes = field.getByteArrayValue();
        AbstractFieldType type = field.getFieldType();
        boolean text = type == AbstractFieldType.ASCII;
        boolean opaque = type == AbstractFieldType.UNDEFINED;
        String raw = text ? TextDecoding.text(bytes) : opaque ? TagValues.text(bytes) : number(field, type, bytes);
        return new RawTag(
                directory,
                field.getTag() & 0xffff,
                field.getTagName(),
                type.getName(),
                raw,
                text || opaque || type == AbstractFieldType.BYTE ? bytes : null);
    }

    /** The library reads unsigned shorts as signed where a tag is unknown to it: masked here. */
    private static String number(TiffField field, AbstractFieldType type, byte[] bytes) throws IOException {
        if (type == AbstractFieldType.BYTE) {
            return TagValues.text(bytes);
        }
        Object value = field.getValue();
        if (type == AbstractFieldType.SHORT && value instanceof Short number) {
            return String.valueOf(number & 0xffff);
        }
        if (type == AbstractFieldType.SHORT && value instanceof short[] numbers) {
            int[] unsigned = new int[numbers.length];
            for (int at = 0; at < numbers.length; at++) {
                unsigned[at] = numbers[at] & 0xffff;
            }
            return TagValues.text(unsigned);
        }
        return TagValues.text(value);
    }

    private static String name(int type) {
        return switch (type) {
            case 0 -> "IFD0";
            case 1 -> "IFD1";
            case -2 -> "ExifIFD";
            case -3 -> "GPS";
            case -4 -> "InteropIFD";
            default -> "IFD" + type;
        };
    }
}
