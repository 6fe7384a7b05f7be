package socketscope.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.code.Code;
import socketscope.code.Program;
import socketscope.code.ProgramLanguage;
import socketscope.diagram.Diagram;
import socketscope.event.CallStarted;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.PacketSeen;
import socketscope.explain.Sentences;
import socketscope.export.CodeWords;
import socketscope.export.DiagramWords;
import socketscope.export.HtmlReplay;
import socketscope.export.HtmlTranscript;
import socketscope.export.MermaidDiagram;
import socketscope.export.PacketFile;
import socketscope.export.Palette;
import socketscope.export.PdfDiagram;
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
  void check(OutputFiles files) throws CommandException {
    for (Path path : options.files()) {
      files.check(path);
    }
    checkFolders();
  }

  private void checkFolders() throws CommandException {
    for (Path folder : options.code.values()) {
      Path above = folder.toAbsolutePath().getParent();
      boolean fits = Files.isDirectory(folder) && Files.isWritable(folder);
      boolean canBeMade = !Files.exists(folder) && above != null && Files.isWritable(above);
      if (!fits && !canBeMade) {
        throw CommandException.badFile(console.text("file.unwritable", folder));
      }
    }
  }

  /** One file for each process. */
  private void programs(ProgramLanguage language, Path folder, List<Event> events)
      throws CommandException {
    if (events.stream().noneMatch(CallStarted.class::isInstance)
        && events.stream().anyMatch(PacketSeen.class::isInstance)) {
      throw CommandException.badFile(console.text("code.packets-only", folder));
    }
    List<String> unwritten = Code.unwritten(events);
    if (!unwritten.isEmpty()) {
      throw CommandException.badFile(
          console.text("code.unwritten", folder, String.join(", ", unwritten)));
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw CommandException.badFile(console.text("file.unwritable", folder));
    }
    for (Program program : Code.of(events, language, CodeWords.in(console.language()))) {
      write(folder.resolve(program.fileName()), out -> text(out, program.source()));
    }
  }

  /**
   * Writes them all.
   *
   * @param withoutCapture the exit code where packets are asked for, and none could be captured
   */
  void write(List<Event> events, int withoutCapture) throws CommandException {
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
    write(
        options.pdf,
        out -> out.write(PdfDiagram.of(diagram, layout, Palette.LIGHT, title(events))));
    write(
        options.mermaid,
        out -> text(out, MermaidDiagram.of(diagram, words, title(events), options.folded)));
    write(
        options.html,
        out ->
            text(
                out,
                HtmlReplay.of(events, options.folded, console.language(), ZoneId.systemDefault())));
    write(
        options.transcript,
        out -> text(out, HtmlTranscript.of(events, console.language(), ZoneId.systemDefault())));
    for (Map.Entry<ProgramLanguage, Path> code : options.code.entrySet()) {
      programs(code.getKey(), code.getValue(), events);
    }
    if (options.pcapng != null) {
      packets(options.pcapng, events, withoutCapture);
    }
  }

  private void packets(Path path, List<Event> events, int withoutCapture) throws CommandException {
    if (!PacketFile.possible(events)) {
      throw new CommandException(
          withoutCapture, console.text("pcapng.none", path, whyNot(events)).stripTrailing());
    }
    write(path, out -> out.write(PacketFile.of(events, console.language())));
    if (events.stream().noneMatch(PacketSeen.class::isInstance)) {
      console.message(console.text("pcapng.empty", path));
    }
  }

  /** What was tried to capture packets, and why it did not work. */
  private String whyNot(List<Event> events) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof CaptureStarted) {
        List<Event> until = events.subList(0, i + 1);
        // The first sentence says that there are none, which is said already.
        List<String> happened = Sentences.of(console.language()).happened(until);
        return String.join(" ", happened.subList(1, happened.size()));
      }
    }
    return "";
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String title(List<Event> events) {
    return ExperimentStarted.among(events).map(ExperimentStarted::title).orElse("Socketscope");
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
