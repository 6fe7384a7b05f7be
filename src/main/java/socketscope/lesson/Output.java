package socketscope.lesson;

import java.util.EnumSet;
import java.util.Set;
import socketscope.event.Function;

/** What a call tells beside its return value; a lesson can name some of it, and expect some. */
enum Output {
  /** A new descriptor, which a later step can use. */
  DESCRIPTOR,
  /** An address, which a later step can use. */
  ADDRESS,
  /** Received bytes. */
  BYTES,
  /** An option's value. */
  OPTION;

  static Set<Output> of(Function function) {
    Set<Output> outputs = EnumSet.noneOf(Output.class);
    switch (function.creates()) {
      case SOCKET, ACCEPTED, DUPLICATE, DESCRIPTOR, PASSED -> outputs.add(DESCRIPTOR);
      case SOCKET_PAIR, DESCRIPTOR_PAIR -> {
        outputs.add(DESCRIPTOR);
        outputs.add(OPTION);
      }
      case NOTHING, PROCESS -> {}
    }
    if (function.tellsName() || function.receives() && function.tellsSender()) {
      outputs.add(ADDRESS);
    }
    if (function.receives()) {
      outputs.add(BYTES);
    }
    if (function.written().isPresent()) {
      outputs.add(OPTION);
    }
    return outputs;
  }
}
