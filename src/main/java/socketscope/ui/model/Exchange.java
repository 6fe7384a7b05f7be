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
      Group.NETWORK,
      "SOCK_STREAM",
      Textbook.TCP,
      List.of(SOCKET, CONNECT, SEND, RECV, SHUTDOWN, CLOSE),
      List.of(SOCKET, BIND, LISTEN, ACCEPT, RECV, SEND, CLOSE)),
  /** Datagrams over UDP. */
  UDP(
      Group.NETWORK,
      "SOCK_DGRAM",
      Textbook.UDP,
      List.of(SOCKET, BIND, SENDTO, RECVFROM, CLOSE),
      List.of(SOCKET, BIND, RECVFROM, SENDTO, CLOSE)),
  /** A connection between programs of this machine, without a network. */
  UNIX_STREAM(Group.UNIX, "SOCK_STREAM", Textbook.TCP, TCP.client, TCP.server),
  /** Datagrams between programs of this machine: none is lost, none comes out of order. */
  UNIX_DATAGRAM(Group.UNIX, "SOCK_DGRAM", Textbook.UDP, UDP.client, UDP.server),
  /** A connection that keeps the boundaries of what is sent. */
  UNIX_SEQPACKET(Group.UNIX, "SOCK_SEQPACKET", Textbook.TCP, TCP.client, TCP.server),
  /** Packets of ICMP, which the program writes itself. */
  RAW(
      Group.RAW,
      "SOCK_RAW",
      Textbook.RAW,
      List.of(SOCKET, SENDTO, RECVFROM, CLOSE),
      List.of(SOCKET, RECVFROM, CLOSE));

  /** What the exchanges have in common for somebody who chooses one. */
  public enum Group {
    /** Over IP, with ports. */
    NETWORK,
    /** Within this machine. */
    UNIX,
    /** Below the ports. */
    RAW
  }

  private final Group group;

  private final String socketType;
  private final Textbook textbook;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Function> client;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Function> server;

  Exchange(
      Group group,
      String socketType,
      Textbook textbook,
      List<Function> client,
      List<Function> server) {
    this.group = group;
    this.socketType = socketType;
    this.textbook = textbook;
    this.client = client;
    this.server = server;
  }

  /** Which of the exchanges it is one of. */
  public Group group() {
    return group;
  }

  /** Whether it goes over IP, so that its version can be chosen. */
  public boolean overIp() {
    return group != Group.UNIX;
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
