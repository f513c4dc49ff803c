package org.photoledger.metadata;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifImageDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a TIFF structure with metadata-extractor and notes what its directories do not tell: which pointer led to each, and
 * the values that a later tag of the same number replaced. Names are ExifTool's, but that SubIFDs count from 0.
 */
final class ExifDirectories extends ExifTiffHandler {

    /** A value that stood in a directory before another of its tag. */
    record Earlier(int tag, Object value) {}

    // a directory equals itself alone
    private final Map<Directory, String> names = new HashMap<>();
    private final Map<Directory, List<Earlier>> earlier = new HashMap<>();
    private int children;
    private int followers;

    ExifDirectories(Metadata metadata) {
        super(metadata, null, 0);
    }

    /** What was read before the structure broke off stays, as with the library's own reader. */
    void read(byte[] block) {
        try {
            new TiffReader().processTiff(new ByteArrayReader(block), this, 0);
        } catch (TiffProcessingException | IOException e) {
            error("the structure breaks off: " + e.getMessage());
        }
    }

    /** SubIFD0, SubIFD1, ..., or IFD1, IFD2, ...; null where the directory's class tells what it is. */
    @Nullable
    String name(Directory directory) {
        return names.get(directory);
    }

    /** The replaced values of a directory as they stand in the file. */
    List<Earlier> earlier(Directory directory) {
        return earlier.getOrDefault(directory, List.of()).stream()
                .filter(value -> directory.getObject(value.tag()) != value.value())
                .toList();
    }

    @Override
    public boolean tryEnterSubIfd(int tag) {
        boolean entered = super.tryEnterSubIfd(tag);
        if (entered && tag == ExifDirectoryBase.TAG_SUB_IFD_OFFSET) {
            names.put(_currentDirectory, "SubIFD" + children++);
        }
        return entered;
    }

    @Override
    public boolean hasFollowerIfd() {
        boolean follows = true;
        if (_currentDirectory instanceof ExifThumbnailDirectory) {
            // the library would read the next one into the same directory, over its values
            pushDirectory(ExifImageDirectory.class);
        } else {
            follows = super.hasFollowerIfd();
        }
        if (follows) {
            names.put(_currentDirectory, "IFD" + ++followers);
        }
        return follows;
    }

    @Override
    @SuppressWarnings("ParameterNumber") // the library's
    public boolean customProcessTag(
            int offset, Set<Integer> processed, int header, RandomAccessReader reader, int tag, int length)
            throws IOException {
        Object value = _currentDirectory.getObject(tag);
        if (value != null) {
            earlier.computeIfAbsent(_currentDirectory, key -> new ArrayList<>()).add(new Earlier(tag, value));
        }
        return super.customProcessTag(offset, processed, header, reader, tag, length);
    }
}
