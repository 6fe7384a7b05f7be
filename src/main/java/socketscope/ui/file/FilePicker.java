package socketscope.ui.file;

import java.nio.file.Path;
import java.util.Optional;

/** Lets the user pick a file. */
public interface FilePicker {

  /**
   * What kind of file; its name has the key {@code file.NAME}, and {@code file.open.NAME} what it
   * is opened for.
   */
  enum Kind {
    /** Any file, to be sent. */
    DATA("*"),
    TRACE("jsonl"),
    LESSON("md"),
    SVG("svg"),
    PNG("png"),
    PDF("pdf"),
    TEXT("txt"),
    HTML("html"),
    TRANSCRIPT("html"),
    MERMAID("mmd"),
    PACKETS("pcapng"),
    C("c"),
    RUST("rs"),
    JAVA("java"),
    PYTHON("py");

    private final String extension;

    Kind(String extension) {
      this.extension = extension;
    }

    /** How the names of such files end. */
    public String extension() {
      return extension;
    }
  }

  /** One to read; empty where the user would not. */
  Optional<Path> open(Kind kind);

  /** One to write; empty where the user would not. */
  Optional<Path> save(Kind kind, String suggestedName);
}
