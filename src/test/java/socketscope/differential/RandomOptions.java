package socketscope.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import socketscope.constant.Constants;

/** Options that a socket may be given: all of this system that the product calls harmless. */
final class RandomOptions {

  /**
   * What would keep packets back for longer than an experiment lasts, or names a device, or whose
   * values strace calls by words of its own.
   */
  private static final Set<String> NOT_THESE =
      Set.of(
          "SO_BINDTODEVICE",
          "SO_BINDTOIFINDEX",
          "SO_MAX_PACING_RATE",
          "SO_TXTIME",
          "SO_TXREHASH",
          "SO_TIMESTAMP_NEW",
          "SO_TIMESTAMPNS_NEW",
          "SO_TIMESTAMPING_NEW",
          "ICMP_FILTER",
          "TCP_TX_DELAY",
          "TCP_USER_TIMEOUT",
          "TCP_KEEPIDLE",
          "TCP_KEEPINTVL");

  private static final List<Option> ALL = read();

  private RandomOptions() {}

  private record Option(String level, String name) {
    boolean isInt() {
      Constants here = Constants.local();
      return here.optionForm(here.number(level).orElseThrow(), here.number(name).orElseThrow())
          .typeInC()
          .equals("int");
    }
  }

  private static List<Option> read() {
    List<Option> options = new ArrayList<>();
    String file = "/socketscope/kernel/harmless.txt";
    try (InputStream lines = RandomOptions.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(one -> one.startsWith("option ")).toList()) {
        List<String> words = Arrays.asList(line.split(" +"));
        words.subList(2, words.size()).stream()
            .filter(name -> !NOT_THESE.contains(name))
            .filter(name -> known(words.get(1)) && known(name))
            .forEach(name -> options.add(new Option(words.get(1), name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(options);
  }

  private static boolean known(String name) {
    return Constants.local().number(name).isPresent();
  }

  /** The level and the name of one of them. */
  static String any(Random random) {
    Option option = ALL.get(random.nextInt(ALL.size()));
    return option.level + ", " + option.name;
  }

  /** One of them with a value that it may take, or not. */
  static String set(Random random) {
    Option option = ALL.get(random.nextInt(ALL.size()));
    String value =
        option.isInt() || random.nextInt(3) == 0
            ? switch (random.nextInt(6)) {
              case 0, 1 -> "0";
              case 2, 3 -> "1";
              case 4 -> "-1";
              default -> "" + random.nextInt(70_000);
            }
            : random.nextBoolean() ? "hex:00 * " + (1 + random.nextInt(24)) : "\"reno\"";
    return option.level + ", " + option.name + ", " + value;
  }
}
