package socketscope.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.StepFailed.Reason;
import socketscope.lab.PendingCall;
import socketscope.lab.ProgramEndedException;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.LessonStep.ServeStep;

/**
 * What the names of a lesson stand for while it is played: the calls that give their values. A name
 * of a call that is still blocked is waited for when it is used.
 */
final class Bindings {

  /** A descriptor's name, which belongs to its program. */
  private record Name(String program, String name) {}

  private final FreePorts ports;
  private final CallDeadline deadline;

  /** Where a descriptor comes from: a call's value, or one of the pair that it hands over. */
  private record Source(PendingCall call, int index) {}

  private static final int VALUE = -1;

  /** In place of a descriptor that did not come. */
  private static final int NOT_OPEN = -1;

  private final Map<Name, Source> descriptors = new LinkedHashMap<>();
  private final Map<String, PendingCall> addresses = new LinkedHashMap<>();
  private final Map<String, Integer> children = new HashMap<>();

  Bindings(FreePorts ports, CallDeadline deadline) {
    this.ports = ports;
    this.deadline = deadline;
  }

  /** From now on the step's name, if it has one, stands for what that call gives. */
  void bind(CallStep step, PendingCall call) {
    if (step.function().creates() == Function.Creates.PROCESS) {
      fork(step.program());
    }
    if (step.name() == null) {
      return;
    }
    if (Output.of(step.function()).contains(Output.DESCRIPTOR)) {
      int first = givesSeveral(step.function()) ? 0 : VALUE;
      descriptors.put(new Name(step.program(), step.name()), new Source(call, first));
      if (step.second() != null) {
        descriptors.put(new Name(step.program(), step.second()), new Source(call, 1));
      }
    }
    if (Output.of(step.function()).contains(Output.ADDRESS)) {
      addresses.put(step.name(), call);
    }
  }

  /** A child has the descriptors of its parent. */
  private void fork(String parent) {
    String child = Steps.child(parent, children.merge(parent, 1, Integer::sum));
    Map.copyOf(descriptors)
        .forEach((name, source) -> {
          if (name.program.equals(parent)) {
            descriptors.put(new Name(child, name.name), source);
          }
        });
  }

  private static boolean givesSeveral(Function function) {
    return switch (function.creates()) {
      case SOCKET_PAIR, DESCRIPTOR_PAIR, PASSED -> true;
      case NOTHING, SOCKET, ACCEPTED, DUPLICATE, DESCRIPTOR, PROCESS -> false;
    };
  }

  /**
   * What is known by now of what the names stand for: {@code p = 27672}, {@code l = fd 4}. Ports
   * come first, then descriptors and addresses in the order of their calls.
   */
  List<String> known() {
    List<String> known = new ArrayList<>();
    ports.numbers().forEach((name, number) -> known.add(name + " = " + number));
    descriptors.forEach((name, source) ->
        answered(source.call)
            .filter(result -> !result.failed())
            .ifPresent(result -> known.add(qualified(name) + " = fd " + number(source, result))));
    addresses.forEach((name, call) ->
        answered(call)
            .flatMap(result -> Optional.ofNullable(result.address()))
            .ifPresent(address -> known.add(name + " = " + address)));
    return known;
  }

  private static Optional<Result> answered(PendingCall call) {
    CompletableFuture<CallReturned> returned = call.returned();
    return returned.state() == Future.State.SUCCESS
        ? Optional.of(returned.resultNow().result())
        : Optional.empty();
  }

  /** With its program where another one has such a name, too. */
  private String qualified(Name name) {
    boolean alone =
        descriptors.keySet().stream().filter(other -> other.name.equals(name.name)).count() == 1;
    return alone ? name.name : name.program + ": " + name.name;
  }

  private static int number(Source source, Result result) {
    if (source.index == VALUE) {
      return (int) result.value();
    }
    List<Integer> given = result.descriptors();
    return source.index < given.size() ? given.get(source.index) : NOT_OPEN;
  }

