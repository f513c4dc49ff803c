package org.photoledger.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Documents made in code, each with the lines it is given. */
final class DocumentSamples {

    /** Stands at the head of every page of a text. */
    static final String HEADER = "Hospital 601";

    static {
        // PDFBox searches the machine's fonts and keeps a list in the home folder, also when it writes
        FontMappers.set(new BuiltInFont());
    }

    private DocumentSamples() {}

    static byte[] pdf(String... lines) throws IOException {
        return encryptedPdf("", lines);
    }

    /** Opens with the password alone, or without one if it is empty. */
    static byte[] encryptedPdf(String password, String... lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.beginText();
                content.newLineAtOffset(72, 700);
                content.setLeading(20);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A PDF with a text file attached. */
    static byte[] pdfWithAttachment(String line, String attached) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(line))) {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("attached.txt");
            byte[] content = attached.getBytes(StandardCharsets.US_ASCII);
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(content)));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("attached.txt", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    static byte[] docx(String... lines) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText(HEADER);
            for (String line : lines) {
                document.createParagraph().createRun().setText(line);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    static byte[] encryptedDocx(String password, String... lines)
            throws IOException, GeneralSecurityException, InvalidFormatException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                OPCPackage content = OPCPackage.open(new ByteArrayInputStream(docx(lines)))) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream encrypted = encryptor.getDataStream(container)) {
                content.save(encrypted);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    static byte[] xlsx(String... lines) throws IOException {
        return sheet(new XSSFWorkbook(), lines);
    }

    static byte[] xls(String... lines) throws IOException {
        return sheet(new HSSFWorkbook(), lines);
    }

    private static byte[] sheet(Workbook workbook, String... lines) throws IOException {
        try (workbook) {
            var sheet = workbook.createSheet("List");
            for (int row = 0; row < lines.length; row++) {
                sheet.createRow(row).createCell(0).setCellValue(lines[row]);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** A Word 95 file, the least that the format needs: POI writes no Word file of its own accord. */
    static byte[] doc(String... lines) throws IOException {
        byte[] text = (String.join("\r", lines) + "\r").getBytes(Charset.forName("windows-1252"));
        int start = 0x400;
        ByteBuffer file =
                ByteBuffer.allocate(start + Math.max(text.length, 0xc00)).order(ByteOrder.LITTLE_ENDIAN);
        // identifier, version 7, and where the text starts and ends; the tables of properties are empty
        file.putShort(0, (short) 0xa5dc).putShort(2, (short) 104);
        file.putInt(0x18, start).putInt(0x1c, start + text.length);
        file.putInt(0x8c, 4).putInt(0xbc, 4).putInt(0xc4, 4).putInt(0xd0, 0x300).putInt(0xd4, 2);
        file.put(start, text);
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(file.array()), "WordDocument");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    static byte[] pptx(String... lines) throws IOException {
        return slides(new XMLSlideShow(), lines);
    }

    static byte[] ppt(String... lines) throws IOException {
        return slides(new HSLFSlideShow(), lines);
    }

    private static byte[] slides(SlideShow<?, ?> show, String... lines) throws IOException {
        try (show) {
            for (String line : lines) {
                show.createSlide().createTextBox().setText(line);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    /** An OpenDocument file of a kind: text, spreadsheet or presentation. */
    static byte[] openDocument(String kind, String... lines) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String line : lines) {
            body.append("<text:p>").append(line).append("</text:p>");
        }
        String content = "<?xml version='1.0' encoding='UTF-8'?><office:document-content"
                + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:" + kind + ">"
                + body
                + "</office:" + kind + "></office:body></office:document-content>";
        return openDocument(kind, content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] openDocument(String kind, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] type = ("application/vnd.oasis.opendocument." + kind).getBytes(StandardCharsets.US_ASCII);
            ZipEntry mimetype = new ZipEntry("mimetype");
            mimetype.setMethod(ZipEntry.STORED);
            mimetype.setSize(type.length);
            CRC32 checksum = new CRC32();
            checksum.update(type);
            mimetype.setCrc(checksum.getValue());
            zip.putNextEntry(mimetype);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(content);
        }
        return out.toByteArray();
    }

    static byte[] rtf(String... lines) {
        return ("{\\rtf1\\ansi " + String.join("\\par ", lines) + "\\par}").getBytes(StandardCharsets.US_ASCII);
    }

    /** A ZIP file with one member's content replaced, the members in their order. */
    static byte[] with(byte[] zip, String name, byte[] content) throws IOException {
        Map<String, byte[]> members = members(zip);
        members.replace(name, content);
        return zip(members);
    }

    static Map<String, byte[]> members(byte[] zip) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.put(entry.getName(), in.readAllBytes());
            }
        }
        return members;
    }

    static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }
}
