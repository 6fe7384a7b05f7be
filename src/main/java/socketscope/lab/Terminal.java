package socketscope.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A window in which the user types commands. */
public final class Terminal {

  /** Those that there are, and what comes between each and the command that it runs. */
  private static final List<List<String>> KNOWN =
      List.of(
          List.of("x-terminal-emulator", "-e"),
          List.of("gnome-terminal", "--"),
          List.of("konsole", "-e"),
          List.of("xfce4-terminal", "-x"),
          List.of("xterm", "-e"));

  private final List<String> beginning;

  private Terminal(List<String> beginning) {
    this.beginning = beginning;
  }

  /** The first that is installed; empty where none is. */
  public static Optional<Terminal> find(Map<String, String> environment) {
    String folders = environment.getOrDefault("PATH", "");
    return KNOWN.stream()
        .filter(known ->
            Stream.of(folders.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, known.getFirst()))))
        .findFirst()
        .map(Terminal::new);
  }

  /** Opens it; that command runs in it. */
  public void open(List<String> command) throws IOException {
    List<String> whole = new ArrayList<>(beginning);
    whole.addAll(command);
    new ProcessBuilder(whole)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
