package socketscope.code;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The source of one of the experiment's processes.
 *
 * @param name the program's name in the experiment, such as {@code client2}
 * @param language what it is written in
 * @param fileName the file that it belongs in; Java wants just this one
 * @param lines the source
 * @param results what it prints on its standard output, line by line, if the kernel answers as it
 *     did in the experiment. Descriptors stand there by the names of their variables, and ports
 *     that the kernel chose are the experiment's
 * @param waits where it waits for its user to press Enter, in order
 */
public record Program(
    String name,
    ProgramLanguage language,
    String fileName,
    List<Line> lines,
    List<String> results,
    List<Wait> waits) {

  /** The number of no call. */
  public static final long NO_CALL = -1;

  /** An empty line. */
  static final Line BLANK = new Line("", Set.of());

  /**
   * A line of the source.
   *
   * @param text without its end
   * @param calls the calls that it stands for: none, one, or in the loop of a server many
   */
  public record Line(String text, Set<Long> calls) {
    /** Keeps a copy. */
    public Line {
      calls = Set.copyOf(calls);
    }
  }

  /**
   * The program goes on when its user has seen that other programs are so far.
   *
   * @param others all of them are waited for; empty: until everything else has been done
   * @param asks whether the user types the port that the one of them has printed
   */
  public record Wait(List<Point> others, boolean asks) {
    /** Keeps a copy. */
    public Wait {
      others = List.copyOf(others);
    }
  }

  /**
   * How far another program is.
   *
   * @param program its name
   * @param call the beginning of the lines that tell of a call, as in {@link Program#results};
   *     {@link #END} for the program's end
   * @param times how many such lines it has printed
   */
  public record Point(String program, String call, int times) {
    /** Stands for the program's end. */
    public static final String END = "";
  }

  /** Keeps copies. */
  public Program {
    lines = List.copyOf(lines);
    results = List.copyOf(results);
    waits = List.copyOf(waits);
  }

  /** The whole file. */
  public String source() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
  }

  /** The numbers of the lines, from 0, that stand for that call. */
  public List<Integer> linesOf(long callId) {
    return IntStream.range(0, lines.size())
        .filter(number -> lines.get(number).calls().contains(callId))
        .boxed()
        .toList();
  }
}
