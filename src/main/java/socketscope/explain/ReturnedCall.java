package socketscope.explain;

import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.CallReturned;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;
import socketscope.text.Texts;

/** A call that has succeeded, with what is needed to speak about it. */
record ReturnedCall(Texts texts, Values values, Story story, MadeCall call, CallReturned event) {

  Result result() {
    return event.result();
  }

  String program() {
    return call.program();
  }

  String name() {
    return call.call().function().cName() + "()";
  }

  int descriptor() {
    return call.call().descriptor().orElse(-1);
  }

  String constant(int index) {
    return call.call().argument(index, Argument.Named.class).constant().spelled();
  }

  long number(int index) {
    return call.call().argument(index, Argument.Number.class).value();
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

  /** Its socket, as it is now. */
  @Nullable SocketRecord socket() {
    return story.socket(call);
  }

  /** Its socket, as it was before the call returned. */
  @Nullable SocketRecord before() {
    return story.before();
  }

  Peers peers() {
    return new Peers(story);
  }

  SentenceList said() {
    return new SentenceList(texts);
  }
}
