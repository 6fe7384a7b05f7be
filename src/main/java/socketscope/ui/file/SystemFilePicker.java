package socketscope.ui.file;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import socketscope.ui.wording.Words;

/** The system's own dialogs. */
public final class SystemFilePicker implements FilePicker {

  private final Stage owner;
  private final Words words;
  private final StringProperty folder;

  /**
   * Dialogs of that window.
   *
   * @param folder where the last one was used
   */
  public SystemFilePicker(Stage owner, StringProperty folder, Words words) {
    this.owner = owner;
    this.folder = folder;
    this.words = words;
  }

  @Override
  public Optional<Path> open(Kind kind) {
    FileChooser chooser = chooser(kind);
    chooser.setTitle(words.get("file.open." + kind));
    return picked(chooser.showOpenDialog(owner));
  }

  @Override
  public Optional<Path> save(Kind kind, String suggestedName) {
    FileChooser chooser = chooser(kind);
    chooser.setTitle(words.get("file.save", words.get("file." + kind)));
    chooser.setInitialFileName(suggestedName + "." + kind.extension());
    return picked(chooser.showSaveDialog(owner)).map(file -> named(file, kind));
  }

  /** With its usual ending where it was given none, unless that would be a file that is there. */
  private static Path named(Path file, Kind kind) {
    String name = String.valueOf(file.getFileName());
    Path usual = file.resolveSibling(name + "." + kind.extension());
    return name.contains(".") || Files.exists(file) || Files.exists(usual) ? file : usual;
  }

  private FileChooser chooser(Kind kind) {
    FileChooser chooser = new FileChooser();
    if (kind != Kind.DATA) {
      chooser
          .getExtensionFilters()
          .add(new ExtensionFilter(words.get("file." + kind), globs(kind)));
    }
    chooser.getExtensionFilters().add(new ExtensionFilter(words.get("file.any"), "*"));
    File last = new File(folder.get());
    if (last.isDirectory()) {
      chooser.setInitialDirectory(last);
    }
    return chooser;
  }

  private static List<String> globs(Kind kind) {
    return kind == Kind.TRACE
        ? List.of("*.jsonl", "*.pcapng", "*.pcap") // packets are looked at as a trace is
        : List.of("*." + kind.extension());
  }

  private Optional<Path> picked(@Nullable File file) {
    if (file != null && file.getParent() != null) {
      folder.set(file.getParent());
    }
    return Optional.ofNullable(file).map(File::toPath);
  }
}
