package socketscope.ui.state;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.export.DiagramWords;
import socketscope.packet.TcpFlags;
import socketscope.state.AddressChange;
import socketscope.state.Change;
import socketscope.state.ChangeCause;
import socketscope.state.Edge;
import socketscope.state.SocketHistory;
import socketscope.state.Transition;
import socketscope.text.Texts;
import socketscope.ui.wording.Words;

/** Names sockets, and says what changed them and why. */
final class SocketWords {

  private final Words words;

  SocketWords(Words words) {
    this.words = words;
  }

  String get(String key, Object... arguments) {
    return Texts.of("states", words.language()).get(key, arguments);
  }

  /** What a user calls that socket: {@code client fd 5}. */
  String name(SocketHistory history) {
    if (history.waitsForAccept()) {
      return get("socket.waiting", history.program());
    }
    if (history.descriptor() < 0) {
      return history.program(); // nothing is known of it but its packets
    }
    return history.open()
        ? get("socket.fd", history.program(), history.descriptor())
        : get("socket.closed", history.program(), history.descriptor());
  }

  /** The same, whether its descriptor was closed or not. */
  String briefName(SocketHistory history) {
    return history.waitsForAccept() || history.descriptor() < 0
        ? name(history)
        : get("socket.fd", history.program(), history.descriptor());
  }

  /** Its ports: {@code 47160→5000}. */
  static String ports(SocketHistory history) {
    String local = port(history.local());
    return history.peer() == null ? local : local + "→" + port(history.peer());
  }

  private static String port(@Nullable SocketAddress address) {
    String text = address == null ? "" : address.toString();
    return text.substring(text.lastIndexOf(':') + 1);
  }

  /** How it stands in a word: a TCP state, or what else can be said of it. */
  String standing(SocketHistory history) {
    return switch (history.kind()) {
      case TCP -> history.state().name();
      case UDP, UNIX, OTHER -> get("naming." + history.standing());
    };
  }

  /** What a change led to. */
  String to(Change change) {
    return switch (change) {
      case Transition transition -> transition.to().name();
      case AddressChange naming -> get("naming." + naming.to());
    };
  }

  /** What brought a change about, in a few words. */
  String why(Change change) {
    return switch (change.cause()) {
      case ChangeCause.Called(var call) -> called(change, call.call().function().cName());
      case ChangeCause.Crossed(_, boolean sent, TcpFlags flags) -> crossed(change, sent, flags);
      case ChangeCause.Expired(ChangeCause.Timer timer) -> get("expired." + timer);
      case ChangeCause.Ended _ -> get("ended");
      case ChangeCause.Told _ ->
          change instanceof AddressChange naming && naming.local() != null
              ? get("told.address", naming.local())
              : get("told");
    };
  }

  /** The same in signs: an arrow in stands for what arrived, an arrow out for what was sent. */
  String sign(Change change) {
    return switch (change.cause()) {
      case ChangeCause.Called(var call) -> {
        String function = call.call().function().cName() + "()";
        String sends = sends(change);
        yield sends.isEmpty() ? function : function + " → " + sends;
      }
      case ChangeCause.Crossed(_, boolean sent, TcpFlags flags) -> (sent ? "→ " : "← ") + flags;
      case ChangeCause.Expired _, ChangeCause.Ended _, ChangeCause.Told _ -> why(change);
    };
  }

  private static String sends(Change change) {
    if (!(change instanceof Transition transition)) {
      return "";
    }
    return transition.way() == Transition.Way.ABORTED
        ? "RST"
        : transition.edge().map(Edge::action).orElse("").replaceFirst("^snd ", "");
  }

  private String called(Change change, String function) {
    String sends = sends(change);
    return sends.isEmpty() ? function + "()" : get("called.sends", function, sends);
  }

  private String crossed(Change change, boolean sent, TcpFlags flags) {
    if (sent) {
      return get("sent", flags);
    }
    boolean acknowledged =
        change instanceof Transition transition
            && transition
                .edge()
                .filter(edge ->
                    edge == Edge.FIN_ACKNOWLEDGED
                        || edge == Edge.CROSSED_FIN_ACKNOWLEDGED
                        || edge == Edge.LAST_FIN_ACKNOWLEDGED)
                .isPresent();
    return get(acknowledged ? "received.acknowledges" : "received", flags);
  }

  /** How sure a change is, in a sentence; empty where nothing more is to be said. */
  String proof(Change change) {
    if (!(change instanceof Transition transition)) {
      return "";
    }
    if (transition.way() == Transition.Way.CORRECTED) {
      return get("corrected");
    }
    if (!transition.seen()) {
      return get("unseen");
    }
    return get(transition.confirmed() ? "confirmed" : "derived");
  }

  /** A whole change, to be read aloud. */
  String spoken(Change change, String time) {
    String from =
        switch (change) {
          case Transition transition -> transition.from().name();
          case AddressChange naming -> get("naming." + naming.from());
        };
    return get("change", time, from, to(change), why(change), proof(change));
  }

  /** What a socket without states is, in whole sentences. */
  String prose(SocketHistory history) {
    String standing = history.standing().name();
    return get(
        "prose." + history.kind().name() + "." + standing,
        String.valueOf(history.local()),
        String.valueOf(history.peer()));
  }

  String title(SocketHistory history) {
    return get("title." + history.kind().name());
  }

  char decimalSeparator() {
    return DiagramWords.in(words.language()).decimalSeparator();
  }
}
