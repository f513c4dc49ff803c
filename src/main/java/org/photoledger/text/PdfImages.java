package org.photoledger.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Version;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.pdf.image.ImageGraphicsEngine;
import org.apache.tika.parser.pdf.image.ImageGraphicsEngineFactory;
import org.apache.tika.sax.XHTMLContentHandler;
import org.photoledger.container.Delivery;
import org.photoledger.container.Member;

/** Hands over the pictures of each page of a PDF, named by page and place, which is all that a PDF knows of them. */
final class PdfImages extends ImageGraphicsEngineFactory {

    private static final long serialVersionUID = 1L;

    private final transient Delivery delivery;

    PdfImages(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    @SuppressWarnings("ParameterNumber") // Tika's
    public ImageGraphicsEngine newEngine(
            PDPage page,
            int number,
            EmbeddedDocumentExtractor extractor,
            PDFParserConfig config,
            Map<COSStream, Integer> seen,
            AtomicInteger counter,
            XHTMLContentHandler text,
            Metadata metadata,
            ParseContext context) {
        return new ImageGraphicsEngine(page, number, extractor, config, seen, counter, text, metadata, context) {

            private int onPage;

            @Override
            protected void processImage(PDImage image, int unused) throws IOException {
                onPage++;
                hand(image, "page" + number + "-image" + onPage);
            }
        };
    }

    private void hand(PDImage image, String name) throws IOException {
        PdfImage coding = PdfImage.of(image);
        byte[] bytes = (name + coding.suffix()).getBytes(StandardCharsets.UTF_8);
        String derivedBy = coding.original() ? null : "pdfbox-" + Version.getVersion();
        delivery.hand(
                new Member(delivery.members(), bytes, -1, null, Member.Kind.FILE, derivedBy),
                out -> coding.write(image, out));
    }
}
