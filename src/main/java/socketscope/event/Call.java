package socketscope.event;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A system call with its arguments. Its {@code toString} writes it as a lesson does: {@code bind(5,
 * 127.0.0.1:5000)}.
 *
 * @param arguments one for each parameter of the function, of its kind
 */
public record Call(Function function, List<Argument> arguments) {

  /** Checks that the arguments fit the parameters. */
  public Call {
    arguments = List.copyOf(arguments);
    if (arguments.size() != function.parameters().size()) {
      throw new IllegalArgumentException(function.usage() + " with " + arguments);
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (kindOf(arguments.get(i)) != function.parameters().get(i).kind()) {
        throw new IllegalArgumentException(function.usage() + " with " + arguments);
      }
    }
  }

  private static Parameter.Kind kindOf(Argument argument) {
    return switch (argument) {
      case Argument.Descriptor _ -> Parameter.Kind.DESCRIPTOR;
      case Argument.Constant _ -> Parameter.Kind.CONSTANT;
      case Argument.Number _ -> Parameter.Kind.NUMBER;
      case Argument.Data _ -> Parameter.Kind.DATA;
      case Argument.Address _ -> Parameter.Kind.ADDRESS;
    };
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
