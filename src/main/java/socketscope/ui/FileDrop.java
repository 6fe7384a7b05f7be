package socketscope.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.file.FileKind;
import socketscope.ui.wording.Words;

/** Opens a file that is dropped onto the window, and says before what will happen. */
final class FileDrop extends StackPane {

  private final Consumer<Path> open;
  private final Words words;
  private final Label hint = new Label();

  FileDrop(Node window, Consumer<Path> open, Words words) {
    this.open = open;
    this.words = words;
    setId("drop");
    getStyleClass().addAll("overlay", "drop-hint");
    setMouseTransparent(true);
    setVisible(false);
    hint.getStyleClass().add("overlay-title");
    VBox card = new VBox(new FontIcon(Feather.DOWNLOAD), hint);
    card.getStyleClass().add("drop-card");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(card);
    window.setOnDragEntered(event -> hover(paths(event)));
    window.setOnDragOver(event -> {
      if (opens(paths(event))) {
        event.acceptTransferModes(TransferMode.COPY);
      }
      event.consume();
    });
    window.setOnDragExited(_ -> setVisible(false));
    window.setOnDragDropped(event -> {
      event.setDropCompleted(drop(paths(event)));
      event.consume();
    });
  }

  private static List<Path> paths(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).toList();
  }

  private static boolean opens(List<Path> files) {
    return files.size() == 1 && FileKind.of(files.getFirst()).opens();
  }

  /** Says what would happen. */
  void hover(List<Path> files) {
    setVisible(!files.isEmpty());
    if (files.size() > 1) {
      hint.setText(words.get("drop.several"));
    } else if (!files.isEmpty()) {
      Path file = files.getFirst();
      hint.setText(words.get("drop." + FileKind.of(file), String.valueOf(file.getFileName())));
    }
  }

  /** Opens what was dropped; false where that is nothing to be opened. */
  boolean drop(List<Path> files) {
    setVisible(false);
    boolean opens = opens(files);
    if (opens) {
      open.accept(files.getFirst());
    }
    return opens;
  }
}
