package org.photoledger.metadata;

import com.adobe.internal.xmp.XMPMetaFactory;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifInteropDirectory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpDirectory;
import com.drew.metadata.xmp.XmpReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.photoledger.image.MetadataBlock;

/** Reads blocks with metadata-extractor, reader by reader; never a whole file through its front door. */
final class DrewBlocks {

    private DrewBlocks() {}

    static List<RawTag> read(MetadataBlock block) {
        Metadata metadata = new Metadata();
        ExifDirectories exif = new ExifDirectories(metadata);
        byte[] bytes = block.bytes();
        switch (block.kind()) {
            case EXIF -> exif.read(bytes);
            case XMP -> readXmp(bytes, metadata);
            case IPTC -> new IptcReader().extract(new SequentialByteArrayReader(bytes), metadata, bytes.length);
            case PHOTOSHOP ->
                new PhotoshopReader().extract(new SequentialByteArrayReader(bytes), bytes.length, metadata);
            default -> {}
        }
        return tags(metadata, exif);
    }

    /** XMPCore keeps the prefixes of every packet before, and would name this one's properties by them. */
    private static void readXmp(byte[] bytes, Metadata metadata) {
        XMPMetaFactory.reset();
        new XmpReader().extract(bytes, metadata);
    }

    private static List<RawTag> tags(Metadata metadata, ExifDirectories exif) {
        DirectoryNames names = new DirectoryNames();
        List<RawTag> tags = new ArrayList<>();
        for (Directory directory : metadata.getDirectories()) {
            if (directory instanceof XmpDirectory xmp) {
                properties(xmp, tags);
            } else if (directory.getTagCount() > 0) {
                String reached = exif.name(directory);
                tags(names.next(reached == null ? name(directory) : reached), directory, exif, tags);
            }
        }
        return tags;
    }

    private static void properties(XmpDirectory xmp, List<RawTag> tags) {
        for (Map.Entry<String, String> property : xmp.getXmpProperties().entrySet()) {
            String path = String.valueOf(property.getKey());
            int colon = path.indexOf(':');
            String space = colon > 0 ? path.substring(0, colon) : "";
            tags.add(new RawTag(space, -1, path, null, String.valueOf(property.getValue()), null));
        }
    }

    private static void tags(String name, Directory directory, ExifDirectories exif, List<RawTag> tags) {
        for (ExifDirectories.Earlier earlier : exif.earlier(directory)) {
            tags.add(tag(name, directory, earlier.tag(), earlier.value()));
        }
        for (Tag tag : directory.getTags()) {
            Object value = directory.getObject(tag.getTagType());
            if (value != null && tag.getTagType() >= 0) {
                tags.add(tag(name, directory, tag.getTagType(), value));
            }
        }
    }

    private static RawTag tag(String name, Directory directory, int number, Object value) {
        return new RawTag(
                name, number, directory.getTagName(number), null, TagValues.text(value), TagValues.bytes(value));
    }

    private static String name(Directory directory) {
        if (directory instanceof ExifIFD0Directory) {
            return "IFD0";
        }
        if (directory instanceof ExifSubIFDDirectory) {
            return "ExifIFD";
        }
        if (directory instanceof ExifThumbnailDirectory) {
            return "IFD1";
        }
        if (directory instanceof GpsDirectory) {
            return "GPS";
        }
        if (directory instanceof ExifInteropDirectory) {
            return "InteropIFD";
        }
        boolean standard = directory instanceof ExifDirectoryBase
                || directory.getName().startsWith("IPTC")
                || directory.getName().startsWith("Photoshop");
        return standard ? directory.getName() : "MakerNote " + directory.getName();
    }
}
