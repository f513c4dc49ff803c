package org.photoledger.text;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
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
final class PictureDocuments {

    private PictureDocuments() {}

    /** The photo on two pages, and on the second a drawing that is no JPEG. */
    static byte[] pdf(byte[] jpeg, BufferedImage drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject photo = JPEGFactory.createFromByteArray(document, jpeg);
            page(document, photo);
            page(document, photo, LosslessFactory.createFromImage(document, drawing));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
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

    static byte[] docx(byte[] jpeg) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph()
                    .createRun()
                    .addPicture(new ByteArrayInputStream(jpeg), PictureType.JPEG, "photo.jpg", 9525 * 100, 9525 * 100);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    static byte[] pptx(byte[] jpeg) throws IOException {
        return slides(new XMLSlideShow(), jpeg);
    }

    static byte[] ppt(byte[] jpeg) throws IOException {
        return slides(new HSLFSlideShow(), jpeg);
    }

    private static byte[] slides(SlideShow<?, ?> show, byte[] jpeg) throws IOException {
        try (show) {
            PictureData picture = show.addPicture(jpeg, PictureData.PictureType.JPEG);
            show.createSlide().createPicture(picture).setAnchor(new Rectangle(10, 10, 100, 100));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    static byte[] xlsx(byte[] jpeg) throws IOException {
        return sheet(new XSSFWorkbook(), jpeg);
    }

    static byte[] xls(byte[] jpeg) throws IOException {
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

    static byte[] openDocument(byte[] jpeg) throws IOException {
        Map<String, byte[]> members = DocumentSamples.members(DocumentSamples.openDocument("text", "a line"));
        members.put("Pictures/1000.jpg", jpeg);
        return DocumentSamples.zip(members);
    }

    static byte[] rtf(byte[] jpeg) {
        String hex = HexFormat.of().formatHex(jpeg);
        return ("{\\rtf1\\ansi a line\\par {\\pict\\jpegblip\\picw10\\pich10 " + hex + "}\\par}")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
