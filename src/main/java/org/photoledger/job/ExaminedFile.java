package org.photoledger.job;

import org.jspecify.annotations.Nullable;
import org.photoledger.photo.Photo;
import org.photoledger.source.SourcePath;
import org.photoledger.store.SettledFile;

/** A file whose outcome is known, and the photo to record where it is a new one. */
record ExaminedFile(
        SourcePath path, SettledFile settled, @Nullable Photo photo) {}
