package org.photoledger.text;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.tika.Tika;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tika's parsers, each made by name: none is looked up, so that no other parser, detector, OCR or external program is
 * ever found. Embedded files are left alone. Loaded with the first document, each parser with the first of its format.
 */
final class DocumentParsers {

    /** Bytes that a member of a package may inflate to; all members together in an OpenDocument file. */
    private static final long INFLATED_MOST = 128L << 20;

    /** POI's own default: a member that inflates a hundredfold is a zip bomb. */
    private static final double LEAST_INFLATE_RATIO = 0.01;

    static final String ENGINE = Tika.getString().replace("Apache Tika", "tika").replace(' ', '-');

    /** Finds no service, having no class loader; without a configuration Tika would load all there are. */
    private static final TikaConfig NOTHING_FOUND = nothingFound();

    private DocumentParsers() {}

    private static TikaConfig nothingFound() {
        try {
            return new TikaConfig((ClassLoader) null);
        } catch (TikaException | IOException e) {
            throw new IllegalStateException("Tika's table of media types cannot be read", e);
        }
    }

    /** Reads a document that lies in a file, and tells whether all of its parts could be read. */
    static boolean parse(DocumentFormat format, TikaInputStream in, ContentHandler text)
            throws IOException, SAXException, TikaException {
        if (format == DocumentFormat.OPEN_DOCUMENT) {
            in.setOpenContainer(new BoundedZipFile(in.getFile(), INFLATED_MOST));
        }
        boolean whole = format != DocumentFormat.OOXML || hasDirectory(in.getFile());
        Metadata metadata = new Metadata();
        parser(format).parse(in, text, metadata, context());
        return whole && metadata.get(TikaCoreProperties.TIKA_META_EXCEPTION_WARNING) == null;
    }

    /** Tika reads what is left of a package that is cut short, and does not say so. */
    private static boolean hasDirectory(File file) throws IOException {
        try (ZipFile zip = new ZipFile(file)) {
            return zip.size() > 0;
        } catch (ZipException e) {
            return false;
        }
    }

    private static Parser parser(DocumentFormat format) {
        return switch (format) {
            case PDF -> new BoundedPdfParser();
            case RTF -> new RTFParser();
            case OLE -> {
                // a protected package stands in an OLE container
                limitPackages();
                yield new OfficeParser();
            }
            case OOXML -> limitPackages();
            case OPEN_DOCUMENT -> new OpenDocumentParser();
        };
    }

    /** Tika's OOXML parser switches POI's limit off when it is loaded: it comes first. */
    private static OOXMLParser limitPackages() {
        OOXMLParser parser = new OOXMLParser();
        ZipSecureFile.setMinInflateRatio(LEAST_INFLATE_RATIO);
        ZipSecureFile.setMaxEntrySize(INFLATED_MOST);
        return parser;
    }

    private static ParseContext context() {
        ParseContext context = new ParseContext();
        context.set(TikaConfig.class, NOTHING_FOUND);
        context.set(Parser.class, EmptyParser.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        context.set(OfficeParserConfig.class, office());
        // numbers and dates of spreadsheets: the same on every machine
        context.set(Locale.class, Locale.US);
        return context;
    }

    /** Streaming extractors: the others build the whole document in memory. */
    private static OfficeParserConfig office() {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setUseSAXDocxExtractor(true);
        config.setUseSAXPptxExtractor(true);
        config.setExtractMacros(false);
        return config;
    }

    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler text, Metadata metadata, boolean html) {
            // asked although it said no: left alone
        }
    }
}
