package socketscope.ui.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import socketscope.code.Program;
import socketscope.diagram.Diagram;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.export.DiagramWords;
import socketscope.export.HtmlReplay;
import socketscope.export.MermaidDiagram;
import socketscope.export.PacketFile;
import socketscope.export.Palette;
import socketscope.export.PngDiagram;
import socketscope.export.SvgDiagram;
import socketscope.export.TextDiagram;
import socketscope.layout.LayoutOptions;
import socketscope.trace.TraceWriter;
import socketscope.ui.model.Notice;
import socketscope.ui.model.Notices;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.wording.Words;

/** Writes the experiment and its picture into files of the user's choice. */
public final class Exports {

  private static final double WIDTH = 960;
  private static final double PIXELS_PER_UNIT = 2;

  /** Writes into a file. */
  private interface Writer {
    void write(Path file) throws IOException;
  }

  private final Recording recording;
  private final Settings settings;
  private final FilePicker picker;
  private final Notices notices;
  private final Words words;

  /** Writes what that recording holds, and the picture as it is shown. */
  public Exports(
      Recording recording, Settings settings, FilePicker picker, Notices notices, Words words) {
    this.recording = recording;
    this.settings = settings;
    this.picker = picker;
    this.notices = notices;
    this.words = words;
  }

  /** The trace. */
  public void trace() {
    save(
        FilePicker.Kind.TRACE,
        file -> {
          try (TraceWriter writer = TraceWriter.create(file)) {
            writer.accept(recording.all());
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  /** The diagram as SVG. */
  public void svg() {
    DiagramWords diagramWords = DiagramWords.in(words.language());
    save(
        FilePicker.Kind.SVG,
        file ->
            Files.writeString(
                file,
                SvgDiagram.of(diagram(), options(diagramWords), diagramWords, palette(), title())));
  }

  /** The diagram as an image. */
  public void png() {
    DiagramWords diagramWords = DiagramWords.in(words.language());
    save(
        FilePicker.Kind.PNG,
        file -> {
          try (OutputStream out = Files.newOutputStream(file)) {
            PngDiagram.write(
                PngDiagram.of(diagram(), options(diagramWords), palette(), PIXELS_PER_UNIT), out);
          }
        });
  }

  /** The diagram as text. */
  public void text() {
    LayoutOptions options =
        LayoutOptions.cells(TextDiagram.USUAL_WIDTH, DiagramWords.in(words.language()))
            .folded(settings.foldedProperty().get());
    save(FilePicker.Kind.TEXT, file -> Files.writeString(file, TextDiagram.of(diagram(), options)));
  }

  /** A page that replays the experiment. */
  public void html() {
    boolean folded = settings.foldedProperty().get();
    save(
        FilePicker.Kind.HTML,
        file ->
            Files.writeString(
                file,
                HtmlReplay.of(recording.all(), folded, words.language(), ZoneId.systemDefault())));
  }

  /** The diagram in the language of Mermaid. */
  public void mermaid() {
    DiagramWords diagramWords = DiagramWords.in(words.language());
    boolean folded = settings.foldedProperty().get();
    save(
        FilePicker.Kind.MERMAID,
        file ->
            Files.writeString(file, MermaidDiagram.of(diagram(), diagramWords, title(), folded)));
  }

  /** All packets that were captured; where none could be, that is said instead. */
  public void packets() {
    if (PacketFile.possible(recording.all())) {
      save(
          FilePicker.Kind.PACKETS,
          file -> Files.write(file, PacketFile.of(recording.all(), words.language())));
    } else {
      notices.show(Notice.fault("fault.packets"));
    }
  }

  /** A program of the experiment. */
  public void program(Program program) {
    FilePicker.Kind kind =
        switch (program.language()) {
          case C -> FilePicker.Kind.C;
          case RUST -> FilePicker.Kind.RUST;
          case JAVA -> FilePicker.Kind.JAVA;
          case PYTHON -> FilePicker.Kind.PYTHON;
        };
    String name = program.fileName();
    save(
        kind,
        name.substring(0, name.lastIndexOf('.')),
        file -> Files.writeString(file, program.source()));
  }

  private void save(FilePicker.Kind kind, Writer writer) {
    save(kind, title(), writer);
  }

  private void save(FilePicker.Kind kind, String suggestedName, Writer writer) {
    picker
        .save(kind, suggestedName)
        .ifPresent(file -> {
          String name = String.valueOf(file.getFileName());
          try {
            writer.write(file);
            notices.show(Notice.information("notice.saved", name));
          } catch (IOException e) {
            notices.show(Notice.fault("fault.write", name));
          }
        });
  }

  private Diagram diagram() {
    return recording.diagram();
  }

  private LayoutOptions options(DiagramWords diagramWords) {
    return LayoutOptions.screen(WIDTH, diagramWords).folded(settings.foldedProperty().get());
  }

  private Palette palette() {
    return switch (settings.themeProperty().get()) {
      case DARK -> Palette.DARK;
      case LIGHT -> Palette.LIGHT;
      case HIGH_CONTRAST -> Palette.HIGH_CONTRAST;
    };
  }

  private String title() {
    List<Event> events = recording.all();
    return !events.isEmpty() && events.getFirst() instanceof ExperimentStarted started
        ? started.title()
        : "socketscope";
  }
}
