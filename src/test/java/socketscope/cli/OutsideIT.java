package socketscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody on the network reaches a socket of an experiment: tried from a second network namespace,
 * which a pair of virtual interfaces joins to the one that the experiment runs in.
 */
@EnabledOnOs(OS.LINUX)
class OutsideIT {

  @TempDir private Path folder;

  /**
   * In the first namespace, 10.9.0.1; from the second, 10.9.0.2, somebody tries all that the lesson
   * opens: ports 5000 to 5002. 5009 is open to everybody, to see that the way is good.
   */
  private static final String SCRIPT =
      """
      set -e
      ip link set lo up
      unshare -n sleep 60 & other=$!
      trap 'kill $(jobs -p)' EXIT
      until [ "$(readlink /proc/$other/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do :; done
      outside() { nsenter -t $other -n timeout 5 "$@"; }
      ip link add here type veth peer name there netns $other
      ip addr add 10.9.0.1/24 dev here
      ip link set here up
      outside ip addr add 10.9.0.2/24 dev there
      outside ip link set there up
      echo 5001 5001 > /proc/sys/net/ipv4/ip_local_port_range
      nc -lk 0.0.0.0 5009 &
      until outside bash -c 'exec 3<>/dev/tcp/10.9.0.1/5009' 2>/dev/null; do :; done
      echo 5009 reached
      "$@" & lesson=$!
      until [ "$(ss -Hltn 'sport >= 5000 and sport <= 5002' | wc -l)" = 3 ]; do kill -0 $lesson; done
      for port in 5000 5001 5002; do
        if outside bash -c "exec 3<>/dev/tcp/10.9.0.1/$port" 2>/dev/null
        then echo $port reached; else echo $port not reached; fi
      done
      wait $lesson
      """;

  private static final String LESSON =
      """
      # Outside

      Three listeners that take connections to every address, and nobody comes.

      ```steps
      server: any = socket(AF_INET, SOCK_STREAM)
      server: setsockopt(any, SOL_SOCKET, SO_BINDTODEVICE, "lo") = 0
      server: bind(any, 0.0.0.0:5000) = 0
      server: listen(any, 1) = 0
      server: unbound = socket(AF_INET, SOCK_STREAM)
      server: listen(unbound, 1) = 0
      server: getsockname(unbound) = 0.0.0.0:5001
      server: both = socket(AF_INET6, SOCK_STREAM)
      server: setsockopt(both, SOL_SOCKET, SO_BINDTODEVICE, "lo") = 0
      server: bind(both, [::]:5002) = 0
      server: listen(both, 1) = 0
      server: poll([{any, POLLIN}, {unbound, POLLIN}, {both, POLLIN}], 4000) = 0
      client: s = socket(AF_INET, SOCK_STREAM)
      client: bind(s, 127.0.0.1:5010) = 0
      client: connect(s, 127.0.0.1:5002) = 0
      server: accept(both)
      ```
      """;

  /**
   * Forwards whatever asks for it, and has a way to everywhere: through the second namespace, where
   * tcpdump counts what comes. What an interface says when it comes up (MLD) is not counted.
   */
  private static final String ROUTER =
      """
      ip link set lo up
      unshare -n sleep 100 & other=$!
      trap 'kill $(jobs -p)' EXIT
      until [ "$(readlink /proc/$other/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do :; done
      outside() { nsenter -t $other -n "$@"; }
      ip link add here type veth peer name there netns $other
      ip addr add 10.9.0.1/24 dev here
      ip -6 addr add fd00::1/64 dev here nodad
      ip link set here up
      outside ip addr add 10.9.0.2/24 dev there
      outside ip -6 addr add fd00::2/64 dev there nodad
      outside ip link set there up
      ip route add default via 10.9.0.2
      for version in ipv4 ipv6; do
        for device in all lo; do
          echo 1 > /proc/sys/net/$version/conf/$device/accept_source_route
        done
      done
      echo 1 > /proc/sys/net/ipv4/ip_forward
      seen=$1; shift; touch $seen
      nsenter -t $other -n tcpdump -lnUi there '(ip or ip6) and not (ip6 proto 0 or icmp6)' > $seen &
      port=4000
      others() { grep -cvE '> 10\\.9\\.0\\.2\\.40..: |udp port 40.. unreachable' $seen; }
      until grep -q '2\\.4000: ' $seen; do echo control > /dev/udp/10.9.0.2/4000; done
      for lesson; do
        for where in shared alone; do
          before=$(others)
          $COMMAND run $lesson --where $where > /dev/null 2>&1
          port=$((port + 1))
          echo control > /dev/udp/10.9.0.2/$port
          until grep -q "2\\.$port: " $seen; do :; done
          echo $(basename $lesson) $where $(($(others) - before))
        done
      done
      """;

