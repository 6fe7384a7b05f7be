package socketscope.ui.pane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Parameter;

/** The call that the texts in the fields stand for, with the content of a file that they name. */
final class TypedCall {

  private static final String FILE = "file:";
  private static final long MOST = 1 << 26;

  private TypedCall() {}

  /**
   * Reads a call.
   *
   * @throws NotationException where a text is not one of its kind
   * @throws IOException where the file cannot be read
   */
  static Call parse(Function function, List<String> texts) throws NotationException, IOException {
    List<Parameter> parameters = function.parameters();
    int at =
        IntStream.range(0, Math.min(texts.size(), parameters.size()))
            .filter(i -> parameters.get(i).kind() == Parameter.Kind.DATA && isFile(texts.get(i)))
            .findFirst()
            .orElse(-1);
    if (at < 0) {
      return Call.parse(function, texts);
    }
    List<String> without = new ArrayList<>(texts);
    without.set(at, "\"\"");
    List<Argument> arguments = new ArrayList<>(Call.parse(function, without).arguments());
    arguments.set(at, new Argument.Data(content(texts.get(at))));
    return new Call(function, arguments);
  }

  static boolean isFile(String text) {
    return text.strip().startsWith(FILE);
  }

  private static Path path(String text) throws IOException {
    try {
      return Path.of(text.strip().substring(FILE.length()).strip());
    } catch (InvalidPathException e) {
      throw new IOException(e);
    }
  }

  private static Bytes content(String text) throws IOException {
    Path file = path(text);
    if (Files.size(file) > MOST) {
      throw new IOException(file + " has more than 64 MiB");
    }
    return Bytes.copyOf(Files.readAllBytes(file)).folded();
  }

  /** How long that file is, in bytes; empty where there is none. */
  static Optional<Long> lengthOfFile(String text) {
    try {
      Path file = path(text);
      return Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
