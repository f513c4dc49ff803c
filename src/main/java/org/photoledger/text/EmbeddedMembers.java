package org.photoledger.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.poi.Version;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Content;
import org.photoledger.container.Delivery;
import org.photoledger.container.Member;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Takes what Tika's parsers find in a document and hands it over as it is. */
final class EmbeddedMembers implements EmbeddedDocumentExtractor {

    private static final String POI = "poi-" + Version.getVersion();

    private static final Set<String> HEADLESS =
            Set.of("image/bmp", "image/wmf", "image/x-wmf", "image/emf", "image/x-emf", "image/pict", "image/x-pict");

    private final Delivery delivery;
    private final boolean ole;

    EmbeddedMembers(Delivery delivery, DocumentFormat format) {
        this.delivery = delivery;
        this.ole = format == DocumentFormat.OLE;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return true;
    }

    @Override
    public void parseEmbedded(InputStream in, ContentHandler text, Metadata metadata, boolean html)
            throws SAXException {
        try {
            if (in instanceof TikaInputStream tika && tika.getOpenContainer() instanceof DirectoryEntry directory) {
                // a part of an OLE file that is no file before it is written anew
                hand(metadata, POI, out -> {
                    try (POIFSFileSystem file = new POIFSFileSystem()) {
                        EntryUtils.copyNodes(directory, file.getRoot());
                        file.writeFilesystem(out);
                    }
                });
            } else {
                hand(metadata, writtenAnew(metadata), out -> Content.copy(in, out));
            }
        } catch (IOException e) {
            // the sink's: the parsers take this kind for no damage
            throw new SAXException(e);
        }
    }

    /** Of these kinds an OLE document holds a packed or headless form, which POI completes. */
    private @Nullable String writtenAnew(Metadata metadata) {
        String type = String.valueOf(metadata.get(Metadata.CONTENT_TYPE));
        return ole && HEADLESS.contains(type) ? POI : null;
    }

    private void hand(Metadata metadata, @Nullable String derivedBy, Content content) throws IOException {
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        byte[] bytes = name == null ? new byte[0] : name.getBytes(StandardCharsets.UTF_8);
        delivery.hand(new Member(delivery.members(), bytes, -1, null, Member.Kind.FILE, derivedBy), content);
    }
}
