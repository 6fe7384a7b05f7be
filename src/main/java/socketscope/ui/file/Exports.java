package socketscope.ui.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import socketscope.code.Program;
import socketscope.export.DiagramWords;
import socketscope.export.Excerpt;
import socketscope.export.HtmlReplay;
import socketscope.export.HtmlTranscript;
import socketscope.export.MermaidDiagram;
import socketscope.export.PacketFile;
import socketscope.export.PngDiagram;
import socketscope.trace.TraceWriter;
import socketscope.ui.model.Notice;
import socketscope.ui.model.Notices;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.wording.Words;

/** Writes the experiment and its picture into files of the user's choice. */
public final class Exports {

  /** Writes into a file. */
  private interface Writer {
    void write(Path file) throws IOException;
  }

  private final Recording recording;
  private final Settings settings;
  private final Pictures pictures;
  private final FilePicker picker;
  private final RecentFiles recent;
  private final Notices notices;
  private final Words words;

  /** Writes what that recording holds, and the picture as it is shown. */
  public Exports(
      Recording recording,
      Settings settings,
      FilePicker picker,
      RecentFiles recent,
      Notices notices,
      Words words) {
    this.recording = recording;
    this.settings = settings;
    this.picker = picker;
    this.recent = recent;
    this.notices = notices;
    this.words = words;
    this.pictures = new Pictures(recording, settings, words);
  }

  /** The pictures, as they would be written now. */
  public Pictures pictures() {
    return pictures;
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
    save(FilePicker.Kind.SVG, file -> Files.writeString(file, pictures.svg()));
  }

  /** The diagram as an image. */
  public void png() {
    save(
        FilePicker.Kind.PNG,
        file -> {
          try (OutputStream out = Files.newOutputStream(file)) {
            PngDiagram.write(pictures.image(), out);
          }
        });
  }

  /** The diagram as a document of pages. */
  public void pdf() {
    save(FilePicker.Kind.PDF, file -> Files.write(file, pictures.pdf()));
  }

  /** The diagram as text. */
  public void text() {
    save(FilePicker.Kind.TEXT, file -> Files.writeString(file, pictures.text()));
  }

  /** A page that replays the experiment. */
  public void html() {
    boolean folded = settings.foldedProperty().get();
    save(
        FilePicker.Kind.HTML,
        file ->
            Files.writeString(
                file,
                HtmlReplay.of(
                    Excerpt.of(recording.all()),
                    folded,
                    words.language(),
                    ZoneId.systemDefault())));
  }

  /** The transcript as a page, which can be read aloud. */
  public void transcript() {
    save(
        FilePicker.Kind.TRANSCRIPT,
        file ->
            Files.writeString(
                file,
                HtmlTranscript.of(
                    Excerpt.of(recording.all()), words.language(), ZoneId.systemDefault())));
  }

  /** The diagram in the language of Mermaid. */
  public void mermaid() {
    DiagramWords diagramWords = DiagramWords.in(words.language());
    boolean folded = settings.foldedProperty().get();
    save(
        FilePicker.Kind.MERMAID,
        file ->
            Files.writeString(
                file,
                MermaidDiagram.of(pictures.diagram(), diagramWords, pictures.title(), folded)));
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
    save(kind, SafeFile.name(pictures.title()), writer);
  }

  private void save(FilePicker.Kind kind, String suggestedName, Writer writer) {
    picker
        .save(kind, suggestedName)
        .ifPresent(file -> {
          String name = String.valueOf(file.getFileName());
          try {
            SafeFile.write(file, writer::write);
            recent.addSaved(file);
            notices.show(Notice.information("notice.saved", name));
          } catch (IOException e) {
            notices.show(Notice.fault(SafeFile.reason(e), name));
          }
        });
  }
}
