package socketscope.ui;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.file.Pictures;
import socketscope.ui.inspector.Inspector;
import socketscope.ui.model.Notice;
import socketscope.ui.model.Notices;

/** What the window puts on the clipboard. */
final class WindowCopies {

  private static final String SVG = "image/svg+xml";

  private final Pictures pictures;
  private final Inspector inspector;
  private final Notices notices;

  WindowCopies(Pictures pictures, Inspector inspector, Notices notices, Commands commands) {
    this.pictures = pictures;
    this.inspector = inspector;
    this.notices = notices;
    commands
        .on(Command.COPY_TEXT, this::text)
        .on(Command.COPY_SVG, this::svg)
        .on(Command.COPY_PNG, this::png)
        .on(Command.COPY_TRANSCRIPT, this::transcript)
        .on(Command.COPY_CODE, this::code);
  }

  private void text() {
    ClipboardContent content = new ClipboardContent();
    content.putString(pictures.text());
    copy(content, "notice.copied.text");
  }

  /** As a picture for programs that take SVG, and as its text for editors. */
  private void svg() {
    String picture = pictures.svg();
    ClipboardContent content = new ClipboardContent();
    content.putString(picture);
    DataFormat format = DataFormat.lookupMimeType(SVG);
    content.put(
        format == null ? new DataFormat(SVG) : format,
        ByteBuffer.wrap(picture.getBytes(StandardCharsets.UTF_8)));
    copy(content, "notice.copied.svg");
  }

  private void png() {
    ClipboardContent content = new ClipboardContent();
    content.putImage(image(pictures.image()));
    copy(content, "notice.copied.png");
  }

  private static WritableImage image(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return image;
  }

  private void transcript() {
    ClipboardContent content = new ClipboardContent();
    content.putString(inspector.transcript());
    copy(content, "notice.copied");
  }

  private void code() {
    inspector
        .program()
        .ifPresent(program -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(program.source());
          copy(content, "notice.copied-file", program.fileName());
        });
  }

  private void copy(ClipboardContent content, String key, Object... arguments) {
    Clipboard.getSystemClipboard().setContent(content);
    notices.show(Notice.information(key, arguments));
  }
}
