package socketscope.kernel;

import java.util.stream.Stream;
import socketscope.constant.Constant;
import socketscope.constant.Constants;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;

/**
 * A control message that goes with a call (cmsg(3)), as it was written.
 *
 * @param written its fields: cmsg_level, cmsg_type, cmsg_data
 */
record ControlMessage(Argument.Structure written) {

  private static final Argument NO_DATA = new Argument.Data(Bytes.utf8(""));

  /** Those of a call, in whichever of its arguments, however deep. */
  static Stream<ControlMessage> of(Call call) {
    return call.arguments().stream().flatMap(ControlMessage::in);
  }

  private static Stream<ControlMessage> in(Argument argument) {
    return switch (argument) {
      case Argument.Sequence sequence -> sequence.elements().stream().flatMap(ControlMessage::in);
      case Argument.Structure structure ->
          structure.field("cmsg_level").isPresent() || structure.field("cmsg_data").isPresent()
              ? Stream.of(new ControlMessage(structure))
              : structure.fields().stream().map(Argument.Field::value).flatMap(ControlMessage::in);
      case Argument.Descriptor _,
          Argument.Named _,
          Argument.Number _,
          Argument.Data _,
          Argument.Address _,
          Argument.Text _,
          Argument.Pointer _ ->
          Stream.of();
    };
  }

  /** The number of its level; none that there is where it is not written. */
  long level() {
    return number("cmsg_level");
  }

  /** The number of its type; as {@link #level}. */
  long type() {
    return number("cmsg_type");
  }

  private long number(String field) {
    return switch (written.field(field).orElse(null)) {
      case Argument.Named(Constant constant) -> constant.number();
      case Argument.Number(long number) -> number;
      case null, default -> Long.MIN_VALUE;
    };
  }

  /** How its data lies in memory. */
  ValueForm form(Constants constants) {
    return constants.controlForm(level(), type());
  }

  /** Its data as the kernel is given it. */
  byte[] bytes(Constants constants) throws ValueException {
    Argument data = written.field("cmsg_data").orElse(NO_DATA);
    return data instanceof Argument.Data(Bytes given)
        ? given.toArray()
        : form(constants).encode(data.asValue()).bytes();
  }
}
