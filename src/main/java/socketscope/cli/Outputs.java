package socketscope.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Diagram;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.export.DiagramWords;
import socketscope.export.Palette;
import socketscope.export.PngDiagram;
import socketscope.export.SvgDiagram;
import socketscope.export.TextDiagram;
import socketscope.layout.LayoutOptions;

/** Writes an experiment to the files that the user asks for. */
final class Outputs {

  private static final double WIDTH = 960;

  /** Twice the pixels, for projectors and for print. */
  private static final double RESOLUTION = 2;

  private final Console console;
  private final OutputOptions options;

  Outputs(Console console, OutputOptions options) {
    this.console = console;
    this.options = options;
  }

  /** Refuses files that cannot be written, before anything is done that would be lost. */
  void check() throws CommandException {
    for (Path path : Arrays.asList(options.svg, options.png, options.text)) {
      Path folder = path == null ? null : path.toAbsolutePath().getParent();
      if (path != null && (Files.isDirectory(path) || folder == null || !writable(path, folder))) {
        throw CommandException.badFile(console.text("file.unwritable", path));
      }
    }
  }

  private static boolean writable(Path path, Path folder) {
    return Files.exists(path) ? Files.isWritable(path) : Files.isWritable(folder);
  }

  void write(List<Event> events) throws CommandException {
    Diagram diagram = Diagram.of(events);
    DiagramWords words = DiagramWords.in(console.language());
    LayoutOptions layout = LayoutOptions.screen(WIDTH, words).folded(options.folded);
    Palette palette = options.dark ? Palette.DARK : Palette.LIGHT;
    write(
        options.svg,
        out -> text(out, SvgDiagram.of(diagram, layout, words, palette, title(events))));
    write(
        options.text,
        out ->
            text(
                out,
                TextDiagram.of(
                    diagram,
                    LayoutOptions.cells(TextDiagram.USUAL_WIDTH, words).folded(options.folded))));
    write(
        options.png,
        out -> {
          BufferedImage image = PngDiagram.of(diagram, layout, palette, RESOLUTION);
          PngDiagram.write(image, out);
        });
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String title(List<Event> events) {
    return events.stream()
        .filter(ExperimentStarted.class::isInstance)
        .map(event -> ((ExperimentStarted) event).title())
        .findFirst()
        .orElse("Socketscope");
  }

  /** Something that is written to a file. */
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void write(@Nullable Path path, Content content) throws CommandException {
    if (path == null) {
      return;
    }
    try (OutputStream out = Files.newOutputStream(path)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw CommandException.badFile(console.text("file.unwritable", path));
    }
  }
}
