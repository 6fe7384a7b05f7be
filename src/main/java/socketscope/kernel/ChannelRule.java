package socketscope.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import socketscope.constant.Constant;
import socketscope.constant.Constants;
import socketscope.constant.ValueException;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.syscall.Processes;

/**
 * Which descriptors a call may name: all but those over which its program speaks with the
 * application. Who could write there could tell of calls that nobody made.
 */
final class ChannelRule {

  private final Constants constants;

  ChannelRule(Constants constants) {
    this.constants = constants;
  }

  /** The descriptor of the program's own that the call names; empty where it names none. */
  OptionalLong namedIn(Call call) {
    LongStream named =
        call.arguments().stream()
            .flatMap(Argument::leaves)
            .filter(Argument.Descriptor.class::isInstance)
            .mapToLong(leaf -> ((Argument.Descriptor) leaf).number());
    LongStream replaced = call.number("newfd").stream().mapToLong(Long::longValue);
    LongStream passed = call.arguments().stream().flatMap(this::messages).flatMapToLong(this::ints);
    return LongStream.concat(LongStream.concat(named, replaced), passed)
        .filter(Processes::isChannel)
        .findFirst();
  }

  /** The control messages in an argument. */
  private Stream<Argument.Structure> messages(Argument argument) {
    return switch (argument) {
      case Argument.Sequence sequence -> sequence.elements().stream().flatMap(this::messages);
      case Argument.Structure structure ->
          structure.field("cmsg_data").isPresent()
              ? Stream.of(structure)
              : structure.fields().stream().map(Argument.Field::value).flatMap(this::messages);
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

  /** What SCM_RIGHTS would take for descriptors, whatever the message says that it is. */
  private LongStream ints(Argument.Structure message) {
    try {
      byte[] bytes = bytes(message);
      ByteBuffer read =
          ByteBuffer.wrap(bytes, 0, bytes.length / Integer.BYTES * Integer.BYTES)
              .order(ByteOrder.nativeOrder());
      return LongStream.generate(read::getInt).limit(bytes.length / Integer.BYTES);
    } catch (ValueException e) {
      return LongStream.empty();
    }
  }

  private byte[] bytes(Argument.Structure message) throws ValueException {
    Argument data = message.field("cmsg_data").orElseThrow();
    if (data instanceof Argument.Data(Bytes given)) {
      return given.toArray();
    }
    return constants
        .controlForm(number(message, "cmsg_level"), number(message, "cmsg_type"))
        .encode(data.asValue())
        .bytes();
  }

  private static long number(Argument.Structure message, String field) {
    return switch (message.field(field).orElse(null)) {
      case Argument.Named(Constant constant) -> constant.number();
      case Argument.Number(long number) -> number;
      case null, default -> Long.MIN_VALUE;
    };
  }
}
