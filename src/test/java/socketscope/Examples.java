package socketscope;

import java.util.List;
import java.util.Random;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.event.SocketAddress;

/** Random calls and their parts, the same for the same seed. */
public final class Examples {

  private static final List<String> CONSTANTS =
      List.of("0", "-1", "99", "0x42", "AF_INET", "SOCK_STREAM", "MSG_PEEK|MSG_DONTWAIT");

  private final Random random;

  public Examples(long seed) {
    random = new Random(seed);
  }

  public Random random() {
    return random;
  }

  public Call call() {
    Function function = Function.values()[random.nextInt(Function.values().length)];
    return new Call(function, function.parameters().stream().map(this::argument).toList());
  }

  private Argument argument(Parameter parameter) {
    return switch (parameter.kind()) {
      case DESCRIPTOR -> new Argument.Descriptor(random.nextInt(-2, 1000));
      case NUMBER -> new Argument.Number(random.nextLong());
      case CONSTANT -> new Argument.Constant(CONSTANTS.get(random.nextInt(CONSTANTS.size())));
      case DATA -> new Argument.Data(bytes());
      case ADDRESS -> new Argument.Address(address());
    };
  }

  /** Bytes of any kind, often text, often not. */
  public Bytes bytes() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return random.nextBoolean() ? Bytes.copyOf(bytes) : Bytes.utf8(text());
  }

  /** Any text, with characters that are hard to print. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.appendCodePoint(
          random.nextInt(4) == 0 ? random.nextInt(0xd7ff) : random.nextInt(' ', 0x7f));
    }
    return text.toString();
  }

  public SocketAddress address() {
    int port = random.nextInt(65536);
    return random.nextBoolean()
        ? new SocketAddress.Inet4(random.nextInt(), port)
        : new SocketAddress.Inet6(sparse(), sparse(), port);
  }

  /** A number with many zero bits, so that runs of zeros in IPv6 addresses are tried. */
  private long sparse() {
    return random.nextLong()
        & random.nextLong()
        & -(random.nextInt(3) / 2) << 16 * random.nextInt(4);
  }
}
