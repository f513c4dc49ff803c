package org.photoledger.text;

import java.io.IOException;
import java.nio.channels.Channels;
import java.util.stream.Stream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.sax.BodyContentHandler;
import org.photoledger.image.ImageBytes;
import org.xml.sax.SAXException;

/**
 * Reads the text of PDF, Office, OpenDocument and RTF files through Apache Tika: body, headers, notes, comments, sheets
 * and slides, not what is embedded. Nothing of Tika's parsers is loaded before the first document. A document is laid
 * down in the folder of temporary files while it is read. For worker processes: a hostile document may exhaust the heap.
 */
public final class DocumentReader {

    private final int mostCharacters;

    /** A reader that keeps at most so many characters of a document. */
    public DocumentReader(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    /** Whether a media type, as {@link DocumentTypes#precise} tells it, is a document whose text is read. */
    public static boolean reads(String mediaType) {
        return DocumentFormat.of(mediaType).isPresent();
    }

    /**
     * The document's text. Where some of it cannot be read, what was read is returned as truncated.
     *
     * @throws DocumentUnreadableException if it is encrypted, or damaged so that no text came out
     * @throws IllegalArgumentException if {@link #reads} says no
     */
    public DocumentText read(ImageBytes bytes, String mediaType) throws DocumentUnreadableException {
        DocumentFormat format = DocumentFormat.of(mediaType)
                .orElseThrow(() -> new IllegalArgumentException(mediaType + " is no document"));
        BoundedText text = new BoundedText(mostCharacters);
        try {
            boolean whole = parse(bytes, format, text);
            if (!whole && text.blank()) {
                throw DocumentUnreadableException.partsDamaged();
            }
            return new DocumentText(text.text(), text.full() || !whole, DocumentParsers.ENGINE);
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            return rest(text, e);
        } catch (StackOverflowError | LinkageError e) {
            // nesting without end, or a part of a library that the installation leaves out
            return rest(text, e);
        }
    }

    private static boolean parse(ImageBytes bytes, DocumentFormat format, BoundedText text)
            throws IOException, SAXException, TikaException {
        try (TikaInputStream in = TikaInputStream.get(Channels.newInputStream(bytes.channel()))) {
            // random access to a file instead of a second copy in memory
            in.getPath();
            return DocumentParsers.parse(format, in, new BodyContentHandler(text));
        }
    }

    private static DocumentText rest(BoundedText text, Throwable problem) throws DocumentUnreadableException {
        if (!text.full() && text.blank()) {
            throw encrypted(problem)
                    ? DocumentUnreadableException.encrypted(problem)
                    : DocumentUnreadableException.damaged(problem);
        }
        return new DocumentText(text.text(), true, DocumentParsers.ENGINE);
    }

    static boolean encrypted(Throwable problem) {
        return Stream.iterate(problem, link -> link != null, Throwable::getCause)
                .anyMatch(link -> link instanceof EncryptedDocumentException
                        || link instanceof org.apache.poi.EncryptedDocumentException);
    }
}
