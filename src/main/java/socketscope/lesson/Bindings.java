package socketscope.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.lab.PendingCall;
import socketscope.lab.ProgramEndedException;
import socketscope.lesson.StepOutcome.Reason;

/**
 * What the names of a lesson stand for while it is played: the calls that give their values. A name
 * of a call that is still blocked is waited for when it is used.
 */
final class Bindings {

  /** A descriptor's name, which belongs to its program. */
  private record Name(String program, String name) {}

  private final FreePorts ports;
  private final Patience patience;
  private final Map<Name, PendingCall> descriptors = new HashMap<>();
  private final Map<String, PendingCall> addresses = new HashMap<>();

  Bindings(FreePorts ports, Patience patience) {
    this.ports = ports;
    this.patience = patience;
  }

  /** From now on the step's name, if it has one, stands for what that call gives. */
  void bind(Step step, PendingCall call) {
    if (step.name() == null) {
      return;
    }
    if (Output.of(step.function()).contains(Output.DESCRIPTOR)) {
      descriptors.put(new Name(step.program(), step.name()), call);
    } else {
      addresses.put(step.name(), call);
    }
  }

  /** The step's call with the values of its names. */
  Call call(Step step) throws NotMadeException, InterruptedException {
    List<Argument> arguments = new ArrayList<>();
    for (Operand operand : step.operands()) {
      arguments.add(
          switch (operand) {
            case Operand.Given(Argument argument) -> argument;
            case Operand.Descriptor(String name) -> descriptor(step.program(), name);
            case AddressTerm term -> new Argument.Address(address(term));
          });
    }
    return new Call(step.function(), arguments);
  }

  /** What the step expects, with the values of its names. */
  @Nullable Expected expected(Step step) throws NotMadeException, InterruptedException {
    return switch (step.expected()) {
      case Expected.Address(AddressTerm term) ->
          new Expected.Address(new AddressTerm.Fixed(address(term)));
      case Expected.Received(var bytes, AddressTerm from) when from != null ->
          new Expected.Received(bytes, new AddressTerm.Fixed(address(from)));
      case Expected.Received same -> same;
      case Expected.Value same -> same;
      case Expected.Failure same -> same;
      case Expected.Option same -> same;
      case null -> null;
    };
  }

  /** As in a C program, -1 where the call that should have given it failed. */
  private Argument descriptor(String program, String name)
      throws NotMadeException, InterruptedException {
    PendingCall call = descriptors.get(new Name(program, name));
    return new Argument.Descriptor((int) result(call, name).value());
  }

  private SocketAddress address(AddressTerm term) throws NotMadeException, InterruptedException {
    return switch (term) {
      case AddressTerm.Fixed(SocketAddress address) -> address;
      case AddressTerm.FreePort(SocketAddress.Inet4(int host, _), String port) ->
          new SocketAddress.Inet4(host, ports.number(port));
      case AddressTerm.FreePort(SocketAddress.Inet6(long high, long low, _), String port) ->
          new SocketAddress.Inet6(high, low, ports.number(port));
      case AddressTerm.FreePort(SocketAddress.Other other, _) -> other;
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
      return patience.await(call.returned()).result();
    } catch (TimeoutException e) {
      throw new NotMadeException(Reason.STILL_BLOCKED, name);
    } catch (ProgramEndedException e) {
      throw new NotMadeException(Reason.PROGRAM_ENDED, e.program());
    }
  }
}