  /** Ways off the machine, each through an address that is the machine's own. */
  private static final Map<String, String> WAYS =
      Map.of(
          "routing-header",
          """
          client: u = socket(AF_INET6, SOCK_DGRAM)
          client: setsockopt(u, 41, 57, hex:0002000100000000fd000000000000000000000000000002)
          client: sendto(u, "secret", 0, [::1]:4444)
          """,
          "source-route",
          """
          client: u = socket(AF_INET, SOCK_DGRAM)
          client: setsockopt(u, 0, 4, hex:8307040a09000200)
          client: sendto(u, "secret", 0, 127.0.0.1:4444)
          """,
          "group",
          """
          client: u = socket(AF_INET, SOCK_DGRAM)
          client: setsockopt(u, 0, 35, hex:ef01020300000000)
          """,
          "own-header",
          """
          client: r = socket(AF_INET, SOCK_RAW, 255)
          client: sendto(r, hex:4500001c00000000401100000a0900070a0900020fa10fa100080000, 0, 127.0.0.1:0)
          """,
          "netlink",
          """
          client: n = socket(16, SOCK_RAW, 0)
          """);

  @Test
  void nothingLeavesTheMachine() throws Exception {
    List<String> inside = List.of("unshare", "-n", "bash", "-c");
    CommandRun trial =
        CommandRun.awaited(
            CommandRun.start(with(inside, "ip link add here type veth && tcpdump -h")));
    assumeTrue(trial.exitCode() == 0, "no namespaces or no tcpdump here: " + trial.messages());
    List<String> lessons = new ArrayList<>();
    for (Map.Entry<String, String> way : WAYS.entrySet()) {
      String text = "# Out\n\nTries.\n\n```steps\n" + way.getValue() + "```\n";
      lessons.add(Files.writeString(folder.resolve(way.getKey()), text).toString());
    }
    String command = String.join(" ", CommandRun.command());
    String script = "COMMAND='" + command + "'\n" + ROUTER;
    List<String> all = new ArrayList<>(with(inside, script, "bash"));
    all.add(folder.resolve("seen").toString());
    all.addAll(lessons);
    CommandRun run = CommandRun.awaited(CommandRun.start(all));
    assertThat(run.output().lines())
        .as(run.messages())
        .hasSize(2 * WAYS.size())
        .allMatch(line -> line.endsWith(" 0"));
  }

  @Test
  void nobodyOutsideReachesAListenerOfEveryAddress() throws Exception {
    List<String> inside = List.of("unshare", "-Urn", "bash", "-c");
    CommandRun trial =
        CommandRun.awaited(CommandRun.start(with(inside, "ip link add here type veth")));
    assumeTrue(trial.exitCode() == 0, "no namespaces here: " + trial.messages());
    Path lesson = Files.writeString(folder.resolve("outside.md"), LESSON);
    Path trace = folder.resolve("trace.jsonl");
    List<String> command = new ArrayList<>(with(inside, SCRIPT, "bash"));
    command.addAll(
        CommandRun.command(
            "run", lesson.toString(), "--where", "shared", "--trace", trace.toString()));
    CommandRun run = CommandRun.awaited(CommandRun.start(command));
    assertThat(run.exitCode()).as(run.output() + run.messages()).isZero();
    assertThat(run.output().lines().filter(line -> line.endsWith("reached")))
        .containsExactly(
            "5009 reached", "5000 not reached", "5001 not reached", "5002 not reached");
  }

  private static List<String> with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toList();
  }
}
