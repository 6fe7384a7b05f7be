package socketscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
import socketscope.export.Excerpt;
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
import socketscope.text.Language;

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

  /** Refuses what cannot be written or is not understood, before anything is done in vain. */
  void check(OutputFiles files) throws CommandException {
    until();
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
   * The part of an experiment that is asked for.
   *
   * @throws CommandException where its diagram has no such row
   */
  Excerpt excerpt(List<Event> events) throws CommandException {
    Excerpt whole = Excerpt.of(events);
    OptionalInt until = until();
    if (until.isEmpty()) {
      return whole;
    }
    if (until.getAsInt() > whole.rows()) {
      throw CommandException.badFile(console.text("until.none", options.until, whole.rows()));
    }
    return Excerpt.until(events, until.getAsInt());
  }

  /** The last row that is shown, counted from 1; 0 for none; empty for the whole diagram. */
  private OptionalInt until() throws CommandException {
    if (options.until == null) {
      return OptionalInt.empty();
    }
    if (!options.until.matches("[0-9]{1,9}")) {
      throw CommandException.badFile(console.text("until.noNumber", options.until));
    }
    return OptionalInt.of(Integer.parseInt(options.until));
  }

  /**
   * Writes them all.
   *
   * @param withoutCapture the exit code where packets are asked for, and none could be captured
   */
  void write(Excerpt excerpt, int withoutCapture) throws CommandException {
    List<Event> events = excerpt.events();
    Diagram diagram = excerpt.diagram();
    DiagramWords words = DiagramWords.in(console.language());
    LayoutOptions layout = excerpt.in(LayoutOptions.screen(WIDTH, words).folded(options.folded));
    LayoutOptions cells =
        excerpt.in(LayoutOptions.cells(TextDiagram.USUAL_WIDTH, words).folded(options.folded));
    Palette palette = options.dark ? Palette.DARK : Palette.LIGHT;
    String title = title(events);
    Language language = console.language();
    ZoneId zone = ZoneId.systemDefault();
    write(options.svg, out -> text(out, SvgDiagram.of(diagram, layout, words, palette, title)));
    write(options.text, out -> text(out, TextDiagram.of(diagram, cells)));
    write(
        options.png,
        out -> PngDiagram.write(PngDiagram.of(diagram, layout, palette, RESOLUTION), out));
    write(options.pdf, out -> out.write(PdfDiagram.of(diagram, layout, Palette.LIGHT, title)));
    write(
        options.mermaid,
        out -> text(out, MermaidDiagram.of(diagram, words, title, options.folded)));
    write(options.html, out -> text(out, HtmlReplay.of(excerpt, options.folded, language, zone)));
    write(options.transcript, out -> text(out, HtmlTranscript.of(excerpt, language, zone)));
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
