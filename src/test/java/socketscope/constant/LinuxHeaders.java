package socketscope.constant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code linux.txt} anew from the headers of this machine's kernel and C library:
 *
 * <pre>java src/test/java/socketscope/constant/LinuxHeaders.java</pre>
 *
 * <p>Which names belong to a set is said by {@code linux-sets.txt}; the numbers are the C
 * compiler's.
 */
final class LinuxHeaders {

  private static final Path SETS =
      Path.of("src/test/resources/socketscope/constant/linux-sets.txt");
  static final Path FILE = Path.of("src/main/resources/socketscope/constant/linux.txt");

  /** Headers that one program can include: those of the C library, then those of the kernel. */
  private static final List<String> HEADERS =
      List.of(
          """
          sys/socket.h netinet/in.h netinet/tcp.h netinet/udp.h netinet/icmp6.h netinet/ip.h fcntl.h
          poll.h sys/epoll.h sys/eventfd.h sys/ioctl.h sys/time.h net/if.h linux/sockios.h
          linux/mptcp.h errno.h
          """,
          """
          stdint.h linux/in.h linux/in6.h linux/tcp.h linux/udp.h linux/icmp.h linux/icmpv6.h linux/if.h
          linux/if_packet.h linux/if_ether.h linux/netlink.h linux/mroute.h linux/mroute6.h
          linux/netfilter_ipv4/ip_tables.h linux/netfilter_ipv6/ip6_tables.h linux/netfilter_ipv4.h
          linux/filter.h linux/net_tstamp.h linux/tls.h linux/vm_sockets.h
          linux/if_xdp.h linux/if_alg.h linux/dccp.h linux/sctp.h linux/tipc.h linux/rds.h
          linux/kcm.h linux/watch_queue.h asm/socket.h asm/ioctls.h linux/sockios.h linux/version.h
          """);

  /** What {@code linux-sets.txt} says of one set. */
  private static final class Section {
    private final String title;
    private final String source;
    private final Map<String, List<String>> words = new HashMap<>();

    Section(String line) {
      int end = line.indexOf(']') + 1;
      title = line.substring(0, end);
      source = line.substring(end).strip();
    }

    void line(String line) {
      List<String> parts = List.of(line.split(" +"));
      words.computeIfAbsent(parts.getFirst(), _ -> new ArrayList<>()).addAll(tail(parts));
    }

    private static List<String> tail(List<String> parts) {
      return parts.subList(1, parts.size());
    }

    List<String> of(String key) {
      return words.getOrDefault(key, List.of());
    }

    boolean matches(String key, String name) {
      return of(key).stream().anyMatch(name::matches);
    }

    boolean has(String macro) {
      return matches("names", macro) && !matches("without", macro);
    }

    boolean hasBits() {
      return title.matches("\\[(SOCKET_TYPE|.*_FLAGS|.*_EVENTS)]");
    }

    String written(long number) {
      boolean hexadecimal =
          hasBits() || title.equals("[IOCTL_REQUEST]") || title.equals("[ETHERTYPE]");
      return hexadecimal && number > 0xf ? "0x" + Long.toHexString(number) : Long.toString(number);
    }
  }

  /** A compiler that keeps its files in a folder. */
  record Compiler(Path folder) {

    /** The macros that one unit of headers defines. */
    Set<String> macros(String headers) throws IOException, InterruptedException {
      Path source = folder.resolve("macros.c");
      Files.writeString(source, includes(headers));
      Set<String> macros = new TreeSet<>();
      for (String line : output("gcc", "-E", "-dM", source.toString()).split("\n")) {
        String[] words = line.split(" ", 3);
        if (words.length == 3 && words[1].matches("[A-Z]\\w*")) {
          macros.add(words[1]);
        }
      }
      return macros;
    }

    /** The numbers of names, or of expressions, that one unit of headers knows. */
    Map<String, Long> numbers(String headers, Set<String> names)
        throws IOException, InterruptedException {
      Path source = folder.resolve("numbers.c");
      Path program = folder.resolve("numbers");
      String prints =
          names.stream()
              .map(name -> "printf(\"%s %%lld\\n\", (long long) (%s));\n".formatted(name, name))
              .collect(Collectors.joining());
      Files.writeString(source, includes(headers) + "int main(void) {\n" + prints + "}\n");
      output("gcc", "-w", "-o", program.toString(), source.toString());
      Map<String, Long> numbers = new HashMap<>();
      output(program.toString())
          .lines()
          .forEach(line -> {
            int blank = line.lastIndexOf(' ');
            numbers.put(line.substring(0, blank), Long.valueOf(line.substring(blank + 1)));
          });
      return numbers;
    }

