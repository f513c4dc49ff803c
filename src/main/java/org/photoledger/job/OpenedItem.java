package org.photoledger.job;

import org.photoledger.store.PendingFile;
import org.photoledger.store.SettledFile;

/** What opening a container gives, piece by piece. */
sealed interface OpenedItem {

    /** The path of what is in work, as lossless text. */
    String name();

    /** The number of its row among the source's files. */
    long id();

    /** A member whose content is to be examined like that of any file. */
    record Content(PendingFile file, HeldContent held) implements OpenedItem {

        @Override
        public String name() {
            return file.path().text();
        }

        @Override
        public long id() {
            return file.id();
        }
    }

    /** A container that came to its end and is a document: its text is still to be read. */
    record Document(PendingFile file, HeldContent held, SettledFile settled) implements OpenedItem {

        @Override
        public String name() {
            return file.path().text();
        }

        @Override
        public long id() {
            return file.id();
        }
    }

    /** A document of the source that came to its end: where it was too large to be examined, its text is still to be read. */
    record RootDocument(PendingFile file, SettledFile settled) implements OpenedItem {

        @Override
        public String name() {
            return file.path().text();
        }

        @Override
        public long id() {
            return file.id();
        }
    }

    /** A file whose outcome needs no examination. */
    record Settled(ExaminedFile file) implements OpenedItem {

        @Override
        public String name() {
            return file.path().text();
        }

        @Override
        public long id() {
            return file.settled().id();
        }
    }
}
