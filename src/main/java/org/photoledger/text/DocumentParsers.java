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
import org.apache.tika.parser.PasswordProvider;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.jspecify.annotations.Nullable;
import org.photoledger.container.Delivery;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Tika's parsers, each made by name: none is looked up, so that no other parser, detector, OCR or external program is
 * ever found. Embedded files are left alone, or handed over as they are. Loaded with the first document, each parser with the first of its format.
 */
final class DocumentParsers {

    /** Bytes that a member of a package may inflate to; all members together in an OpenDocument file read for its text. */
    private static final long INFLATED_MOST = 128L << 20;

    /** The same of an OpenDocument file read for its pictures, which are as large as photos are. */
    private static final long PICTURES_MOST = 2L << 30;

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
        Task task = new Task(format, INFLATED_MOST, parser(format));
        return whole(parse(task, in, text, context(new NothingEmbedded())));
    }

    /** Hands over what is embedded, and tells whether all parts could be read. */
    static boolean embedded(DocumentFormat format, TikaInputStream in, @Nullable String password, Delivery delivery)
            throws IOException, SAXException, TikaException {
        Parser parser = format == DocumentFormat.PDF ? new BoundedPdfParser(new PdfImages(delivery)) : parser(format);
        // drawings are white and pack a hundredfold; who takes the members counts their bytes
        ZipSecureFile.setMinInflateRatio(0);
        ParseContext context = context(new EmbeddedMembers(delivery, format));
        if (password != null) {
            context.set(PasswordProvider.class, metadata -> password);
        }
        Metadata found = parse(new Task(format, PICTURES_MOST, parser), in, new DefaultHandler(), context);
        return whole(found) && found.get(TikaCoreProperties.TIKA_META_EXCEPTION_EMBEDDED_STREAM) == null;
    }

    private record Task(DocumentFormat format, long inflatedMost, Parser parser) {}

    private static Metadata parse(Task task, TikaInputStream in, ContentHandler text, ParseContext context)
            throws IOException, SAXException, TikaException {
        if (task.format() == DocumentFormat.OPEN_DOCUMENT) {
            in.setOpenContainer(new BoundedZipFile(in.getFile(), task.inflatedMost()));
        }
        Metadata metadata = new Metadata();
        if (task.format() == DocumentFormat.OOXML && !hasDirectory(in.getFile())) {
            metadata.add(TikaCoreProperties.TIKA_META_EXCEPTION_WARNING, "no directory");
        }
        task.parser().parse(in, text, metadata, context);
        return metadata;
    }

    private static boolean whole(Metadata found) {
        return found.get(TikaCoreProperties.TIKA_META_EXCEPTION_WARNING) == null;
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

    private static ParseContext context(EmbeddedDocumentExtractor extractor) {
        ParseContext context = new ParseContext();
        context.set(TikaConfig.class, NOTHING_FOUND);
        context.set(Parser.class, EmptyParser.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, extractor);
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
