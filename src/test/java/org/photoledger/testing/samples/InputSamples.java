package org.photoledger.testing.samples;

import static org.photoledger.testing.ExifBlock.aLittleEndianExif;
import static org.photoledger.testing.ExifBlock.anExif;
import static org.photoledger.testing.samples.Sample.DUPLICATE;
import static org.photoledger.testing.samples.Sample.RECORDED;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.photoledger.testing.ExifBlock;
import org.photoledger.testing.Pictures;

/** Writes the folder input-samples: {@code main(folder)}. Its committed files are the reference; JPEG encoders differ between Javas. */
public final class InputSamples {

    private static final String[] WESTERN = {"2138/4", "215-3", "4071", "88/2013", "5526-1", "3190/7"};
    private static final String[] ARABIC = {"٢١٣٨/٤", "٢١٥-٣", "٤٠٧١", "٨٨/٢٠١٣", "٥٥٢٦-١", "٣١٩٠/٧"};
    /** The words for house, door and round, letter by letter from their end. */
    private static final String[] LABELS = {"راد", "باب", "راود"};

    private final List<Sample> samples = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Sample sample : all()) {
            Path file = folder.resolve(sample.path());
            Files.createDirectories(file.getParent());
            Files.write(file, sample.bytes());
        }
    }

    /** All samples, the README that lists them included. */
    static List<Sample> all() {
        InputSamples made = new InputSamples();
        made.datedFolders();
        made.metadata();
        made.orientations();
        made.burst();
        made.copies();
        made.formats();
        made.oddities();
        made.samples.add(SampleReadme.of(made.samples));
        return List.copyOf(made.samples);
    }

    private void add(String path, byte[] bytes, String why, String outcome) {
        samples.add(new Sample(path, bytes, why, outcome));
    }

    private static byte[] jpeg(Scene scene) {
        return Pictures.jpeg(scene.drawn(), 0.82f);
    }

    private static ExifBlock orbis(String time) {
        return anExif().camera("Orbis", "D40", "OR-100417")
                .original(time)
                .ascii(0x132, time)
                .number(0x112, 1)
                .rational(0x829a, 1, 60)
                .rational(0x829d, 28, 10)
                .number(0x8827, 400)
                .rational(0x920a, 35, 1);
    }

    private static ExifBlock lumen(String time) {
        return aLittleEndianExif()
                .camera("Lumen", "Compact 7", "L7-00933")
                .original(time)
                .ascii(0x9011, "+03:00")
                .ascii(0x9291, "37")
                .number(0x112, 1);
    }

    private void datedFolders() {
        for (int at = 0; at < WESTERN.length; at++) {
            String time = "2013:04:0" + (5 + at / 3) + " 09:1" + at + ":30";
            byte[] photo = orbis(time).in(jpeg(Scene.of(100 + at).card(WESTERN[at])));
            add(
                    "2013-04-0" + (5 + at / 3) + "/DSC_0" + (101 + at) + ".jpg",
                    photo,
                    "number card in Western digits, " + WESTERN[at],
                    RECORDED);
        }
        for (int at = 0; at < ARABIC.length; at++) {
            String time = "2013:04:1" + at + " 14:2" + at + ":05";
            byte[] photo = lumen(time).in(jpeg(Scene.of(200 + at).card(ARABIC[at])));
            add(
                    "batch-0214/IMG_" + (2001 + at) + ".JPG",
                    photo,
                    "number card in Arabic-Indic digits, sub-seconds, offset +03:00",
                    RECORDED);
        }
        for (int at = 0; at < LABELS.length; at++) {
            ExifBlock exif = anExif().camera("Vesta", "P2", "")
                    .original("2014:01:0" + (at + 1) + " 08:00:00")
                    .ascii(0x10e, "صورة رقم " + (at + 1))
                    .position("N", new int[] {34, 10 + at, 12}, "W", new int[] {40, 20, 30});
            add(
                    "قسم-٣/صورة-" + (at + 1) + ".jpg",
                    exif.in(jpeg(Scene.of(300 + at).label(LABELS[at]))),
                    "typed white label in Arabic, Arabic path and description, position at sea",
                    RECORDED);
        }
    }

    private void metadata() {
        byte[] thumb = Pictures.jpeg(Scene.of(400).sized(160, 120).drawn(), 0.7f);
        add(
                "2013-04-05/DSC_0190.jpg",
                orbis("2013:04:05 18:00:00").thumbnail(thumb).in(jpeg(Scene.of(400))),
                "thumbnail in IFD1",
                RECORDED);
        ExifBlock gps = orbis("2013:04:05 21:15:00")
                .userComment("seen from the quay")
                .position("S", new int[] {12, 30, 0}, "E", new int[] {60, 0, 15})
                .gpsRational(7, 18, 1, 15, 1, 0, 1)
                .gpsDay("2013:04:05")
                .gpsRational(6, 125, 10);
        add(
                "2013-04-05/DSC_0191.jpg",
                gps.in(jpeg(Scene.of(401))),
                "GPS time gives the offset, user comment, altitude",
                RECORDED);
        add("2013-04-05/DSC_0192.jpg", jpeg(Scene.of(402)), "no EXIF at all", RECORDED);
        add(
                "2013-04-05/DSC_0193.jpg",
                orbis("0000:00:00 00:00:00").in(jpeg(Scene.of(403))),
                "a camera clock that was never set",
                RECORDED);
    }

    private void orientations() {
        BufferedImage upright = Scene.of(500).sized(480, 360).card("7").drawn();
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] coded = Pictures.jpeg(Turns.coded(upright, orientation), 0.85f);
            add(
                    "orientation/turn-" + orientation + ".jpg",
                    anExif().camera("Orbis", "D40", "OR-100417")
                            .number(0x112, orientation)
                            .in(coded),
                    "EXIF orientation " + orientation + " of one picture",
                    RECORDED);
        }
    }

    private void burst() {
        for (int second = 0; second < 4; second++) {
            byte[] frame = orbis("2013:05:02 11:00:0" + second)
                    .in(jpeg(Scene.of(600).card("3055").at(second)));
            add(
                    "2013-05-02/DSC_030" + second + ".jpg",
                    frame,
                    "frame " + (second + 1) + " of 4, one second apart",
                    RECORDED);
        }
    }

    private void copies() {
        byte[] first = bytesOf("2013-04-05/DSC_0101.jpg");
        byte[] second = bytesOf("batch-0214/IMG_2001.JPG");
        add("copies/again-DSC_0101.jpg", first, "exact copy of 2013-04-05/DSC_0101.jpg", DUPLICATE);
        add("copies/from-phone/received_1.jpg", second, "exact copy of batch-0214/IMG_2001.JPG", DUPLICATE);
        add("copies/from-phone/received_2.jpg", second, "the same once more", DUPLICATE);
        add("copies/stripped-DSC_0101.jpg", withoutExif(first), "EXIF removed, image data untouched", RECORDED);
        add("copies/stripped-IMG_2001.jpg", withoutExif(second), "EXIF removed, image data untouched", RECORDED);
        BufferedImage picture = Scene.of(100).card(WESTERN[0]).drawn();
        add(
                "copies/re-encoded-q90.jpg",
                Pictures.jpeg(picture, 0.9f),
                "the picture of DSC_0101 encoded anew",
                RECORDED);
        add("copies/re-encoded-q40.jpg", Pictures.jpeg(picture, 0.4f), "the same with strong compression", RECORDED);
        add("copies/half-size.jpg", Pictures.jpeg(scaled(picture, 320, 240), 0.85f), "half its size", RECORDED);
        add("copies/quarter-turn.jpg", Pictures.jpeg(Turns.coded(picture, 8), 0.85f), "turned by pixels", RECORDED);
    }

    private byte[] bytesOf(String path) {
        return samples.stream()
                .filter(sample -> sample.path().equals(path))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    /** Drops the first segment, which is the one that ExifBlock wrote. */
    private static byte[] withoutExif(byte[] jpeg) {
        int length = (jpeg[4] & 0xff) << 8 | (jpeg[5] & 0xff);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(jpeg, 4 + length, jpeg.length - 4 - length);
        return out.toByteArray();
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.drawImage(
                picture,
                AffineTransform.getScaleInstance(
                        (double) width / picture.getWidth(), (double) height / picture.getHeight()),
                null);
        pen.dispose();
        return small;
    }

    private void formats() {
        BufferedImage small = Scene.of(700).sized(320, 240).drawn();
        add("formats/scene.png", Pictures.as("png", small), "PNG", RECORDED);
        add(
                "formats/scene-with-exif.png",
                PngExif.in(
                        Pictures.as("png", Scene.of(701).sized(320, 240).drawn()),
                        orbis("2013:06:01 10:00:00").bytes()),
                "PNG with an eXIf chunk",
                RECORDED);
        add(
                "formats/scene.tif",
                Pictures.as("tiff", Scene.of(702).sized(240, 180).drawn()),
                "TIFF",
                RECORDED);
        add("formats/scene.webp", LosslessWebp.of(Scene.of(703).sized(320, 240).drawn()), "WebP, lossless", RECORDED);
        add(
                "formats/scene.gif",
                Pictures.as("gif", Scene.of(704).sized(240, 180).drawn()),
                "GIF",
                RECORDED);
        add(
                "formats/scene.bmp",
                Pictures.as("bmp", Scene.of(705).sized(160, 120).drawn()),
                "BMP",
                RECORDED);
        add("formats/progressive.jpg", Pictures.jpeg(Scene.of(706).drawn(), 0.8f, true), "progressive JPEG", RECORDED);
        BufferedImage grey = new BufferedImage(320, 240, BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(Scene.of(707).sized(320, 240).drawn(), 0, 0, null);
        add("formats/grey.jpg", Pictures.jpeg(grey, 0.85f), "grey JPEG", RECORDED);
    }

    private void oddities() {
        byte[] whole = orbis("2013:07:01 12:00:00").in(jpeg(Scene.of(800)));
        add(
                "odd/truncated.jpg",
                Arrays.copyOf(whole, whole.length * 3 / 5),
                "cut off: recorded with findings",
                RECORDED);
        add("odd/really-a-jpeg.png", lumen("2013:07:02 12:00:00").in(jpeg(Scene.of(801))), "wrong extension", RECORDED);
        byte[] trailed = Arrays.copyOf(jpeg(Scene.of(802)), jpeg(Scene.of(802)).length + 64);
        add("odd/trailing-bytes.jpg", trailed, "64 bytes after the picture's end", RECORDED);
        add("odd/empty.jpg", new byte[0], "no byte at all", "ignored (EMPTY)");
        add(
                "odd/notes.txt",
                "Film 12, shelf 4. Cards 2138/4 to 3190/7.\n".getBytes(StandardCharsets.UTF_8),
                "a text file",
                "ignored (NOT_A_PHOTO)");
        byte[] thumbs = new byte[1536];
        byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(ole, 0, thumbs, 0, ole.length);
        add("odd/Thumbs.db", thumbs, "a thumbs database", "ignored (NOT_A_PHOTO)");
    }
}
