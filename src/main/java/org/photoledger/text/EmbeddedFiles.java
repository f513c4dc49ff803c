package org.photoledger.text;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Delivery;
import org.photoledger.container.MemberSink;
import org.photoledger.container.Opening;
import org.xml.sax.SAXException;

/**
 * Hands over what is embedded in PDF, Office, OpenDocument and RTF files, in the order of the document: pictures, also
 * those that are shown twice, attached files and documents in the document. A document is laid down in the folder of
 * temporary files while it is open. For worker processes: a hostile document may exhaust the heap.
 */
public final class EmbeddedFiles {

    /** Whether a media type, as {@link DocumentTypes#precise} tells it, is a document that is opened. */
    public static boolean opens(String mediaType) {
        return DocumentReader.reads(mediaType);
    }

    /**
     * Goes through a document once.
     *
     * @param passwords tried in this order if the document is encrypted; may be empty
     * @throws IOException what the sink or the channel throws
     * @throws IllegalArgumentException if {@link #opens} says no
     */
    public Opening open(SeekableByteChannel bytes, String mediaType, List<String> passwords, MemberSink sink)
            throws IOException {
        DocumentFormat format = DocumentFormat.of(mediaType)
                .orElseThrow(() -> new IllegalArgumentException(mediaType + " is no document"));
        Delivery delivery = new Delivery(sink);
        SeekableByteChannel guarded = delivery.guarded(bytes);
        return delivery.open(() -> {
            try (TikaInputStream in = TikaInputStream.get(Channels.newInputStream(guarded.position(0)))) {
                return open(format, in.getPath(), passwords, delivery);
            }
        });
    }

    private static Opening open(DocumentFormat format, Path file, List<String> passwords, Delivery delivery)
            throws IOException {
        Opening opening = open(format, file, (String) null, delivery);
        for (int i = 0; i < passwords.size() && opening instanceof Opening.Encrypted && delivery.members() == 0; i++) {
            opening = open(format, file, passwords.get(i), delivery);
        }
        return opening;
    }

    private static Opening open(DocumentFormat format, Path file, @Nullable String password, Delivery delivery)
            throws IOException {
        try (TikaInputStream in = TikaInputStream.get(file)) {
            boolean whole = DocumentParsers.embedded(format, in, password, delivery);
            delivery.throwStop();
            return whole
                    ? new Opening.Whole(delivery.members())
                    : new Opening.Damaged(delivery.members(), "a part of the document is not readable");
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            delivery.throwStop();
            if (DocumentReader.encrypted(e)) {
                return new Opening.Encrypted(delivery.members());
            }
            return damaged(delivery, e);
        } catch (StackOverflowError | LinkageError e) {
            delivery.throwStop();
            return damaged(delivery, e);
        }
    }

    private static Opening damaged(Delivery delivery, Throwable problem) {
        String words = DocumentUnreadableException.damaged(problem).getMessage();
        return new Opening.Damaged(delivery.members(), words == null ? "damaged" : words);
    }
}
