package socketscope.explain;

import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.event.TcpState;

/** Whole experiments, as the kernel answered them. */
final class Plays {

  private static final String SERVER = "127.0.0.1:5000";
  private static final String CLIENT = "127.0.0.1:47160";

  private Plays() {}

  /** The table of the course for TCP: an echo, with a recv that waits. */
  static Play tcp() {
    Play play = new Play().experiment("tcp").start("server", 4243).start("client", 4242);
    play.call("server", "socket(AF_INET, SOCK_STREAM, 0)", 5)
        .call("server", "bind(5, 127.0.0.1:5000)", 0)
        .call("server", "listen(5, 1)", 0)
        .observe("server", 5, TcpState.LISTEN, SERVER, null);
    long accept = play.begin("server", "accept(5)");
    play.block("server", accept)
        .queue("server", "getsockname(5)", accept)
        .call("client", "socket(AF_INET, SOCK_STREAM, 0)", 5)
        .call("client", "connect(5, 127.0.0.1:5000)", 0)
        .observe("client", 5, TcpState.ESTABLISHED, CLIENT, SERVER)
        .returns("server", accept, Result.of(6).withAddress(Play.address(CLIENT)))
        .check(accept, 7, "6", "6")
        .observe("server", 6, TcpState.ESTABLISHED, SERVER, CLIENT)
        .call("client", "send(5, \"hola\", 0)", 4)
        .call("server", "recv(6, 100, 0)", Result.of(4).withData(Bytes.utf8("hola")))
        .call("server", "send(6, \"hola\", 0)", 4)
        .call("client", "recv(5, 4, 0)", Result.of(4).withData(Bytes.utf8("hola")));
    long recv = play.begin("server", "recv(6, 100, 0)");
    play.block("server", recv)
        .pause(2_500_000)
        .call("client", "shutdown(5, SHUT_WR)", 0)
        .returns("server", recv, Result.of(0).withData(Bytes.utf8("")))
        .observe("server", 6, TcpState.CLOSE_WAIT, SERVER, CLIENT)
        .call("server", "close(6)", 0)
        .call("client", "close(5)", 0)
        .call("server", "close(5)", 0)
        .call("server", "close(5)", Play.failure(9, "EBADF"));
    return play.end("client", 0, 0, true).end("server", 0, 9, false);
  }

  /** The table for UDP. */
  static Play udp() {
    Play play = new Play().experiment("udp").start("server", 4243).start("client", 4242);
    play.call("server", "socket(AF_INET, SOCK_DGRAM, 0)", 5)
        .call("server", "bind(5, 127.0.0.1:5000)", 0)
        .call("client", "socket(AF_INET, SOCK_DGRAM, 0)", 5)
        .call("client", "bind(5, 127.0.0.1:0)", 0);
    long recv = play.begin("server", "recvfrom(5, 100, 0)");
    play.block("server", recv)
        .call("client", "sendto(5, \"hola\", 0, 127.0.0.1:5000)", 4)
        .returns(
            "server",
            recv,
            Result.of(4).withData(Bytes.utf8("hola")).withAddress(Play.address(CLIENT)))
        .call("server", "sendto(5, \"\", 0, 127.0.0.1:47160)", 0)
        .call(
            "client",
            "recvfrom(5, 100, 0)",
            Result.of(0).withData(Bytes.utf8("")).withAddress(Play.address(SERVER)))
        .call("client", "listen(5, 1)", Play.failure(95, "EOPNOTSUPP"))
        .call("client", "send(5, \"x\", 0)", Play.failure(89, "EDESTADDRREQ"))
        .call("client", "connect(5, 127.0.0.1:5000)", 0)
        .call("client", "send(5, \"adiós\", 0)", 6)
        .call("server", "recv(5, 3, 0)", Result.of(3).withData(Bytes.utf8("adi")))
        .call("client", "close(5)", 0)
        .call("server", "close(5)", 0);
    return play.end("client", 0, 0, true).end("server", 0, 0, true);
  }
}
