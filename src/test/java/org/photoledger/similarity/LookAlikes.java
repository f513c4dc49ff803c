package org.photoledger.similarity;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.photoledger.testing.Pictures;

/** Photos that look alike and are not copies: one template filled in, one wall with other cards. Drawn from a seed. */
final class LookAlikes {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1300;
    private static final int FIELDS = 12;

    /** A photo and the number that stands in it. */
    record Numbered(EvaluatedPhoto photo, List<NumberRegion> numbers) {}

    private LookAlikes() {}

    /** A form in print, its fields filled in by another hand each time; a number at its head. */
    static Numbered form(int at) {
        Random random = new Random(at);
        BufferedImage form = new BufferedImage(/* width= */ HEIGHT, /* height= */ WIDTH, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(form);
        pen.setColor(new Color(244, 242, 235));
        pen.fillRect(0, 0, HEIGHT, WIDTH);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.BOLD, 64));
        pen.drawString("REPORT OF RECEIPT", 100, 140);
        String number = String.valueOf(10_000 + at);
        pen.drawString(number, 950, 140);
        for (int field = 0; field < FIELDS; field++) {
            int y = 240 + field * 105;
            pen.setFont(new Font(Font.SERIF, Font.PLAIN, 34));
            pen.drawString("Field of the form no. " + (field + 1), 100, y + 60);
            pen.drawRect(480, y, 700, 90);
            pen.setFont(new Font(Font.SANS_SERIF, Font.ITALIC, 40 + random.nextInt(14)));
            pen.drawString(word(random), 500 + random.nextInt(30), y + 60);
        }
        pen.dispose();
        double[] box = {950.0 / HEIGHT, 90.0 / WIDTH, 1150.0 / HEIGHT, 145.0 / WIDTH};
        return numbered("form " + at, form, number, box);
    }

    /** A wall of stones, as a tripod sees it: another card each time, noise and light of its own. */
    static Numbered wall(int at) {
        BufferedImage wall = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(wall);
        stones(pen);
        Random random = new Random(at);
        pen.setColor(new Color(250, 250, 240));
        pen.fillRect(700, 560, 260, 150);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 80));
        String number = String.valueOf(2000 + at);
        pen.drawString(number, 730, 665);
        pen.dispose();
        noise(wall, random);
        double[] box = {730.0 / WIDTH, 600.0 / HEIGHT, 910.0 / WIDTH, 670.0 / HEIGHT};
        return numbered("wall " + at, wall, number, box);
    }

    private static Numbered numbered(String name, BufferedImage picture, String number, double[] box) {
        EvaluatedPhoto photo = EvaluatedPhoto.of(name, Pictures.jpeg(picture, 0.88f), "image/jpeg");
        return new Numbered(photo, List.of(NumberRegion.of(number, box)));
    }

    private static Graphics2D pen(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int letter = 6 + random.nextInt(16); letter > 0; letter--) {
            word.append((char) (random.nextInt(7) == 0 ? ' ' : 'a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static void stones(Graphics2D pen) {
        Random random = new Random(99);
        pen.setColor(new Color(150, 140, 125));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y += 110) {
            for (int x = -random.nextInt(200); x < WIDTH; ) {
                int width = 120 + random.nextInt(160);
                int light = 90 + random.nextInt(110);
                pen.setColor(new Color(light, light - 8, light - 20));
                pen.fillRoundRect(x, y, width - 8, 102, 20, 20);
                x += width;
            }
        }
    }

    private static void noise(BufferedImage picture, Random random) {
        double light = 0.97 + 0.06 * random.nextDouble();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                int by = random.nextInt(17) - 8;
                picture.setRGB(
                        x,
                        y,
                        level(rgb >> 16, light, by) << 16 | level(rgb >> 8, light, by) << 8 | level(rgb, light, by));
            }
        }
    }

    private static int level(int value, double light, int by) {
        return (int) Math.max(0, Math.min(255, (value & 0xff) * light + by));
    }
}
