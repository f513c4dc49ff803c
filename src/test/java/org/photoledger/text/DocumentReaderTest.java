package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.photoledger.image.ImageBytes;
import org.photoledger.metadata.TypeDetector;

/** Text of documents of every format, made in code: whole, cut, and with a limit. */
class DocumentReaderTest {

    private static final DocumentReader READER = new DocumentReader(10_000);
    private static final String LATIN = "Branch 215, number 2138/4";
    private static final String ARABIC = "فرع المخابرات ٢١٥ – رقم ٢١٣٨/٤";
    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private static String type(byte[] file) {
        ImageBytes bytes = ImageBytes.of(file);
        return DocumentTypes.precise(bytes, new TypeDetector().detect(bytes));
    }

    private static DocumentText read(byte[] file) throws DocumentUnreadableException {
        return READER.read(ImageBytes.of(file), type(file));
    }

    /** By precise media type. */
    private static Map<String, byte[]> documentsInUnicode() throws IOException {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        documents.put(OPEN_XML + "wordprocessingml.document", DocumentSamples.docx(LATIN, ARABIC));
        documents.put(OPEN_XML + "spreadsheetml.sheet", DocumentSamples.xlsx(LATIN, ARABIC));
        documents.put(OPEN_XML + "presentationml.presentation", DocumentSamples.pptx(LATIN, ARABIC));
        documents.put("application/vnd.ms-excel", DocumentSamples.xls(LATIN, ARABIC));
        documents.put("application/vnd.ms-powerpoint", DocumentSamples.ppt(LATIN, ARABIC));
        documents.put(OPEN_DOCUMENT + "text", DocumentSamples.openDocument("text", LATIN, ARABIC));
        documents.put(OPEN_DOCUMENT + "spreadsheet", DocumentSamples.openDocument("spreadsheet", LATIN, ARABIC));
        documents.put(OPEN_DOCUMENT + "presentation", DocumentSamples.openDocument("presentation", LATIN, ARABIC));
        documents.put(OPEN_DOCUMENT + "graphics", DocumentSamples.openDocument("graphics", LATIN, ARABIC));
        documents.put(OPEN_DOCUMENT + "chart", DocumentSamples.openDocument("chart", LATIN, ARABIC));
        documents.put(OPEN_DOCUMENT + "image", DocumentSamples.openDocument("image", LATIN, ARABIC));
        documents.put(OPEN_DOCUMENT + "text-master", DocumentSamples.openDocument("text-master", LATIN, ARABIC));
        return documents;
    }

    private static Map<String, byte[]> documents() throws IOException {
        Map<String, byte[]> documents = documentsInUnicode();
        documents.put("application/msword", DocumentSamples.doc(LATIN));
        documents.put("application/pdf", DocumentSamples.pdf(LATIN));
        documents.put("application/rtf", DocumentSamples.rtf(LATIN));
        return documents;
    }

    @Test
    void everyFormatIsKnownByItsContentAndRead() throws IOException, DocumentUnreadableException {
        for (Map.Entry<String, byte[]> document : documents().entrySet()) {
            assertThat(type(document.getValue())).isEqualTo(document.getKey());
            DocumentText text = read(document.getValue());
            assertThat(text.text()).as(document.getKey()).contains(LATIN);
            assertThat(text.truncated()).as(document.getKey()).isFalse();
            assertThat(text.engine()).isEqualTo("tika-3.3.1");
        }
    }

    @Test
    void arabicTextAndItsDigitsComeInLogicalOrder() throws IOException, DocumentUnreadableException {
        for (Map.Entry<String, byte[]> document : documentsInUnicode().entrySet()) {
            assertThat(read(document.getValue()).text()).as(document.getKey()).contains(ARABIC);
        }
    }

    @Test
    void headersCountAndLinesStayLines() throws IOException, DocumentUnreadableException {
        assertThat(read(DocumentSamples.docx("first", "second")).text().lines())
                .containsSubsequence(DocumentSamples.HEADER, "first", "second");
        assertThat(read(DocumentSamples.pdf("first", "second")).text().lines()).containsSubsequence("first", "second");
    }

    @Test
    void longTextEndsAtTheLimitAndSaysSo() throws IOException, DocumentUnreadableException {
        byte[] file = DocumentSamples.pdf("a".repeat(60), "b".repeat(60));
        DocumentText text = new DocumentReader(100).read(ImageBytes.of(file), "application/pdf");
        assertThat(text.text()).hasSize(100).contains("a".repeat(60));
        assertThat(text.truncated()).isTrue();
    }

