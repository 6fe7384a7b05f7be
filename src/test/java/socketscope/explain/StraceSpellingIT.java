package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketscope.constant.Constants;
import socketscope.constant.Value;
import socketscope.constant.ValueException;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Result;

/** Our spelling of calls beside that of strace(1), for a C program that really makes them. */
class StraceSpellingIT {

  /** Where strace shows an address in the program's memory, our line has the buffer's name. */
  private static final String POINTER = "0x[0-9a-f]{9,}";

  private final List<String> ours = new ArrayList<>();

  @Test
  void everyCallIsSpelledAsStraceSpellsIt(@TempDir Path folder) throws Exception {
    assumeTrue(runs("strace", "-V"), "strace is not installed");
    assumeTrue(runs("gcc", "--version"), "gcc is not installed");
    Path trace = folder.resolve("trace");
    Path program = compile(folder, "calls.c");
    assumeTrue(runs("strace", "-o", "/dev/null", "true"), "strace may not trace here");
    String said = run("strace", "-e", "signal=none", "-o", trace.toString(), program.toString());

    tell(said.strip().split(" "));
    List<String> theirs = calls(trace);
    assertThat(theirs).hasSizeGreaterThanOrEqualTo(ours.size());
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i)).isEqualTo(theirs.get(i));
    }
  }

  /** What numbers.c does. */
  @Test
  void everyNumberIsNamedAsStraceNamesIt(@TempDir Path folder) throws Exception {
    assumeTrue(runs("strace", "-V"), "strace is not installed");
    assumeTrue(runs("gcc", "--version"), "gcc is not installed");
    Path trace = folder.resolve("trace");
    Path program = compile(folder, "numbers.c");
    run("strace", "-o", trace.toString(), program.toString());
    List<String> calls = new ArrayList<>();
    numbers(calls);
    List<String> told =
        calls.stream()
            .map(call -> CallText.straceLine(Play.call(call), null).replace(" <unfinished ...>", ""))
            .toList();
    List<String> theirs =
        calls(trace).stream()
            .map(line -> line.replaceAll("\\) = [-?].*", "").replaceAll("\\) += -1.*", ""))
            .filter(line -> !line.startsWith("exit_group") && !line.startsWith("+++"))
            .toList();
    assertThat(told).hasSameSizeAs(theirs);
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      if (!told.get(i).equals(theirs.get(i))) {
        differing.add(calls.get(i) + ": " + told.get(i) + ", strace: " + theirs.get(i));
      }
    }
    assertThat(differing).isEmpty();
  }

  private static void numbers(List<String> calls) {
    int[] levels = {
      0, 1, 2, 6, 17, 33, 40, 41, 255, 263, 269, 270, 271, 276, 279, 281, 282, 283, 284, 287
    };
    each(calls, 0, 60, "socketpair(%d, 99, 0, NULL)");
    each(calls, 0, 32, "socket(99, %d, 0)");
    IntStream.range(0, 32).forEach(i -> calls.add("socket(99, " + (1 << i | 1) + ", 0)"));
    each(calls, 0, 300, "socket(AF_INET, 99, %d)");
    each(calls, 0, 30, "socket(AF_NETLINK, 99, %d)");
    IntStream.range(0, 20).forEach(i -> calls.add("socket(AF_PACKET, 99, " + (i << 8) + ")"));
    for (int level : levels) {
      for (int option = 0; option < 95; option++) {
        calls.add("setsockopt(-1, %d, %d, NULL, 0)".formatted(level, option));
        calls.add("getsockopt(-1, %d, %d, NULL, NULL)".formatted(level, option));
      }
    }
    each(calls, 200, 220, "setsockopt(-1, 0, %d, NULL, 0)");
    each(calls, 200, 220, "setsockopt(-1, 41, %d, NULL, 0)");
    IntStream.range(0, 32).forEach(i -> calls.add("send(-1, \"\", " + (1 << i) + ")"));
    IntStream.range(0, 32).forEach(i -> calls.add("send(-1, \"\", " + (-1 << i) + ")"));
    each(calls, 0, 5, "shutdown(-1, %d)");
    each(calls, 12, 50, "fcntl(-1, %d, 5)");
    each(calls, 1027, 1033, "fcntl(-1, %d, 5)");
    each(calls, 1034, 1045, "fcntl(-1, %d, 5)");
    IntStream.range(0, 20).forEach(i -> calls.add("fcntl(-1, F_SETFL, " + (1 << i) + ")"));
    each(calls, 0, 4, "fcntl(-1, F_SETFD, %d)");
    each(calls, 0, 4, "fcntl(-1, F_SETLEASE, %d)");
    calls.add("fcntl(-1, F_SETFL, O_RDWR|O_SYNC|O_NONBLOCK|O_TMPFILE)");
    each(calls, 0x8900, 0x89e0, "ioctl(-1, %d, NULL)");
  }

  private static void each(List<String> calls, int from, int to, String call) {
    IntStream.range(from, to).forEach(i -> calls.add(call.formatted(i)));
  }

  private static Path compile(Path folder, String name) throws Exception {
    Path source = folder.resolve(name);
    Path program = folder.resolve("program");
    try (InputStream calls = StraceSpellingIT.class.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(calls), source);
    }
    run("gcc", "-w", "-o", program.toString(), source.toString());
    return program;
  }

  /** What calls.c does, with the descriptors that a program started with three gets. */
  private void tell(String[] ports) {
    String server = "127.0.0.1:" + ports[0];
    String client = "127.0.0.1:" + ports[1];
    String udp = "127.0.0.1:" + ports[2];
    String udp6 = "[::1]:" + ports[3];
    stream(server, client);
    descriptors(server);
    datagrams(udp, udp6);
    structures();
  }

  private void structures() {
    String group = "imr_multiaddr=239.1.2.3, imr_interface=127.0.0.1";
    line("setsockopt(5, IPPROTO_IP, IP_ADD_MEMBERSHIP, {" + group + "})", 0);
    line(
        "setsockopt(5, IPPROTO_IP, IP_ADD_MEMBERSHIP, {239.1.2.3, 127.0.0.1, 1})",
        Play.failure(98, "EADDRINUSE"));
    line(
        "setsockopt(5, IPPROTO_IP, IP_ADD_MEMBERSHIP, {" + group + "}, 4)",
        Play.failure(22, "EINVAL"));
    line("setsockopt(5, IPPROTO_IP, IP_MULTICAST_IF, 127.0.0.1)", 0);
    line(
        "getsockopt(5, IPPROTO_IP, IP_MULTICAST_IF)",
        written(new byte[] {127, 0, 0, 1}).withLength(4));
    line("setsockopt(5, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DO)", 0);
    line("setsockopt(5, IPPROTO_IP, MCAST_JOIN_GROUP, {1, 239.1.2.4})", 0);
    line("setsockopt(5, IPPROTO_IP, MCAST_JOIN_SOURCE_GROUP, {1, 239.1.2.5, 127.0.0.1})", 0);
    line("setsockopt(6, IPPROTO_IPV6, IPV6_JOIN_GROUP, {ff02::77, 1})", 0);
    line("setsockopt(5, SOL_SOCKET, SO_RCVTIMEO, {1, 500000})", 0);
    line("setsockopt(5, SOL_SOCKET, SO_LINGER, {l_onoff=1, l_linger=5})", 0);
    line("setsockopt(5, SOL_SOCKET, SO_LINGER, {1})", Play.failure(22, "EINVAL"));
    byte[] linger = {1, 0, 0, 0, 5, 0, 0, 0};
    line("getsockopt(5, SOL_SOCKET, SO_LINGER)", written(linger).withLength(8));
    line(
        "getsockopt(5, SOL_SOCKET, SO_LINGER, 6)",
        written(Arrays.copyOf(linger, 6)).withLength(6));
    line("setsockopt(5, SOL_SOCKET, SO_ATTACH_FILTER, {filter=[{6, 0, 0, 0x40000}]})", 0);
    requests();
  }

  private void requests() {
    line("ioctl(5, SIOCGIFINDEX, {\"lo\"})", "{ifr_name=\"lo\", ifr_ifindex=1}");
    line("ioctl(5, SIOCGIFNAME, {1})", "{ifr_ifindex=1, ifr_name=\"lo\"}");
    line(
        "ioctl(5, SIOCGIFNETMASK, {\"lo\"})",
        "{ifr_name=\"lo\", ifr_netmask={sa_family=AF_INET, sin_port=0, sin_addr=255.0.0.0}}");
    line(
        "ioctl(5, SIOCGIFHWADDR, {\"lo\"})",
        "{ifr_name=\"lo\", ifr_hwaddr={sa_family=772, sa_data=\"" + "\\x00".repeat(14) + "\"}}");
    line("ioctl(5, SIOCGIFFLAGS, {ifr_name=\"nowhere\"})", Play.failure(19, "ENODEV"));
    line("ioctl(-1, SIOCGIFCONF)", Play.failure(9, "EBADF"));
    line("ioctl(5, FIONBIO, 1)", Result.of(0).withWritten(new Argument.Number(1)));
    line("ioctl(-1, FIONBIO, 1)", Play.failure(9, "EBADF"));
  }

  private static Result written(byte[] bytes) {
    return Result.of(0).withData(Bytes.copyOf(bytes));
  }

  private void line(String call, String written) {
    try {
      Argument value = Argument.of(Value.parse(written), Constants.linux());
      line(call, Result.of(0).withWritten(value));
    } catch (ValueException e) {
      throw new IllegalArgumentException(written, e);
    }
  }

  private void stream(String server, String client) {
    line("socket(AF_INET, SOCK_STREAM, 0)", 3);
    line("setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1)", 0);
    line("setsockopt(3, IPPROTO_TCP, TCP_NODELAY, 1)", 0);
    line("setsockopt(3, SOL_SOCKET, 9999, 1)", Play.failure(92, "ENOPROTOOPT"));
    line("bind(3, 127.0.0.1:0)", 0);
    line("bind(3, 127.0.0.1:0)", Play.failure(22, "EINVAL"));
    line("getsockname(3)", Result.of(0).withAddress(Play.address(server)));
    line("accept(3)", Play.failure(22, "EINVAL"));
    line("listen(3, 1)", 0);
    line("socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP)", 4);
    line("connect(4, " + server + ")", 0);
    line("accept(3)", Result.of(5).withAddress(Play.address(client)));
    line("connect(4, " + server + ")", Play.failure(106, "EISCONN"));
    line("send(4, \"hola\", 0)", 4);
    line("recv(5, 4, 0)", data(4, "hola"));
    line("write(4, \"a\\\"\\\\\\n\\x001ñ\")", 8);
    line("read(5, 100)", data(8, "a\"\\\n\u00001ñ"));
    String digits = "0123456789012345678901234567890123456789";
    line("send(5, \"" + digits + "\", MSG_NOSIGNAL)", 40);
    line("recvfrom(4, 1024, MSG_WAITALL|MSG_DONTWAIT)", data(40, digits));
    line("recv(4, 9, MSG_DONTWAIT)", Play.failure(11, "EAGAIN"));
    line("recv(4, 9, 0)", Play.failure(4, "EINTR"));
  }

  private void descriptors(String server) {
    line("getpeername(3)", Play.failure(107, "ENOTCONN"));
    line("getpeername(4)", Result.of(0).withAddress(Play.address(server)));
    line("getsockopt(4, SOL_SOCKET, SO_TYPE)", Result.of(0).withWritten(new Argument.Number(1)));
    line("getsockopt(4, IPPROTO_IPV6, IPV6_V6ONLY)", Play.failure(95, "EOPNOTSUPP"));
    line("fcntl(4, F_GETFL, 0)", 2);
    line("fcntl(4, F_SETFL, O_RDWR|O_NONBLOCK)", 0);
    line("fcntl(4, F_GETFL, 0)", 0x802);
    line("fcntl(4, F_GETFD, 0)", 1);
    line("fcntl(4, 99, 0)", Play.failure(22, "EINVAL"));
    line("ioctl(5, FIONREAD)", Result.of(0).withWritten(new Argument.Number(0)));
    line("ioctl(5, SIOCOUTQ)", Result.of(0).withWritten(new Argument.Number(0)));
    line("ioctl(5, 0x1234)", Play.failure(25, "ENOTTY"));
    line("shutdown(4, SHUT_WR)", 0);
    line("shutdown(4, 7)", Play.failure(22, "EINVAL"));
    line("read(5, 100)", data(0, ""));
    line("close(5)", 0);
    line("close(5)", Play.failure(9, "EBADF"));
    line("recv(5, 9, 0)", Play.failure(9, "EBADF"));
  }

  private void datagrams(String udp, String udp6) {
    line("socket(AF_INET, SOCK_DGRAM, 0)", 5);
    line("bind(5, 127.0.0.1:0)", 0);
    line("getsockname(5)", Result.of(0).withAddress(Play.address(udp)));
    line("send(5, \"x\", 0)", Play.failure(89, "EDESTADDRREQ"));
    line("sendto(5, \"hola\", 0, " + udp + ")", 4);
    line("recvfrom(5, 2, MSG_TRUNC)", data(4, "ho").withAddress(Play.address(udp)));
    line("socket(AF_INET6, SOCK_DGRAM, IPPROTO_UDP)", 6);
    line("bind(6, [::1]:0)", 0);
    line("getsockname(6)", Result.of(0).withAddress(Play.address(udp6)));
    line("sendto(6, \"\", 0, " + udp6 + ")", 0);
    line("recvfrom(6, 100)", data(0, "").withAddress(Play.address(udp6)));
    line("socket(99, SOCK_STREAM, 0)", Play.failure(97, "EAFNOSUPPORT"));
    line("socket(AF_INET, SOCK_SEQPACKET, 0)", Play.failure(94, "ESOCKTNOSUPPORT"));
    line("socket(AF_INET, SOCK_RAW, 0)", Play.failure(93, "EPROTONOSUPPORT"));
  }

  private static Result data(long value, String text) {
    return Result.of(value).withData(Bytes.utf8(text));
  }

  private void line(String call, long value) {
    line(call, Result.of(value));
  }

  private void line(String call, Result result) {
    ours.add(plain(CallText.straceLine(Play.call(call), result)));
  }

  /** The calls that calls.c makes on its sockets, not those of its start or of printf. */
  private static List<String> calls(Path trace) throws IOException {
    List<String> lines = Files.readAllLines(trace);
    int first = 0;
    while (!lines.get(first).startsWith("socket")) {
      first++;
    }
    return lines.subList(first, lines.size()).stream()
        .filter(line -> !line.startsWith("setitimer(") && !line.startsWith("rt_sigreturn("))
        .map(line -> line.replaceAll(POINTER, "POINTER"))
        .map(StraceSpellingIT::plain)
        .toList();
  }

  /** Without the spaces before the equals sign: their number depends on a pointer's digits. */
  private static String plain(String line) {
    return line.replaceAll("([(, =])(buf|addr|optval|arg|filter)(?=[,)}])", "$1POINTER")
        .replaceAll(" +=", " =");
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
