package socketscope.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import socketscope.constant.Constants;
import socketscope.constant.ValueException;
import socketscope.event.Argument;
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
    LongStream passed = ControlMessage.of(call).flatMapToLong(this::ints);
    return LongStream.concat(LongStream.concat(named, replaced), passed)
        .filter(Processes::isChannel)
        .findFirst();
  }

  /** What SCM_RIGHTS would take for descriptors, whatever the message says that it is. */
  private LongStream ints(ControlMessage message) {
    try {
      byte[] bytes = message.bytes(constants);
      ByteBuffer read =
          ByteBuffer.wrap(bytes, 0, bytes.length / Integer.BYTES * Integer.BYTES)
              .order(ByteOrder.nativeOrder());
      return LongStream.generate(read::getInt).limit(bytes.length / Integer.BYTES);
    } catch (ValueException e) {
      return LongStream.empty();
    }
  }
}
