package socketscope;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
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
  private static final List<String> WORDS = List.of("0", "99", "0x42", "O_RDWR|O_NONBLOCK");

  private final Random random;

  public Examples(long seed) {
    random = new Random(seed);
  }

  public Random random() {
    return random;
  }

  public Call call() {
    Function function = Function.values()[random.nextInt(Function.values().length)];
    List<Parameter> parameters =
        random.nextBoolean()
            ? function.parameters()
            : function.parameters().stream().filter(each -> !each.optional()).toList();
    return new Call(function, parameters.stream().map(this::argument).toList());
  }

  private Argument argument(Parameter parameter) {
    return switch (parameter.kind()) {
      case DESCRIPTOR -> new Argument.Descriptor(random.nextInt(-2, 1000));
      case NUMBER -> new Argument.Number(random.nextLong());
      case SIZE -> random.nextBoolean() ? new Argument.Number(random.nextLong()) : pointer(true);
      case ROOM -> random.nextBoolean() ? new Argument.Number(random.nextInt()) : pointer(false);
      case CONSTANT -> named(parameter, oneOf(CONSTANTS));
      case WORD -> random.nextBoolean() ? named(parameter, oneOf(WORDS)) : pointer(false);
      case DATA -> random.nextInt(4) == 0 ? pointer(true) : new Argument.Data(manyBytes());
      case ADDRESS -> random.nextInt(4) == 0 ? pointer(false) : new Argument.Address(anyAddress());
      case POINTER -> pointer(false);
      case ENTRIES -> random.nextBoolean() ? new Argument.Number(random.nextInt()) : pointer(true);
      case PATH ->
          random.nextBoolean()
              ? pointer(false)
              : new Argument.Address(new SocketAddress.Unix(false, bytes()));
      case CONTROL ->
          random.nextBoolean()
              ? new Argument.Number(random.nextInt())
              : new Argument.Sequence(List.of(new Argument.Descriptor(random.nextInt(9))));
      case VALUE, REQUEST ->
          oneOf(
              List.of(
                  new Argument.Number(random.nextInt()),
                  numbers(1L, random.nextLong()),
                  new Argument.Data(bytes()),
                  pointer(false)));
      case STRUCTURE ->
          new Argument.Structure(
              parameter.parts().stream()
                  .map(field -> new Argument.Field(field.name(), true, argument(field)))
                  .toList());
      case SEQUENCE -> {
        Parameter element = parameter.parts().getFirst();
        yield oneOf(
            List.of(
                new Argument.Sequence(List.of()),
                new Argument.Sequence(List.of(argument(element), argument(element))),
                pointer(true)));
      }
    };
  }

  private static Argument named(Parameter parameter, String text) {
    ConstantSet set = Objects.requireNonNull(parameter.constants());
    return new Argument.Named(Constants.local().parse(set, text).orElseThrow());
  }

  /** A structure of numbers, without the names of its fields. */
  public static Argument.Structure numbers(long... values) {
    return new Argument.Structure(
        LongStream.of(values)
            .mapToObj(value -> new Argument.Field("", false, new Argument.Number(value)))
            .toList());
  }

  private Argument.Pointer pointer(boolean sized) {
    return new Argument.Pointer(
        oneOf(List.of(Argument.Wild.values())),
        sized ? random.nextInt(1000) : Argument.Pointer.UNSAID);
  }

  private Bytes manyBytes() {
    return random.nextInt(4) == 0 ? bytes().times(random.nextInt(1000)) : bytes();
  }

  /** An address of any family, or of none. */
  public SocketAddress anyAddress() {
    return switch (random.nextInt(4)) {
      case 0 -> new SocketAddress.Unix(random.nextBoolean(), bytes());
      case 1 -> new SocketAddress.Other(random.nextInt(3) * 47, bytes());
      default -> address();
    };
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
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
