package socketscope.ui.file;

import java.awt.image.BufferedImage;
import java.util.List;
import socketscope.diagram.Diagram;
import socketscope.event.ExperimentStarted;
import socketscope.export.DiagramWords;
import socketscope.export.Palette;
import socketscope.export.PdfDiagram;
import socketscope.export.PngDiagram;
import socketscope.export.SvgDiagram;
import socketscope.export.TextDiagram;
import socketscope.layout.LayoutOptions;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.wording.Words;

/** The diagram as it is shown, in the forms that other programs take. */
public final class Pictures {

  private static final double WIDTH = 960;
  private static final double PIXELS_PER_UNIT = 2;

  /** On A4 some 300 pixels an inch. */
  private static final double PIXELS_ON_PAPER = 2.5;

  private final Recording recording;
  private final Settings settings;
  private final Words words;

  Pictures(Recording recording, Settings settings, Words words) {
    this.recording = recording;
    this.settings = settings;
    this.words = words;
  }

  /** As SVG. */
  public String svg() {
    DiagramWords wording = wording();
    return SvgDiagram.of(diagram(), options(wording), wording, palette(), title());
  }

  /** As an image. */
  public BufferedImage image() {
    return PngDiagram.of(diagram(), options(wording()), palette(), PIXELS_PER_UNIT);
  }

  /** As a document of pages, on white ground: it is for paper. */
  public byte[] pdf() {
    return PdfDiagram.of(diagram(), options(wording()), Palette.LIGHT, title());
  }

  /**
   * As images of pages, on white ground: they are for paper.
   *
   * @param shape the height of a page by its width
   */
  public List<BufferedImage> pages(double shape) {
    return PngDiagram.pages(diagram(), options(wording()), Palette.LIGHT, PIXELS_ON_PAPER, shape);
  }

  /** As text. */
  public String text() {
    LayoutOptions cells =
        LayoutOptions.cells(TextDiagram.USUAL_WIDTH, wording())
            .folded(settings.foldedProperty().get());
    return TextDiagram.of(diagram(), cells);
  }

  /** What is shown. */
  public Diagram diagram() {
    return recording.diagram();
  }

  /** What the experiment is called. */
  public String title() {
    return ExperimentStarted.among(recording.all())
        .map(ExperimentStarted::title)
        .orElse("socketscope");
  }

  private DiagramWords wording() {
    return DiagramWords.in(words.language());
  }

  private LayoutOptions options(DiagramWords wording) {
    return LayoutOptions.screen(WIDTH, wording).folded(settings.foldedProperty().get());
  }

  private Palette palette() {
    return switch (settings.themeProperty().get()) {
      case DARK -> Palette.DARK;
      case LIGHT -> Palette.LIGHT;
      case HIGH_CONTRAST -> Palette.HIGH_CONTRAST;
    };
  }
}