    private static String includes(String headers) {
      return Stream.of((headers + " stddef.h stdio.h").split("\\s+"))
          .map("#include <%s>%n"::formatted)
          .collect(Collectors.joining("", "#define _GNU_SOURCE\n", ""));
    }

    private static String output(String... command) throws IOException, InterruptedException {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ":\n" + output);
      }
      return output;
    }
  }

  private final List<Section> sections = new ArrayList<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Set<String> macros = new TreeSet<>();

  private LinuxHeaders(Path folder) throws IOException, InterruptedException {
    for (String line : Files.readAllLines(SETS)) {
      if (line.startsWith("[")) {
        sections.add(new Section(line));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        sections.getLast().line(line);
      }
    }
    ask(new Compiler(folder));
  }

  private void ask(Compiler compiler) throws IOException, InterruptedException {
    Set<String> wanted =
        sections.stream()
            .flatMap(section -> section.of("more").stream())
            .filter(name -> !name.contains("="))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String headers : HEADERS) {
      Set<String> defined = compiler.macros(headers);
      defined.removeIf(
          name -> macros.contains(name) || sections.stream().noneMatch(each -> each.has(name)));
      macros.addAll(defined);
      Set<String> asked = new LinkedHashSet<>(defined);
      if (headers.equals(HEADERS.getLast())) {
        wanted.removeAll(macros);
        asked.addAll(wanted);
        asked.add("LINUX_VERSION_CODE");
      } else {
        asked.add("__GLIBC_MINOR__");
      }
      numbers.putAll(compiler.numbers(headers, asked));
    }
  }

  /**
   * The text that the file must have on this machine.
   *
   * @param folder for the compiler's files
   */
  static String text(Path folder) throws IOException, InterruptedException {
    LinuxHeaders headers = new LinuxHeaders(folder);
    StringBuilder text = new StringBuilder();
    text.append(headers.heading())
        .append("# [SET], or [SET LEVEL], and below it NAME NUMBER, and the number on another")
        .append(" architecture.\n")
        .append("# Of the names of one number, the first is the one that is printed.\n");
    headers.sections.forEach(section -> headers.write(section, text));
    return text.toString();
  }

  /** Whose headers they are. */
  private String heading() {
    long kernel = numbers.get("LINUX_VERSION_CODE");
    return "# The constants of Linux, from the headers of kernel %d.%d and glibc 2.%d. Written by LinuxHeaders.%n"
        .formatted(kernel >> 16, kernel >> 8 & 0xff, numbers.get("__GLIBC_MINOR__"));
  }

  private void write(Section section, StringBuilder text) {
    Map<String, Long> found = new HashMap<>();
    macros.stream().filter(section::has).forEach(name -> found.put(name, numbers.get(name)));
    for (String more : section.of("more")) {
      int equals = more.indexOf('=');
      if (equals < 0) {
        found.put(more, numbers.get(more));
      } else {
        found.put(more.substring(0, equals), Long.decode(more.substring(equals + 1)));
      }
    }
    Comparator<String> order =
        Comparator.<String>comparingInt(name -> section.hasBits() ? severalBits(found, name) : 0)
            .thenComparing(found::get)
            .thenComparing(name -> !section.matches("first", name))
            .thenComparing(Comparator.naturalOrder());
    text.append("\n# ").append(section.source).append(".\n").append(section.title).append('\n');
    found.keySet().stream()
        .sorted(order)
        .forEach(name ->
            text.append(name)
                .append(' ')
                .append(section.written(found.get(name)))
                .append(elsewhere(section, name))
                .append('\n'));
  }

  /** Names of several bits come before those of one. */
  private static int severalBits(Map<String, Long> found, String name) {
    return Long.bitCount(found.get(name)) > 1 && found.get(name) > 0xf ? 0 : 1;
  }

  private static String elsewhere(Section section, String name) {
    return section.of("aarch64").stream()
        .filter(word -> word.startsWith(name + "="))
        .map(word -> " aarch64" + word.substring(name.length()))
        .collect(Collectors.joining());
  }

  /** Writes the file anew. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("headers");
    Files.writeString(FILE, text(folder));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
