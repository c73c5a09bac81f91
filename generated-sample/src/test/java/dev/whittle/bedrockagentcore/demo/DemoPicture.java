package dev.whittle.bedrockagentcore.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures of a {@link DemoPage}. They need no fonts, which a machine without a screen may lack. */
final class DemoPicture {
    private static final int PAPER = 0xFFFFFF;
    private static final int[] COLOURS = {0x22303C, 0xD7DEE4, 0x2E7D5B, 0xF3EFD9};

    private DemoPicture() {}

    /** Each element as a box, with a bar for every letter of its text. */
    static byte[] png(DemoPage page) {
        BufferedImage image = new BufferedImage(DemoPage.WIDTH, DemoPage.HEIGHT, BufferedImage.TYPE_INT_RGB);
        fill(image, 0, 0, DemoPage.WIDTH, DemoPage.HEIGHT, PAPER);
        int colour = 0;
        for (DemoPage.Element element : page.elements()) {
            fill(image, element.x, element.y, element.width, element.height, COLOURS[colour++]);
            int letters = Math.min(element.text().length(), element.width / 12 - 1);
            for (int i = 0; i < letters; i++) {
                int tall = element.text().charAt(i) == ' ' ? 0 : element.height / 2;
                fill(image, element.x + 8 + 12 * i, element.y + element.height / 4, 8, tall, 0x808890);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fill(BufferedImage image, int x, int y, int width, int height, int colour) {
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                image.setRGB(column, row, colour);
            }
        }
    }

    /** One A4 page with the texts of the elements, one a line. */
    static byte[] pdf(DemoPage page) {
        StringBuilder lines = new StringBuilder("BT /F 14 Tf 72 770 Td 20 TL\n");
        for (DemoPage.Element element : page.elements()) {
            String text = element.text().replaceAll("[^ -~]", "?").replaceAll("([()\\\\])", "\\\\$1");
            lines.append('(').append(text).append(") Tj T*\n");
        }
        lines.append("ET");
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F 5 0 R >> >> >>",
                "<< /Length " + lines.length() + " >>\nstream\n" + lines + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects) {
            offsets.add(file.length());
            file.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 6\n0000000000 65535 f \n");
        for (int offset : offsets) {
            file.append("0".repeat(10 - Integer.toString(offset).length()))
                    .append(offset)
                    .append(" 00000 n \n");
        }
        file.append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
