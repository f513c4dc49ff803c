package org.photoledger.text;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Documents made in code, with a photo in each. */
public final class PictureDocuments {

    private PictureDocuments() {}

    /** The photo on two pages, and on the second a drawing that is no JPEG. */
    public static byte[] pdf(byte[] jpeg, BufferedImage drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject photo = JPEGFactory.createFromByteArray(document, jpeg);
            page(document, photo);
            page(document, photo, LosslessFactory.createFromImage(document, drawing));
            return saved(document);
        }
    }

    /** The photo on two pages, and a file attached. */
    public static byte[] pdf(byte[] jpeg, String name, byte[] attached) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject photo = JPEGFactory.createFromByteArray(document, jpeg);
            page(document, photo);
            page(document, photo);
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(name);
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(attached)));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(name, file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            return saved(document);
        }
    }

    /** Opens with the password alone; the old encryption, which has nothing random. */
    public static byte[] encryptedPdf(String password, byte[] jpeg) throws IOException {
        try (PDDocument document = new PDDocument()) {
            page(document, JPEGFactory.createFromByteArray(document, jpeg));
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(40);
            document.protect(policy);
            COSString id = new COSString("0123456789abcdef");
            document.getDocument().setDocumentID(new COSArray(List.of(id, id)));
            return saved(document);
        }
    }

    /** With a number for its name, which is made of the time otherwise. */
    private static byte[] saved(PDDocument document) throws IOException {
        document.setDocumentId(1L);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static void page(PDDocument document, PDImageXObject... images) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            for (PDImageXObject image : images) {
                content.drawImage(image, 10, 10, 100, 100);
            }
        }
    }

    public static byte[] docx(byte[] jpeg) throws IOException {
        return docx(jpeg, PictureType.JPEG);
    }

    static byte[] docx(byte[] picture, PictureType type) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph()
                    .createRun()
                    .addPicture(new ByteArrayInputStream(picture), type, "picture", 9525 * 100, 9525 * 100);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    public static byte[] pptx(byte[] jpeg) throws IOException {
        return slides(new XMLSlideShow(), jpeg);
    }

    public static byte[] ppt(byte[] jpeg) throws IOException {
        return slides(new HSLFSlideShow(), jpeg);
    }

    static byte[] pptWithBitmap(byte[] bmp) throws IOException {
        return slides(new HSLFSlideShow(), bmp, PictureData.PictureType.DIB);
    }

    private static byte[] slides(SlideShow<?, ?> show, byte[] jpeg) throws IOException {
        return slides(show, jpeg, PictureData.PictureType.JPEG);
    }

    private static byte[] slides(SlideShow<?, ?> show, byte[] bytes, PictureData.PictureType type) throws IOException {
        try (show) {
            PictureData picture = show.addPicture(bytes, type);
            show.createSlide().createPicture(picture).setAnchor(new Rectangle(10, 10, 100, 100));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    public static byte[] xlsx(byte[] jpeg) throws IOException {
        return sheet(new XSSFWorkbook(), jpeg);
    }

    public static byte[] xls(byte[] jpeg) throws IOException {
        return sheet(new HSSFWorkbook(), jpeg);
    }

    private static byte[] sheet(Workbook workbook, byte[] jpeg) throws IOException {
        try (workbook) {
            int picture = workbook.addPicture(jpeg, Workbook.PICTURE_TYPE_JPEG);
            workbook.createSheet("List")
                    .createDrawingPatriarch()
                    .createPicture(workbook.getCreationHelper().createClientAnchor(), picture);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    public static byte[] openDocument(byte[] jpeg) throws IOException {
        Map<String, byte[]> members = DocumentSamples.members(DocumentSamples.openDocument("text", "a line"));
        members.put("Pictures/1000.jpg", jpeg);
        return DocumentSamples.zip(members);
    }

    public static byte[] rtf(byte[] jpeg) {
        String hex = HexFormat.of().formatHex(jpeg);
        return ("{\\rtf1\\ansi a line\\par {\\pict\\jpegblip\\picw10\\pich10 " + hex + "}\\par}")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
