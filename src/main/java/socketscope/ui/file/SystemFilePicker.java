package socketscope.ui.file;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import socketscope.ui.wording.Words;

/** The system's own dialogs. */
public final class SystemFilePicker implements FilePicker {

  private final Stage owner;
  private final Words words;
  private @Nullable File folder;

  /** Dialogs of that window. */
  public SystemFilePicker(Stage owner, Words words) {
    this.owner = owner;
    this.words = words;
  }

  @Override
  public Optional<Path> open(Kind kind) {
    return picked(chooser(kind).showOpenDialog(owner));
  }

  @Override
  public Optional<Path> save(Kind kind, String suggestedName) {
    FileChooser chooser = chooser(kind);
    chooser.setInitialFileName(suggestedName + "." + kind.extension());
    return picked(chooser.showSaveDialog(owner));
  }

  private FileChooser chooser(Kind kind) {
    FileChooser chooser = new FileChooser();
    if (kind != Kind.DATA) {
      chooser
          .getExtensionFilters()
          .add(new ExtensionFilter(words.get("file." + kind), "*." + kind.extension()));
    }
    chooser.getExtensionFilters().add(new ExtensionFilter(words.get("file.any"), "*"));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  private Optional<Path> picked(@Nullable File file) {
    if (file != null) {
      folder = file.getParentFile();
    }
    return Optional.ofNullable(file).map(File::toPath);
  }
}
