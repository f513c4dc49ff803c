package org.photoledger.testing.containers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.photoledger.testing.Archives;
import org.photoledger.text.PictureDocuments;

/** Documents with a photo in each, and the same twice nested. */
final class DocumentFiles {

    private static final String CORE = "docProps/core.xml";
    private static final String THUMBNAIL = "docProps/thumbnail.jpeg";

    private DocumentFiles() {}

    static List<Made> all() throws IOException {
        List<Made> files = new ArrayList<>();
        documents(300)
                .forEach(document -> files.add(
                        document.named(Name.of("documents/" + document.name().shown()))));
        Made tar = Kind.TAR.of(Name.of("وثائق.tar"), documents(400));
        files.add(Kind.ZIP.of("documents/all.zip", tar));
        files.add(Made.quarantined(
                "documents/locked.pdf", PictureDocuments.encryptedPdf("geheim", Photos.jpeg(310)), "ENCRYPTED"));
        return files;
    }

    private static List<Made> documents(long seed) throws IOException {
        byte[] photo = Photos.jpeg(seed);
        byte[] odt = Archives.zip(members(PictureDocuments.openDocument(Photos.jpeg(seed + 5))));
        return List.of(
                holding("a.docx", fixed(PictureDocuments.docx(photo)), "image1.jpeg", photo),
                slides(Photos.jpeg(seed + 1)),
                holding("a.xlsx", fixed(PictureDocuments.xlsx(photo)), "image1.jpeg", photo),
                holding("a.ppt", PictureDocuments.ppt(Photos.jpeg(seed + 3)), "#0", Photos.jpeg(seed + 3)),
                holding("a.xls", PictureDocuments.xls(Photos.jpeg(seed + 4)), "#0", Photos.jpeg(seed + 4)),
                holding("a.odt", odt, "Pictures/1000.jpg", Photos.jpeg(seed + 5)),
                holding("a.rtf", PictureDocuments.rtf(Photos.jpeg(seed + 6)), "file_0.jpg", Photos.jpeg(seed + 6)),
                pdf(seed + 7));
    }

    /** The library that writes slides puts a picture of its own beside them. */
    private static Made slides(byte[] photo) throws IOException {
        byte[] pptx = fixed(PictureDocuments.pptx(photo));
        byte[] thumbnail = members(pptx).getOrDefault(THUMBNAIL, new byte[0]);
        return Made.container("a.pptx", pptx, Made.photo("image1.jpeg", photo), Made.photo("/" + THUMBNAIL, thumbnail));
    }

    private static Made holding(String name, byte[] document, String member, byte[] photo) {
        return Made.container(name, document, Made.photo(member, photo));
    }

    /** A photo on two pages, and a zip attached. */
    private static Made pdf(long seed) throws IOException {
        byte[] photo = Photos.jpeg(seed);
        Made zip = Kind.ZIP.of("attached.zip", Made.photo("مرفق.jpg", Photos.jpeg(seed + 50)));
        return Made.container(
                "a.pdf",
                PictureDocuments.pdf(photo, "attached.zip", zip.bytes()),
                Made.photo("page1-image1.jpg", photo),
                Made.photo("page2-image1.jpg", photo),
                zip);
    }

    /** Written with one time for all. */
    private static byte[] fixed(byte[] document) throws IOException {
        Map<String, byte[]> members = members(document);
        members.computeIfPresent(
                CORE,
                (name, core) -> new String(core, StandardCharsets.UTF_8)
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "2013-04-05T09:10:30Z")
                        .getBytes(StandardCharsets.UTF_8));
        return Archives.zip(members);
    }

    private static Map<String, byte[]> members(byte[] zip) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.put(entry.getName(), in.readAllBytes());
            }
        }
        return members;
    }
}
