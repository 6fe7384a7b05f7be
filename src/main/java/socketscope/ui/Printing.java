package socketscope.ui;

import java.awt.image.BufferedImage;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import socketscope.ui.file.Exports;
import socketscope.ui.model.Notice;
import socketscope.ui.model.Notices;

/** Prints the diagram, page by page, with the system's dialog. */
final class Printing {

  private final Exports exports;
  private final Notices notices;
  private final Scene scene;

  Printing(Exports exports, Notices notices, Scene scene) {
    this.exports = exports;
    this.notices = notices;
    this.scene = scene;
  }

  void print() {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null) {
      notices.show(Notice.fault("fault.printer").offering("fault.printer.pdf", exports::pdf));
      return;
    }
    job.getJobSettings().setJobName(exports.pictures().title());
    if (!job.showPrintDialog(scene.getWindow())) {
      job.cancelJob();
      return;
    }
    boolean printed = pages(job) && job.endJob();
    notices.show(
        printed
            ? Notice.information("notice.printed", job.getPrinter().getName())
            : Notice.fault("fault.print", job.getPrinter().getName()));
  }

  private boolean pages(PrinterJob job) {
    PageLayout layout = job.getJobSettings().getPageLayout();
    double width = layout.getPrintableWidth();
    double height = layout.getPrintableHeight();
    for (BufferedImage page : exports.pictures().pages(height / width)) {
      ImageView view = new ImageView(image(page));
      view.setPreserveRatio(true);
      view.setFitWidth(width);
      if (!job.printPage(layout, view)) {
        return false;
      }
    }
    return true;
  }

  private static WritableImage image(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            width,
            height,
            PixelFormat.getIntArgbInstance(),
            picture.getRGB(0, 0, width, height, null, 0, width),
            0,
            width);
    return image;
  }
}