  /** The step's call with the values of its names. */
  Call call(CallStep step) throws NotMadeException, InterruptedException {
    List<Argument> arguments = new ArrayList<>();
    for (Operand operand : step.operands()) {
      arguments.add(argument(step.program(), operand));
    }
    return new Call(step.function(), arguments);
  }

  private Argument argument(String program, Operand operand)
      throws NotMadeException, InterruptedException {
    return switch (operand) {
      case Operand.Given(Argument argument) -> argument;
      case Operand.Descriptor(String name) -> new Argument.Descriptor(descriptor(program, name));
      case Operand.FileContent(_, Bytes content) -> new Argument.Data(content);
      case AddressTerm term -> new Argument.Address(address(term));
      case Operand.Structure(List<Operand.Field> fields) -> {
        List<Argument.Field> values = new ArrayList<>();
        for (Operand.Field field : fields) {
          values.add(
              new Argument.Field(field.name(), field.named(), argument(program, field.value())));
        }
        yield new Argument.Structure(values);
      }
      case Operand.Sequence(List<Operand> elements) -> {
        List<Argument> values = new ArrayList<>();
        for (Operand element : elements) {
          values.add(argument(program, element));
        }
        yield new Argument.Sequence(values);
      }
    };
  }

  /** What the step expects, with the values of its names. */
  @Nullable Expected expected(CallStep step) throws NotMadeException, InterruptedException {
    return switch (step.expected()) {
      case Expected.Address(AddressTerm term) ->
          new Expected.Address(new AddressTerm.Fixed(address(term)));
      case Expected.Received(var bytes, AddressTerm from) when from != null ->
          new Expected.Received(bytes, new AddressTerm.Fixed(address(from)));
      case Expected.Received same -> same;
      case Expected.Value same -> same;
      case Expected.Failure same -> same;
      case Expected.Option(Operand value) ->
          new Expected.Option(new Operand.Given(argument(step.program(), value)));
      case null -> null;
    };
  }

  /** The number of the listener that is to be served. */
  int listener(ServeStep step) throws NotMadeException, InterruptedException {
    return number(step.program(), step.listener());
  }

  private int number(String program, Operand descriptor)
      throws NotMadeException, InterruptedException {
    return switch (descriptor) {
      case Operand.Descriptor(String name) -> descriptor(program, name);
      case Operand.Given(Argument.Descriptor(int given)) -> given;
      default -> throw new IllegalArgumentException(descriptor.toString());
    };
  }

  /** As in a C program, -1 where the call that should have given it failed. */
  private int descriptor(String program, String name)
      throws NotMadeException, InterruptedException {
    Source source = descriptors.get(new Name(program, name));
    Result result = result(source == null ? null : source.call, name);
    return source == null ? (int) result.value() : number(source, result);
  }

  private SocketAddress address(AddressTerm term) throws NotMadeException, InterruptedException {
    return switch (term) {
      case AddressTerm.Fixed(SocketAddress address) -> address;
      case AddressTerm.FreePort(SocketAddress.Inet4(int host, _), String port) ->
          new SocketAddress.Inet4(host, ports.number(port));
      case AddressTerm.FreePort(SocketAddress.Inet6(long high, long low, _), String port) ->
          new SocketAddress.Inet6(high, low, ports.number(port));
      case AddressTerm.FreePort(SocketAddress other, _) -> other;
      case AddressTerm.Named(String name) -> {
        SocketAddress given = result(addresses.get(name), name).address();
        if (given == null) {
          throw new NotMadeException(Reason.NO_ADDRESS, name);
        }
        yield given;
      }
    };
  }

  private Result result(@Nullable PendingCall call, String name)
      throws NotMadeException, InterruptedException {
    if (call == null) {
      throw new NotMadeException(Reason.STILL_BLOCKED, name); // its step was not made either
    }
    try {
      return deadline.await(call.returned()).result();
    } catch (TimeoutException e) {
      throw new NotMadeException(Reason.STILL_BLOCKED, name);
    } catch (ProgramEndedException e) {
      throw new NotMadeException(Reason.PROGRAM_ENDED, e.program());
    }
  }
}
