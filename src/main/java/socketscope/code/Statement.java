package socketscope.code;

import java.util.List;
import java.util.stream.Stream;
import socketscope.code.Action.CallMade;
import socketscope.code.Action.ServerLoop;

/** What a program does next. */
sealed interface Statement {

  /** Makes a call and goes on when it has returned. */
  record Make(Step step) implements Statement {}

  /** Has a thread make a call. */
  record Begin(Step step) implements Statement {}

  /** Waits until the thread of that call has ended. */
  record Join(Step step) implements Statement {}

  /** Has a thread go on serving a listener by itself. */
  record Serve(ServerLoop server, Handle listener, List<Step> served) implements Statement {}

  /** Waits until its user says that others have done this. */
  record Await(List<Action> others) implements Statement {
    public Await {
      others = List.copyOf(others);
    }
  }

  /**
   * Has its user tell a port that the kernel chose.
   *
   * @param port the name of the variable for it
   * @param teller the call of another program that was told it
   */
  record Ask(String port, CallMade teller) implements Statement {}

  /** Waits until the peer's RST has come, which answers what was sent on that connection. */
  record AwaitReset(Handle on) implements Statement {}

  /** Keeps what is open until everything else has been done. */
  record Stay() implements Statement {}

  /** The calls that it stands for. */
  default Stream<Step> steps() {
    return switch (this) {
      case Make(Step step) -> Stream.of(step);
      case Begin(Step step) -> Stream.of(step);
      case Serve(_, _, List<Step> served) -> served.stream();
      case Join _, Await _, Ask _, AwaitReset _, Stay _ -> Stream.empty();
    };
  }
}
