package org.photoledger.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.photoledger.image.ImageBytes;

/** Documents made to harm their reader, and documents that want a password. */
class HostileDocumentTest {

    private static final DocumentReader READER = new DocumentReader(10_000);
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String MAIN_PART = "word/document.xml";
    private static final String BLANKS = " ".repeat(20 << 20);

    private static String docx(byte[] file) throws DocumentUnreadableException {
        return READER.read(ImageBytes.of(file), DOCX).text();
    }

    /** The main part of a text of two paragraphs, "first" and "second". */
    private static String mainPart() throws IOException {
        byte[] part =
                DocumentSamples.members(DocumentSamples.docx("first", "second")).get(MAIN_PART);
        return new String(Objects.requireNonNull(part), StandardCharsets.UTF_8);
    }

    private static byte[] withMainPart(String xml) throws IOException {
        return DocumentSamples.with(
                DocumentSamples.docx("first", "second"), MAIN_PART, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] withEntities(String declarations) throws IOException {
        return withMainPart(mainPart()
                .replace("<w:document ", "<!DOCTYPE w:document [" + declarations + "]><w:document ")
                .replace(">second<", ">second &x;<"));
    }

    private static byte[] latin(String file) {
        return file.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void anExternalEntityIsNotFollowed(@TempDir Path folder) throws IOException, DocumentUnreadableException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the content of another file");
        byte[] file = withEntities("<!ENTITY x SYSTEM '" + secret.toUri() + "'>");
        assertThat(docx(file)).contains("first").doesNotContain("the content of another file");
    }

    @Test
    void entitiesThatMultiplyEndTheText() throws IOException, DocumentUnreadableException {
        String tenfold = "<!ENTITY b '" + "&a;".repeat(10) + "'><!ENTITY c '" + "&b;".repeat(10) + "'>";
        byte[] file = withEntities("<!ENTITY a 'aaaaaaaaaa'>" + tenfold + "<!ENTITY x '" + "&c;".repeat(10) + "'>");
        DocumentText text = READER.read(ImageBytes.of(file), DOCX);
        assertThat(text.text()).contains("first").doesNotContain("aaaaaaaaaa");
        assertThat(text.truncated()).isTrue();
    }

    @Test
    void aPartThatInflatesThousandfoldIsABomb() throws IOException, DocumentUnreadableException {
        byte[] bomb = withMainPart(mainPart().replace("</w:body>", BLANKS + "</w:body>"));
        assertThat(bomb).hasSizeLessThan(100_000);
        DocumentText text = READER.read(ImageBytes.of(bomb), DOCX);
        assertThat(text.text()).contains("second");
        assertThat(text.truncated()).isTrue();
    }

    @Test
    void aListOfContentsThatIsABombLeavesTheTypeAsItWas() throws IOException {
        byte[] types = ("<Types>" + BLANKS).getBytes(StandardCharsets.UTF_8);
        byte[] bomb = DocumentSamples.with(DocumentSamples.docx("first"), "[Content_Types].xml", types);
        assertThat(DocumentTypes.precise(ImageBytes.of(bomb), "application/x-tika-ooxml"))
                .isEqualTo("application/x-tika-ooxml");
        assertThatThrownBy(() -> docx(bomb)).isInstanceOf(DocumentUnreadableException.class);
    }

    @Test
    void anOpenDocumentFileThatInflatesWithoutEndIsUnreadable() throws IOException {
        String content = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'>"
                + " ".repeat(130 << 20);
        byte[] bomb = DocumentSamples.openDocument("text", content.getBytes(StandardCharsets.US_ASCII));
        assertThat(bomb).hasSizeLessThan(200_000);
        assertThatThrownBy(() -> READER.read(ImageBytes.of(bomb), "application/vnd.oasis.opendocument.text"))
                .isInstanceOf(DocumentUnreadableException.class)
                .hasMessage("damaged (ZipException)");
    }

    @Test
    void nestingWithoutEndIsNoHarm() throws IOException, DocumentUnreadableException {
        String deep = "<w:smartTag>".repeat(100_000) + "second" + "</w:smartTag>".repeat(100_000);
        assertThat(docx(withMainPart(mainPart().replace("second", deep)))).contains("first");
        byte[] pdf = latin("%PDF-1.4\n1 0 obj\n" + "[".repeat(1 << 20) + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF");
        assertThatThrownBy(() -> READER.read(ImageBytes.of(pdf), "application/pdf"))
                .isInstanceOf(DocumentUnreadableException.class);
    }

    @Test
    void aStreamThatClaimsTwoGibibytesIsReadToItsRealEnd() throws IOException, DocumentUnreadableException {
        String pdf = latin(DocumentSamples.pdf("first"));
        byte[] file = latin(pdf.replaceAll("/Length \\d+", "/Length 2147483000"));
        assertThat(READER.read(ImageBytes.of(file), "application/pdf").text()).contains("first");
    }

    @Test
    void aPasswordMakesADocumentUnreadableAndIsNamedAsTheReason() throws Exception {
        byte[] docx = DocumentSamples.encryptedDocx("secret", "first");
        String type = DocumentTypes.precise(ImageBytes.of(docx), "application/x-tika-msoffice");
        assertThat(type).isEqualTo("application/x-tika-ooxml-protected");
        assertEncrypted(docx, type);
        assertEncrypted(DocumentSamples.encryptedPdf("secret", "first"), "application/pdf");
    }

    @Test
    void aPdfForTheOwnersOfCertificatesIsEncrypted() throws IOException {
        String pdf = latin(DocumentSamples.encryptedPdf("secret", "first"));
        assertEncrypted(latin(pdf.replace("/Standard", "/Adobe.PubSec")), "application/pdf");
    }

    private static void assertEncrypted(byte[] file, String type) {
        assertThatThrownBy(() -> READER.read(ImageBytes.of(file), type))
                .isInstanceOfSatisfying(
                        DocumentUnreadableException.class,
                        e -> assertThat(e.encrypted()).isTrue())
                .hasMessage("encrypted");
    }

    @Test
    void protectionThatNeedsNoPasswordToReadIsNoHindrance() throws Exception {
        byte[] docx = DocumentSamples.encryptedDocx("VelvetSweatshop", "first");
        assertThat(READER.read(ImageBytes.of(docx), "application/x-tika-ooxml-protected")
                        .text())
                .contains("first");
        byte[] pdf = DocumentSamples.encryptedPdf("", "first");
        assertThat(READER.read(ImageBytes.of(pdf), "application/pdf").text()).contains("first");
    }

    @Test
    void theMessageOfAnUnreadableDocumentQuotesNothing() {
        byte[] damaged = latin("%PDF-1.4 a name that must not be told");
        assertThatThrownBy(() -> READER.read(ImageBytes.of(damaged), "application/pdf"))
                .isInstanceOf(DocumentUnreadableException.class)
                .hasMessage("damaged (IOException)");
    }
}
