package org.photoledger.testing.hostile;

import static org.photoledger.testing.hostile.BaseFiles.utf8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.photoledger.testing.Bytes;

/** XML that reads other files or multiplies without end, in pictures and documents, and PDFs that nest. */
final class HostileMarkup {

    private static final String XXE = "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
    private static final String REMOTE = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>";

    private final List<HostileFile> files = new ArrayList<>();

    private HostileMarkup() {}

    static List<HostileFile> all() {
        HostileMarkup markup = new HostileMarkup();
        markup.xmp();
        markup.svg();
        markup.documents();
        markup.pdfs();
        return markup.files;
    }

    private void add(String name, byte[] content) {
        files.add(HostileFile.of("markup/" + name, content));
    }

    /** Ten times ten times ten, so many times. */
    private static String laughs(int levels) {
        StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY x0 'ha'>");
        for (int level = 1; level <= levels; level++) {
            entities.append("<!ENTITY x").append(level).append(" '");
            entities.append(("&x" + (level - 1) + ";").repeat(10)).append("'>");
        }
        return entities.append("]>").toString().replace("x" + levels + " ", "x ");
    }

    private static byte[] xmp(String prolog, String value) {
        String packet = prolog + "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:source>" + value
                + "</dc:source></rdf:Description></rdf:RDF></x:xmpmeta>";
        return inJpeg(utf8(packet));
    }

    private static byte[] inJpeg(byte[] packet) {
        byte[] jpeg = BaseFiles.photo(40);
        byte[] head = utf8("http://ns.adobe.com/xap/1.0/\0");
        return new Bytes()
                .add(0xff, 0xd8)
                .segment(0xe1, new Bytes().add(head).add(packet).array())
                .add(Arrays.copyOfRange(jpeg, 2, jpeg.length))
                .array();
    }

    private void xmp() {
        add("xmp-xxe.jpg", xmp(XXE, "&x;"));
        add("xmp-remote.jpg", xmp(REMOTE, "a"));
        add("xmp-laughs.jpg", xmp(laughs(9), "&x;"));
        add("xmp-deep.jpg", inJpeg(utf8("<a>".repeat(15_000))));
        add("xmp-utf-16-cut.jpg", inJpeg(new byte[] {(byte) 0xfe, (byte) 0xff, 0, '<', 0}));
        add("xmp-script.jpg", xmp("", "&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    private void svg() {
        add("xxe.svg", utf8(XXE + "<svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>"));
        add(
                "remote.svg",
                utf8("<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'>"
                        + "<image x:href='http://127.0.0.1:9/a.png'/><script>alert(1)</script></svg>"));
        add("laughs.svg", utf8(laughs(9) + "<svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>"));
    }

    private void documents() {
        byte[] photo = BaseFiles.photo(41);
        String line = "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>";
        add("xxe.docx", BaseFiles.docx(line, XXE, photo));
        add("laughs.docx", BaseFiles.docx(line, laughs(9), photo));
        add("blanks.docx", BaseFiles.docx(" ".repeat(40 << 20), "", photo));
        add("deep.docx", BaseFiles.docx("<w:smartTag>".repeat(100_000), "", photo));
        add("formula.rtf", utf8("{\\rtf1 {\\field{\\*\\fldinst HYPERLINK \"http://127.0.0.1:9\"}}}"));
        add("deep.rtf", utf8("{\\rtf1 " + "{".repeat(200_000)));
    }

    private void pdfs() {
        add("deep.pdf", utf8("%PDF-1.4\n1 0 obj\n" + "[".repeat(1 << 20) + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        add(
                "itself.pdf",
                utf8("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[2 0 R]/Count 2147483647>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        add(
                "object-streams.pdf",
                utf8("%PDF-1.5\n1 0 obj<</Type/ObjStm/N 2147483647/First 4/Length 4>>stream\nabcd\n"
                        + "endstream endobj\ntrailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF"));
        add(
                "script.pdf",
                utf8(
                        "%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
                                + "/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
    }
}
