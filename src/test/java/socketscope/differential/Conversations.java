package socketscope.differential;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.differential.Actor.Kind;
import socketscope.differential.Actor.Thing;

/** Steps that belong together: connections that are really made, and descriptors that go round. */
final class Conversations {

  /** Two connected sockets of AF_UNIX. */
  private record Channel(Actor one, String first, Actor other, String second) {}

  private final Script script;

  /** How many connections wait at an address. */
  private final Map<String, Integer> waiting = new HashMap<>();

  private @Nullable Channel channel;

  Conversations(Script script) {
    this.script = script;
  }

  int waitingAt(String address) {
    return waiting.getOrDefault(address, 0);
  }

  void comes(String address) {
    waiting.merge(address, 1, Integer::sum);
  }

  void taken(String address) {
    waiting.merge(address, -1, Integer::sum);
  }

  /** A socket that listens, and does not wait. */
  void listener(Actor actor, Kind kind) {
    String family = script.family();
    String name = script.make(actor, kind, family, false);
    Thing socket = actor.open.get(name);
    socket.bound = kind.unix() ? script.path() : script.host(family) + ":p" + script.number;
    script.add(actor, socket, "bind(" + name + ", " + socket.bound + ")");
    script.add(actor, socket, "listen(" + name + ", " + (1 + script.random.nextInt(4)) + ")");
    socket.listening = true;
  }

  /** A connection with both its ends; it may be ended in one direction, or in both. */
  void connection(Actor client, Actor server) {
    String listening = null;
    for (Map.Entry<String, Thing> each : server.open.entrySet()) {
      Thing thing = each.getValue();
      if (thing.listening && !thing.asleep && thing.bound != null && waitingAt(thing.bound) == 0) {
        listening = each.getKey();
      }
    }
    if (listening == null) {
      return;
    }
    Thing listener = server.open.get(listening);
    String family = listener.bound.startsWith("127") ? "AF_INET" : "AF_INET6";
    String own = script.make(client, listener.kind, family, script.chance(3));
    Thing socket = client.open.get(own);
    script.add(client, socket, "connect(" + own + ", " + listener.bound + ")");
    socket.connected = true;
    Thing accepted = new Thing(listener.kind, true);
    accepted.connected = true;
    String other = server.begin(accepted);
    script.add(server, listener, other + " = accept(" + listening + ")");
    if (script.chance(2)) {
      halfClose(client, own, socket, server, other, accepted);
    }
  }

  private void halfClose(
      Actor client, String own, Thing socket, Actor server, String other, Thing accepted) {
    script.add(client, socket, "shutdown(" + own + ", SHUT_WR)");
    script.add(server, accepted, "send(" + other + ", \"rest\", MSG_DONTWAIT)");
    script.add(client, socket, "recv(" + own + ", 100, MSG_DONTWAIT)");
    if (script.chance(2)) {
      String how = script.oneOf(List.of("SHUT_WR", "SHUT_RD", "SHUT_RDWR"));
      script.add(server, accepted, "shutdown(" + other + ", " + how + ")");
      script.add(client, socket, "send(" + own + ", \"late\", MSG_DONTWAIT|MSG_NOSIGNAL)");
    }
  }

  /** Hands descriptors on over AF_UNIX, which the other side receives now, later or never. */
  void pass(Actor sender, Actor receiver) {
    if (channel == null || channel.one.killed || channel.other.killed || script.chance(3)) {
      channel(sender, receiver);
      return;
    }
    boolean back = script.chance(2);
    Actor from = back ? channel.other : channel.one;
    Actor to = back ? channel.one : channel.other;
    String outbound = back ? channel.second : channel.first;
    String inbound = back ? channel.first : channel.second;
    if (from.stopped || to.stopped) {
      return;
    }
    String passed = from.any(script.random);
    Thing over = from.open.get(outbound);
    Thing into = to.open.get(inbound);
    if (passed == null || over == null || into == null || over.asleep || into.asleep) {
      return;
    }
    Thing thing = from.open.get(passed);
    String names = passed + (script.chance(4) ? ", " + from.any(script.random) : "");
    script.add(
        from,
        over,
        "sendmsg(%s, {msg_iov=[\"fd\"], msg_control=[{SOL_SOCKET, SCM_RIGHTS, [%s]}]}, MSG_DONTWAIT)"
            .formatted(outbound, names));
    if (script.chance(3) && !thing.asleep && !passed.equals(outbound)) {
      script.add(from, thing, "close(" + passed + ")");
      from.open.remove(passed);
    }
    if (script.chance(6)) {
      script.add(
          to,
          into,
          "recvmsg(%s, {msg_iov=[9], msg_controllen=0}, MSG_DONTWAIT)".formatted(inbound));
    } else if (!script.chance(6)) {
      Thing copy = new Thing(thing.kind, true);
      copy.listening = false;
      String got = to.begin(copy);
      script.add(to, into, "%s = recvmsg(%s, {msg_iov=[9]}, MSG_DONTWAIT)".formatted(got, inbound));
    }
  }

  private void channel(Actor sender, Actor receiver) {
    Kind kind = script.oneOf(List.of(Kind.STREAM, Kind.STREAM, Kind.SEQPACKET));
    String path =
        "unix:" + (script.chance(2) ? "@" : "") + "way" + script.number + sender.open.size();
    String listener = script.make(receiver, kind, "", false);
    Thing listening = receiver.open.get(listener);
    listening.bound = path;
    listening.listening = true;
    script.add(receiver, listening, "bind(" + listener + ", " + path + ")");
    script.add(receiver, listening, "listen(" + listener + ", 2)");
    String first = script.make(sender, kind, "", false);
    script.add(sender, sender.open.get(first), "connect(" + first + ", " + path + ")");
    Thing end = new Thing(kind, true);
    String second = receiver.begin(end);
    script.add(receiver, listening, second + " = accept(" + listener + ")");
    channel = new Channel(sender, first, receiver, second);
  }
}
