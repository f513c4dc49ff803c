package org.photoledger.text;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;

/** Tika's PDF parser without OCR and the fonts of the system, its scratch space bounded and in memory only. */
final class BoundedPdfParser extends PDFParser {

    private static final long serialVersionUID = 1L;

    private static final long SCRATCH_BYTES = 64L << 20;

    /** What Tika takes for an encrypted document. */
    private static final String NO_KEY = "No security handler for filter";

    static {
        FontMappers.set(new BuiltInFont());
    }

    BoundedPdfParser() {
        PDFParserConfig config = getPDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractInlineImages(false);
    }

    /** One that hands over the pictures of the pages too, as often as they are shown. */
    BoundedPdfParser(PdfImages images) {
        this();
        PDFParserConfig config = getPDFParserConfig();
        config.setExtractInlineImages(true);
        config.setExtractUniqueInlineImagesOnly(false);
        config.setImageGraphicsEngineFactory(images);
    }

    @Override
    protected PDDocument getPDDocument(
            Path path,
            String password,
            RandomAccessStreamCache.StreamCacheCreateFunction unused,
            Metadata metadata,
            ParseContext context)
            throws IOException {
        try {
            return Loader.loadPDF(
                    path.toFile(), password, MemoryUsageSetting.setupMainMemoryOnly(SCRATCH_BYTES).streamCache);
        } catch (NoClassDefFoundError e) {
            // encrypted for certificates, which takes a library that is left out: there is no key here anyway
            throw new IOException(NO_KEY, e);
        }
    }
}