    @Test
    void theLimitCutsNoCharacterInHalf() throws IOException, DocumentUnreadableException {
        byte[] file = DocumentSamples.openDocument("text", "\uD83D\uDCF7".repeat(10));
        DocumentText text = new DocumentReader(3).read(ImageBytes.of(file), type(file));
        assertThat(text.text()).isEqualTo("\uD83D\uDCF7");
        assertThat(text.truncated()).isTrue();
    }

    @Test
    void aTextOfExactlyTheLimitIsWhole() throws IOException, DocumentUnreadableException {
        byte[] file = DocumentSamples.pdf("exact");
        int length = read(file).text().length();
        DocumentText text = new DocumentReader(length).read(ImageBytes.of(file), "application/pdf");
        assertThat(text.truncated()).isFalse();
    }

    @Test
    void aDocumentCutAnywhereGivesTextOrOneKindOfException() throws IOException {
        for (Map.Entry<String, byte[]> document : documents().entrySet()) {
            byte[] file = document.getValue();
            for (int length = 0; length < file.length; length += Math.max(1, file.length / 12)) {
                byte[] cut = Arrays.copyOf(file, length);
                try {
                    assertThat(READER.read(ImageBytes.of(cut), document.getKey())
                                    .text())
                            .isNotNull();
                } catch (DocumentUnreadableException e) {
                    assertThat(e.encrypted())
                            .as(document.getKey() + " of " + length)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void anEmptyFileIsUnreadableInEveryFormatButRichText() throws IOException {
        for (String type : documents().keySet()) {
            if (!type.equals("application/rtf")) {
                assertThatThrownBy(() -> READER.read(ImageBytes.of(new byte[0]), type))
                        .as(type)
                        .isInstanceOf(DocumentUnreadableException.class)
                        .hasMessageStartingWith("damaged");
            }
        }
    }

    @Test
    void whatIsLeftOfACutTextIsReadAndSaidToBeTruncated() throws IOException, DocumentUnreadableException {
        byte[] file = DocumentSamples.docx(LATIN, ARABIC);
        // without the directory at the end
        int directory = new String(file, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        DocumentText text = read(Arrays.copyOf(file, directory));
        assertThat(text.text()).contains(LATIN);
        assertThat(text.truncated()).isTrue();
    }

    @Test
    void onlyDocumentsAreRead() {
        assertThat(DocumentReader.reads("text/plain")).isFalse();
        assertThat(DocumentReader.reads("image/jpeg")).isFalse();
        assertThat(DocumentReader.reads("application/zip")).isFalse();
        assertThatThrownBy(() -> READER.read(ImageBytes.of(new byte[10]), "text/plain"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePackageWhoseListOfContentsStandsLastIsADocument() throws IOException, DocumentUnreadableException {
        Map<String, byte[]> members = DocumentSamples.members(DocumentSamples.docx(LATIN));
        Map<String, byte[]> reordered = new LinkedHashMap<>();
        reordered.put("word/document.xml", members.remove("word/document.xml"));
        byte[] types = members.remove("[Content_Types].xml");
        reordered.putAll(members);
        reordered.put("[Content_Types].xml", types);
        byte[] file = DocumentSamples.zip(reordered);
        assertThat(new TypeDetector().detect(ImageBytes.of(file))).isEqualTo("application/zip");
        assertThat(type(file)).isEqualTo(OPEN_XML + "wordprocessingml.document");
        assertThat(read(file).text()).contains(LATIN);
    }

    @Test
    void archivesAndOtherContainersKeepTheirType() throws IOException {
        byte[] photo = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
        assertThat(type(DocumentSamples.zip(Map.of("word/photo.jpg", photo)))).isEqualTo("application/zip");
        assertThat(type(DocumentSamples.zip(Map.of("photo.jpg", photo)))).isEqualTo("application/zip");
        assertThat(type(DocumentSamples.zip(Map.of("META-INF/MANIFEST.MF", photo))))
                .isEqualTo("application/zip");
        assertThat(type(DocumentSamples.zip(Map.of("[Content_Types].xml", photo))))
                .isEqualTo("application/x-tika-ooxml");
    }

    @Test
    void whatIsEmbeddedIsLeftAlone() throws IOException, DocumentUnreadableException {
        byte[] pdf = DocumentSamples.pdfWithAttachment("on the page", "in the attachment");
        assertThat(read(pdf).text()).contains("on the page").doesNotContain("in the attachment");
        Map<String, byte[]> members = DocumentSamples.members(DocumentSamples.openDocument("text", LATIN));
        members.put("Pictures/one.txt", "in the picture".getBytes(StandardCharsets.US_ASCII));
        DocumentText text = READER.read(ImageBytes.of(DocumentSamples.zip(members)), OPEN_DOCUMENT + "text");
        assertThat(text.text()).contains(LATIN).doesNotContain("in the picture");
    }
}
