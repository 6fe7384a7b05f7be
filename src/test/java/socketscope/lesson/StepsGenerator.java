package socketscope.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.Examples;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.event.Service;
import socketscope.event.Signal;
import socketscope.event.SocketAddress;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.LessonStep.ServeStep;
import socketscope.lesson.LessonStep.SignalStep;

/** Makes random experiments that are well formed, though the kernel would hardly like them. */
final class StepsGenerator {

  private static final List<String> PROGRAMS = List.of("server", "client", "client2", "port");
  private static final List<String> NAMES = List.of("a", "l", "s_1", "from", "socket", "port");
  private static final List<Service> SERVICES = List.of(Service.values());
  private static final List<String> CONSTANTS =
      List.of("AF_INET", "SOCK_STREAM|SOCK_NONBLOCK", "0", "-1", "0x10", "MSG_PEEK");

  private final Random random;
  private final DefinedNames names = new DefinedNames();
  private final Set<String> begun = new HashSet<>();

  StepsGenerator(Random random) {
    this.random = random;
  }

  Steps steps() {
    List<String> ports = random.nextBoolean() ? List.of() : List.of("p", "q2");
    ports.forEach(names::addPort);
    List<LessonStep> steps = new ArrayList<>();
    int count = 1 + random.nextInt(20);
    for (int i = 1; i <= count; i++) {
      int line = ports.isEmpty() ? i : i + 1;
      boolean follows = random.nextInt(3) == 0 && !steps.isEmpty();
      steps.add(follows ? following(line, steps) : step(line));
    }
    return new Steps(ports, steps);
  }

  /** A step made without a pause after the last one, where one can be. */
  private LessonStep following(int line, List<LessonStep> steps) {
    List<String> given = new ArrayList<>();
    LessonStep last = steps.getLast();
    for (int i = steps.size() - 1; i >= 0 && steps.get(i) instanceof CallStep before; i--) {
      given.add(before.name());
      given.add(before.second());
      if (!before.withoutPause()) {
        break;
      }
    }
    return last instanceof CallStep before
            && canStandWithOthers(before)
            && !before.blocks()
            && call(line, before.program()) instanceof CallStep call
        ? canStandWithOthers(call)
                && call.operands().stream().flatMap(Operand::names).noneMatch(given::contains)
            ? new CallStep(
                line,
                before.program(),
                before.thread(),
                true,
                call.name(),
                call.second(),
                call.function(),
                call.operands(),
                call.blocks(),
                call.expected())
            : call
        : step(line);
  }

  private static boolean canStandWithOthers(CallStep step) {
    return step.function() != Function.FORK && step.function() != Function.LISTEN;
  }

  private LessonStep step(int line) {
    String program = oneOf(PROGRAMS);
    // A program may get a signal once it has made a step; one that runs stays so.
    if (random.nextInt(12) == 0 && begun.contains(program)) {
      return new SignalStep(line, program, Signal.SIGCONT);
    }
    begun.add(program);
    return random.nextInt(12) == 0
        ? new ServeStep(line, program, descriptor(program), oneOf(SERVICES))
        : call(line, program);
  }

  private LessonStep call(int line, String program) {
    Function function = oneOf(List.of(Function.values()));
    boolean all = random.nextBoolean();
    List<Operand> operands =
        function.parameters().stream()
            .filter(each -> all || !each.optional())
            .map(each -> operand(program, each))
            .toList();
    boolean blocks = random.nextInt(3) == 0;
    Expected expected = expected(function);
    String name = name(program, function);
    String second =
        name != null && function == Function.SOCKETPAIR && random.nextBoolean()
            ? oneOf(NAMES)
            : null;
    if (second != null) {
      names.addDescriptor(program, second);
    }
    int thread = 1 + random.nextInt(2);
    return new CallStep(
        line, program, thread, false, name, second, function, operands, blocks, expected);
  }

  private @Nullable String name(String program, Function function) {
    String name = oneOf(NAMES);
    if (random.nextBoolean()) {
      return null;
    }
    if (Output.of(function).contains(Output.DESCRIPTOR)) {
      names.addDescriptor(program, name);
      return name;
    }
    if (Output.of(function).contains(Output.ADDRESS)) {
      names.addAddress(name);
      return name;
    }
    return null;
  }

