package socketscope.diagram;

import static socketscope.diagram.EventScript.data;
import static socketscope.diagram.EventScript.failed;

import java.util.List;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.event.TcpState;

/** Experiments as they were seen on Linux, shortened. */
public final class Experiments {

  private Experiments() {}

  /** An echo over TCP: accept and recv block, the server closes first. */
  public static List<Event> tcpEcho() {
    EventScript r = new EventScript();
    r.at(-90_000).program("client", 4242).at(-88_000).program("server", 4243);
    r.at(0).call("server#1", "socket(AF_INET, SOCK_STREAM, 0)", 5);
    r.at(41).call("server#1", "bind(5, 127.0.0.1:5000)", 0);
    r.at(69).call("server#1", "listen(5, 128)", 0).state("server#1", 5, TcpState.LISTEN);
    long accept = r.at(118).start("server#1", "accept(5)");
    r.at(160).blocked(accept);
    r.at(2043).call("client#1", "socket(AF_INET, SOCK_STREAM, 0)", 5);
    long connect = r.at(2090).start("client#1", "connect(5, 127.0.0.1:5000)");
    r.at(2110).state("client#1", 5, TcpState.SYN_SENT);
    Result accepted = Result.of(6).withAddress(EventScript.address("127.0.0.1:47160"));
    r.at(2150).blocked(connect);
    r.at(2170).returned(connect, Result.of(0)).state("client#1", 5, TcpState.ESTABLISHED);
    r.at(2175).returned(accept, accepted).state("server#2", 6, TcpState.ESTABLISHED);
    r.at(5310).call("client#1", "send(5, \"hola\", 0)", 4);
    r.at(5322).received("server#2", 6, TcpState.ESTABLISHED, 4);
    r.at(9120).call("server#2", "recv(6, 100, 0)", data("hola"));
    r.received("server#2", 6, TcpState.ESTABLISHED, 0);
    long recv = r.at(12_077).start("client#1", "recv(5, 100, 0)");
    r.at(12_150).blocked(recv);
    r.at(15_400).call("server#2", "send(6, \"hola\", 0)", 4);
    r.at(15_419).returned(recv, data("hola"));
    r.at(18_002).call("server#2", "close(6)", 0).state("client#1", 5, TcpState.CLOSE_WAIT);
    r.at(21_870).call("client#1", "send(5, \"adios\", 0)", 5);
    r.at(25_001).call("client#1", "send(5, \"adios\", 0)", failed(32, "EPIPE"));
    return r.events();
  }

  /** A connect that is refused, a step that went otherwise, a call that waits, a kill. */
  public static List<Event> refusedAndKilled() {
    EventScript r = new EventScript();
    r.at(-90_000).program("client", 4242).at(-88_000).program("server", 4243);
    r.at(0).call("client#1", "socket(AF_INET, SOCK_STREAM, 0)", 5);
    long connect = r.at(50).start("client#1", "connect(5, 127.0.0.1:5000)");
    r.at(80).returned(connect, failed(111, "ECONNREFUSED"));
    r.step(connect, "0", "-1 ECONNREFUSED");
    r.at(900).call("server#1", "socket(AF_INET, SOCK_STREAM, 0)", 5);
    r.at(950).call("server#1", "listen(5, 1)", 0).state("server#1", 5, TcpState.LISTEN);
    long accept = r.at(990).start("server#1", "accept(5)");
    r.at(1050).blocked(accept);
    r.at(2000).queue("server#1", "close(5)", accept);
    r.at(3000).ended("server", 9);
    r.at(3_000_000).call("client#1", "close(5)", 0);
    return r.events();
  }
}
