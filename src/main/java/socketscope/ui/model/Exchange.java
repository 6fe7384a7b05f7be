package socketscope.ui.model;

import static socketscope.event.Function.ACCEPT;
import static socketscope.event.Function.BIND;
import static socketscope.event.Function.CLOSE;
import static socketscope.event.Function.CONNECT;
import static socketscope.event.Function.LISTEN;
import static socketscope.event.Function.RECV;
import static socketscope.event.Function.RECVFROM;
import static socketscope.event.Function.SEND;
import static socketscope.event.Function.SENDTO;
import static socketscope.event.Function.SHUTDOWN;
import static socketscope.event.Function.SOCKET;

import java.util.Arrays;
import java.util.List;
import socketscope.event.Function;
import socketscope.event.Role;
import socketscope.lesson.Textbook;

/** What is tried. It chooses what is offered first, and forbids nothing. */
public enum Exchange {
  /** A connection over TCP. */
  TCP(
      "SOCK_STREAM",
      Textbook.TCP,
      List.of(SOCKET, CONNECT, SEND, RECV, SHUTDOWN, CLOSE),
      List.of(SOCKET, BIND, LISTEN, ACCEPT, RECV, SEND, CLOSE)),
  /** Datagrams over UDP. */
  UDP(
      "SOCK_DGRAM",
      Textbook.UDP,
      List.of(SOCKET, BIND, SENDTO, RECVFROM, CLOSE),
      List.of(SOCKET, BIND, RECVFROM, SENDTO, CLOSE));

  private final String socketType;
  private final Textbook textbook;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Function> client;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Function> server;

  Exchange(String socketType, Textbook textbook, List<Function> client, List<Function> server) {
    this.socketType = socketType;
    this.textbook = textbook;
    this.client = client;
    this.server = server;
  }

  /** The type that socket() is given for it. */
  public String socketType() {
    return socketType;
  }

  /** The textbook's order of its calls. */
  public Textbook textbook() {
    return textbook;
  }

  /** The functions that a program of that role needs, in the textbook's order. */
  public List<Function> functions(Role role) {
    return role == Role.CLIENT ? client : server;
  }

  /** All others. */
  public List<Function> moreFunctions(Role role) {
    return Arrays.stream(Function.values())
        .filter(function -> !functions(role).contains(function))
        .toList();
  }
}
