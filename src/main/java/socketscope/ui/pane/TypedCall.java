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
    int at = fileAmong(texts, function);
    Call call = Call.parse(function, without(at, texts));
    return at < 0 ? call : with(new Argument.Data(content(texts.get(at))), at, call);
  }

  /** Whether those texts stand for that call; the content of a file is taken by its length. */
  static boolean asks(Call call, List<String> texts) {
    int at = fileAmong(texts, call.function());
    try {
      Call asked = Call.parse(call.function(), without(at, texts));
      return at < 0
          ? asked.equals(call)
          : call.arguments().get(at) instanceof Argument.Data data
              && lengthOfFile(texts.get(at)).equals(Optional.of((long) data.bytes().length()))
              && with(data, at, asked).equals(call);
    } catch (NotationException e) {
      return false;
    }
  }

  /** Where a file is named in place of data; -1 for nowhere. */
  private static int fileAmong(List<String> texts, Function function) {
    List<Parameter> parameters = function.parameters();
    return IntStream.range(0, Math.min(texts.size(), parameters.size()))
        .filter(i -> parameters.get(i).kind() == Parameter.Kind.DATA && isFile(texts.get(i)))
        .findFirst()
        .orElse(-1);
  }

  private static List<String> without(int at, List<String> texts) {
    List<String> without = new ArrayList<>(texts);
    if (at >= 0) {
      without.set(at, "\"\"");
    }
    return without;
  }

  private static Call with(Argument.Data data, int at, Call call) {
    List<Argument> arguments = new ArrayList<>(call.arguments());
    arguments.set(at, data);
    return new Call(call.function(), arguments);
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
