package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.CallReturned;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;
import socketscope.text.Texts;

/**
 * A call that has succeeded, with what is needed to speak about it.
 *
 * @param surprises where the sentences are kept that a reader would not expect
 */
record ReturnedCall(
    Texts texts,
    Values values,
    Story story,
    MadeCall call,
    CallReturned event,
    List<String> surprises) {

  ReturnedCall(Texts texts, Values values, Story story, MadeCall call, CallReturned event) {
    this(texts, values, story, call, event, new ArrayList<>());
  }

  Result result() {
    return event.result();
  }

  String program() {
    return call.program();
  }

  String name() {
    return call.function().cName() + "()";
  }

  int descriptor() {
    return call.call().descriptor().orElse(-1);
  }

  /** How the constant of that parameter is spelled; empty where the call has none. */
  String constant(String parameter) {
    return call.call().constant(parameter).map(Constant::spelled).orElse("");
  }

  /** How the argument of that parameter is written; empty where the call has none. */
  String argument(String parameter) {
    return call.call().argument(parameter).map(Argument::toString).orElse("");
  }

  long number(String parameter) {
    return call.call().number(parameter).orElse(-1L);
  }

  Bytes data() {
    return call.call().data();
  }

  /** How many bytes the call has room for. */
  long room() {
    return call.call().size();
  }

  /** The address that the call was given; null where it has none. */
  @Nullable SocketAddress target() {
    return call.target();
  }

  /** The socket as it is now; null where the descriptor stands for none. */
  @Nullable SocketRecord socket() {
    return story.socket(call);
  }

  /** The socket as it was when the call had not returned yet. */
  @Nullable SocketRecord before() {
    return story.before(call).socket(call).orElse(null);
  }

  SentenceList said() {
    return new SentenceList(texts, surprises);
  }
}
