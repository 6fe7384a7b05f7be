package socketscope.code;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The languages that an experiment can be written in. */
public enum ProgramLanguage {
  /** ISO C 17 with POSIX. */
  C("C", "c"),
  /** One file for rustc, without crates. */
  RUST("Rust", "rs"),
  /** One class with java.nio. */
  JAVA("Java", "java"),
  /** Python 3 with its standard library. */
  PYTHON("Python", "py");

  private final String title;
  private final String extension;

  ProgramLanguage(String title, String extension) {
    this.title = title;
    this.extension = extension;
  }

  /** Its name, the same in every human language. */
  public String title() {
    return title;
  }

  /** Its name on a command line: {@code rust}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of that {@link #id}. */
  public static Optional<ProgramLanguage> ofId(String id) {
    return Arrays.stream(values()).filter(language -> language.id().equals(id)).findFirst();
  }

  /** The file of that program's source: {@code client2.c}, {@code Client2.java}. */
  public String fileName(String program) {
    return baseName(program) + "." + extension;
  }

  /** The file's name without its ending; for Java the name of the class. */
  String baseName(String program) {
    return this == JAVA
        ? Arrays.stream(program.split("_+"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
            .collect(Collectors.joining())
        : program;
  }
}
