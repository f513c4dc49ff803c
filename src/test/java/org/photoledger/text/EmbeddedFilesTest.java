package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.junit.jupiter.api.Test;
import org.photoledger.container.Member;
import org.photoledger.container.MemberEnd;
import org.photoledger.container.MemberSink;
import org.photoledger.container.Opened;
import org.photoledger.container.Opening;
import org.photoledger.image.ImageBytes;
import org.photoledger.metadata.TypeDetector;
import org.photoledger.testing.Pictures;

/** What is embedded in documents of every format, made in code. */
class EmbeddedFilesTest {

    private static final byte[] PHOTO = Pictures.jpeg(Pictures.drawn(7, 160, 120), 0.8f);

    private static Opened open(byte[] document, String... passwords) throws IOException {
        ImageBytes bytes = ImageBytes.of(document);
        String type = DocumentTypes.precise(bytes, new TypeDetector().detect(bytes));
        Opened opened = new Opened(member -> true);
        opened.opening = new EmbeddedFiles().open(bytes.channel(), type, List.of(passwords), opened);
        return opened;
    }

    private static Map<String, byte[]> documents() throws IOException {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        documents.put("docx", PictureDocuments.docx(PHOTO));
        documents.put("pptx", PictureDocuments.pptx(PHOTO));
        documents.put("xlsx", PictureDocuments.xlsx(PHOTO));
        documents.put("ppt", PictureDocuments.ppt(PHOTO));
        documents.put("xls", PictureDocuments.xls(PHOTO));
        documents.put("odt", PictureDocuments.openDocument(PHOTO));
        documents.put("rtf", PictureDocuments.rtf(PHOTO));
        documents.put("pdf", PictureDocuments.pdf(PHOTO, Pictures.drawn(8, 40, 30)));
        return documents;
    }

    @Test
    void everyFormatGivesItsPhotoByteForByteAndAsTheOriginal() throws IOException {
        for (Map.Entry<String, byte[]> document : documents().entrySet()) {
            Opened opened = open(document.getValue());
            assertThat(opened.opening).as(document.getKey()).isInstanceOf(Opening.Whole.class);
            assertThat(opened.members)
                    .as(document.getKey())
                    .anySatisfy(came -> assertThat(came.content()).isEqualTo(PHOTO))
                    .filteredOn(came -> Arrays.equals(came.content(), PHOTO))
                    .allSatisfy(came -> assertThat(came.member().derivedBy()).isNull());
        }
    }

    @Test
    void aPdfGivesItsPicturesPageByPageAndWhatIsNoFileInItAsDerived() throws IOException {
        BufferedImage drawing = Pictures.drawn(8, 40, 30);
        Opened opened = open(PictureDocuments.pdf(PHOTO, drawing));
        assertThat(opened.names()).containsExactly("page1-image1.jpg", "page2-image1.jpg", "page2-image2.png");
        assertThat(opened.members).map(came -> came.member().derivedBy()).containsExactly(null, null, "pdfbox-3.0.7");
        BufferedImage written =
                ImageIO.read(new ByteArrayInputStream(opened.members.get(2).content()));
        assertThat(written.getRGB(0, 0, 40, 30, null, 0, 40)).isEqualTo(drawing.getRGB(0, 0, 40, 30, null, 0, 40));
    }

    private static byte[] white(int width, int height) throws IOException {
        BufferedImage white = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        java.util.Arrays.fill(((java.awt.image.DataBufferInt) white.getRaster().getDataBuffer()).getData(), 0xffffff);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(white, "bmp", out);
        return out.toByteArray();
    }

    @Test
    void aWhiteDrawingThatPacksAThousandfoldComesWhole() throws IOException {
        byte[] drawing = white(1_600, 1_200);
        Opened opened = open(PictureDocuments.docx(drawing, PictureType.BMP));
        assertThat(opened.opening).isInstanceOf(Opening.Whole.class);
        assertThat(opened.members).anySatisfy(came -> assertThat(came.content()).isEqualTo(drawing));
    }

    /** A presentation holds a bitmap without its file header; what comes is what POI made of it. */
    @Test
    void aBitmapOfAPresentationIsDerived() throws IOException {
        Opened opened = open(PictureDocuments.pptWithBitmap(white(40, 30)));
        assertThat(opened.members)
                .isNotEmpty()
                .allSatisfy(came -> assertThat(came.member().derivedBy()).startsWith("poi-"));
    }

    @Test
    void aFileAttachedToAPdfComesUnderItsName() throws IOException {
        Opened opened = open(DocumentSamples.pdfWithAttachment("line", "attached"));
        assertThat(opened.names()).containsExactly("attached.txt");
        assertThat(opened.texts()).containsExactly("attached");
    }

    @Test
    void anEncryptedDocumentIsOpenedByOneOfThePasswords() throws Exception {
        byte[] pdf = DocumentSamples.encryptedPdf("geheim", "a line");
        byte[] docx = DocumentSamples.encryptedDocx("geheim", "a line");
        for (byte[] document : List.of(pdf, docx)) {
            assertThat(open(document).opening).isEqualTo(new Opening.Encrypted(0));
            assertThat(open(document, "wrong").opening).isEqualTo(new Opening.Encrypted(0));
            assertThat(open(document, "wrong", "geheim").opening).isEqualTo(new Opening.Whole(0));
        }
    }

    @Test
    void aDocumentThatIsCutShortIsDamagedAndNothingElseHappens() throws IOException {
        for (Map.Entry<String, byte[]> document : documents().entrySet()) {
            byte[] whole = document.getValue();
            String type = DocumentTypes.precise(ImageBytes.of(whole), new TypeDetector().detect(ImageBytes.of(whole)));
            for (int part = 1; part < 4; part++) {
                Opened opened = new Opened(member -> true);
                byte[] cut = Arrays.copyOf(whole, whole.length * part / 4);
                opened.opening = new EmbeddedFiles().open(ImageBytes.of(cut).channel(), type, List.of(), opened);
                assertThat(opened.opening.members()).isEqualTo(opened.members.size());
                assertThat(opened.opening.toString()).doesNotContain("/").doesNotContain("@");
            }
        }
    }

    @Test
    void aSinkThatThrowsIsNotAskedAgain() throws IOException {
        for (Map.Entry<String, byte[]> document : documents().entrySet()) {
            ImageBytes bytes = ImageBytes.of(document.getValue());
            String type = DocumentTypes.precise(bytes, new TypeDetector().detect(bytes));
            Stopping sink = new Stopping();
            assertThatThrownBy(() -> new EmbeddedFiles().open(bytes.channel(), type, List.of(), sink))
                    .as(document.getKey())
                    .isSameAs(sink.stop);
            assertThat(sink.calls).isEqualTo(1);
        }
    }

    /** Throws when the first member is announced. */
    private static final class Stopping implements MemberSink {

        private final IOException stop = new IOException("enough");
        private int calls;

        @Override
        public boolean begin(Member member) throws IOException {
            calls++;
            throw stop;
        }

        @Override
        public void content(byte[] bytes, int offset, int length) {
            calls++;
        }

        @Override
        public void end(MemberEnd end) {
            calls++;
        }
    }
}