  private Operand operand(String program, Parameter parameter) {
    return switch (parameter.kind()) {
      case DESCRIPTOR -> descriptor(program);
      case CONSTANT -> named(parameter, oneOf(CONSTANTS));
      case WORD -> named(parameter, "0x42");
      case NUMBER, SIZE, ROOM, VALUE, REQUEST ->
          random.nextInt(4) == 0
              ? new Operand.Given(odd(parameter.kind()))
              : new Operand.Given(new Argument.Number(random.nextInt()));
      case POINTER, PATH -> new Operand.Given(pointer());
      case ENTRIES, CONTROL -> new Operand.Given(new Argument.Number(random.nextInt()));
      case DATA -> new Operand.Given(new Argument.Data(bytes()));
      case ADDRESS ->
          switch (random.nextInt(8)) {
            case 0 -> new Operand.Given(pointer());
            case 1 -> new AddressTerm.Fixed(new SocketAddress.Unix(random.nextBoolean(), bytes()));
            default -> address(true);
          };
      case STRUCTURE ->
          new Operand.Structure(
              parameter.parts().stream()
                  .map(field -> new Operand.Field(field.name(), false, operand(program, field)))
                  .toList());
      case SEQUENCE -> {
        Parameter element = parameter.parts().getFirst();
        yield new Operand.Sequence(List.of(operand(program, element), operand(program, element)));
      }
    };
  }

  private static Operand named(Parameter parameter, String text) {
    return new Operand.Given(
        new Argument.Named(
            Constants.local()
                .parse(Objects.requireNonNull(parameter.constants()), text)
                .orElseThrow()));
  }

  private Argument.Pointer pointer() {
    return new Argument.Pointer(Argument.Wild.BAD, Argument.Pointer.UNSAID);
  }

  private Argument odd(Parameter.Kind kind) {
    return switch (kind) {
      case SIZE -> new Argument.Pointer(Argument.Wild.NULL, random.nextInt(100));
      case ROOM -> pointer();
      case VALUE, REQUEST -> Examples.numbers(1L, -5L);
      default -> new Argument.Number(0);
    };
  }

  private Operand descriptor(String program) {
    String name = oneOf(NAMES);
    return names.hasDescriptor(program, name)
        ? new Operand.Descriptor(name)
        : new Operand.Given(new Argument.Descriptor(random.nextInt(12) - 1));
  }

  private AddressTerm address(boolean loopback) {
    String name = oneOf(NAMES);
    if (names.hasAddress(name) && random.nextBoolean()) {
      return new AddressTerm.Named(name);
    }
    String port = oneOf(List.of("p", "q2"));
    return names.hasPort(port)
        ? new AddressTerm.FreePort(host(loopback, 0), port)
        : new AddressTerm.Fixed(host(loopback, random.nextInt(65536)));
  }

  private SocketAddress host(boolean loopback, int port) {
    if (random.nextBoolean()) {
      int low = loopback ? random.nextInt(1 << 24) : random.nextInt();
      return new SocketAddress.Inet4(loopback ? 0x7f000000 | low : low, port);
    }
    return new SocketAddress.Inet6(
        loopback ? 0 : random.nextLong(), loopback ? 1 : random.nextLong(), port);
  }

  private @Nullable Expected expected(Function function) {
    return switch (random.nextInt(6)) {
      case 0 -> new Expected.Value(random.nextInt());
      case 1 -> new Expected.Failure("EINVAL");
      case 2 -> Output.of(function).contains(Output.BYTES) ? received(function) : null;
      case 3 ->
          Output.of(function).contains(Output.ADDRESS) && !function.tellsSender()
              ? new Expected.Address(address(false))
              : null;
      case 4 ->
          function.written().filter(each -> each.kind() == Parameter.Kind.VALUE).isPresent()
              ? new Expected.Option(new Operand.Given(new Argument.Number(1)))
              : null;
      default -> null;
    };
  }

  private Expected received(Function function) {
    boolean from = function.tellsSender() && random.nextBoolean();
    return new Expected.Received(bytes(), from ? address(false) : null);
  }

  private Bytes bytes() {
    byte[] bytes = new byte[random.nextInt(12)];
    random.nextBytes(bytes);
    return random.nextBoolean()
        ? Bytes.copyOf(bytes)
        : Bytes.utf8(oneOf(List.of("", "# )", "ñ,\"")));
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
