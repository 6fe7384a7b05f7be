package socketscope.ui.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import socketscope.export.ComparisonPicture;
import socketscope.export.ComparisonText;
import socketscope.export.HtmlComparison;
import socketscope.export.Palette;
import socketscope.trace.TraceWriter;
import socketscope.ui.file.FilePicker;
import socketscope.ui.file.RecentFiles;
import socketscope.ui.file.SafeFile;
import socketscope.ui.model.ComparedSide;
import socketscope.ui.model.ComparisonPlayback;
import socketscope.ui.model.Notice;
import socketscope.ui.model.Notices;
import socketscope.ui.model.Settings;
import socketscope.ui.wording.Words;

/** Writes a comparison, or one of its experiments, into files of the user's choice. */
final class CompareExports {

  /** Writes into a file. */
  private interface Writer {
    void write(Path file) throws IOException;
  }

  private final ComparisonPlayback compared;
  private final Settings settings;
  private final FilePicker picker;
  private final RecentFiles recent;
  private final Notices notices;
  private final Words words;

  CompareExports(
      ComparisonPlayback compared,
      Settings settings,
      FilePicker picker,
      Notices notices,
      Words words) {
    this.compared = compared;
    this.settings = settings;
    this.picker = picker;
    this.recent = new RecentFiles(settings.recentProperty());
    this.notices = notices;
    this.words = words;
  }

  void svg() {
    save(FilePicker.Kind.SVG, file -> Files.writeString(file, picture().svg(palette())));
  }

  void png() {
    save(FilePicker.Kind.PNG, file -> Files.write(file, picture().png(palette())));
  }

  /** All that has happened, whatever is shown of it. */
  void html() {
    save(
        FilePicker.Kind.HTML,
        file ->
            Files.writeString(
                file,
                HtmlComparison.of(
                    new HtmlComparison.Side(left(), compared.left().recording().all()),
                    new HtmlComparison.Side(right(), compared.right().recording().all()),
                    settings.foldedProperty().get(),
                    words.language(),
                    ZoneId.systemDefault())));
  }

  void text() {
    save(
        FilePicker.Kind.TEXT,
        file ->
            Files.write(
                file,
                ComparisonText.of(
                    compared.comparisonProperty().get(), left(), right(), words.language())));
  }

  void leftTrace() {
    trace(compared.left());
  }

  void rightTrace() {
    trace(compared.right());
  }

  private void trace(ComparedSide side) {
    save(
        FilePicker.Kind.TRACE,
        file -> {
          try (TraceWriter writer = TraceWriter.create(file)) {
            writer.accept(side.recording().all());
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  private ComparisonPicture picture() {
    return new ComparisonPicture(
        compared.comparisonProperty().get(),
        left(),
        right(),
        settings.foldedProperty().get(),
        words.language());
  }

  private String left() {
    return compared.left().title(words);
  }

  private String right() {
    return compared.right().title(words);
  }

  private Palette palette() {
    return switch (settings.themeProperty().get()) {
      case DARK -> Palette.DARK;
      case LIGHT -> Palette.LIGHT;
      case HIGH_CONTRAST -> Palette.HIGH_CONTRAST;
    };
  }

  private void save(FilePicker.Kind kind, Writer writer) {
    picker
        .save(kind, words.get("compare.file"))
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
