package socketscope.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A system call with its arguments. Its {@code toString} writes it as a lesson does: {@code bind(5,
 * 127.0.0.1:5000)}.
 *
 * @param arguments one for each parameter of the function, of its kind; optional ones at the end
 *     may be missing
 */
public record Call(Function function, List<Argument> arguments) {

  /** Checks that the arguments fit the parameters. */
  public Call {
    arguments = List.copyOf(arguments);
    List<Parameter> parameters = function.parameters();
    boolean fits =
        arguments.size() <= parameters.size()
            && parameters.stream().skip(arguments.size()).allMatch(Parameter::optional);
    for (int i = 0; fits && i < arguments.size(); i++) {
      fits = parameters.get(i).takes(arguments.get(i));
    }
    if (!fits) {
      throw new IllegalArgumentException(function.usage() + " with " + arguments);
    }
  }

  /**
   * Reads a call from the texts of its arguments. Trailing ones may be left out where they have a
   * usual value.
   *
   * @throws NotationException with the offset within the argument at fault
   */
  public static Call parse(Function function, List<String> texts) throws NotationException {
    List<Parameter> parameters = function.parameters();
    List<Argument> arguments = new ArrayList<>(parameters.size());
    for (int i = 0; i < parameters.size(); i++) {
      String text = i < texts.size() ? texts.get(i) : parameters.get(i).usual();
      if (text == null && parameters.get(i).optional()) {
        break;
      }
      if (text == null) {
        throw new NotationException(NotationException.Reason.ARGUMENTS, function.usage(), 0);
      }
      arguments.add(Notation.argument(parameters.get(i).kind(), text));
    }
    if (texts.size() > parameters.size()) {
      throw new NotationException(NotationException.Reason.ARGUMENTS, function.usage(), 0);
    }
    return new Call(function, arguments);
  }

  /** The arguments in a text: what commas part that stand in no quotes, brackets or braces. */
  public static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted) {
        at += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == ',' && depth <= 0) {
        parts.add(text.substring(start, at).strip());
        start = at + 1;
      } else {
        quoted = c == '"';
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /** The argument at that place; empty where it is an optional one that is missing. */
  public Optional<Argument> argument(int index) {
    return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
  }

  /** The argument at that place, which is known to be of that kind. */
  public <A extends Argument> A argument(int index, Class<A> kind) {
    return kind.cast(arguments.get(index));
  }

  /** The descriptor it is made on; empty for a call that has none, such as socket(). */
  public OptionalInt descriptor() {
    return !arguments.isEmpty() && arguments.getFirst() instanceof Argument.Descriptor(int number)
        ? OptionalInt.of(number)
        : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return arguments.stream()
        .map(Argument::toString)
        .collect(Collectors.joining(", ", function.cName() + "(", ")"));
  }
}
