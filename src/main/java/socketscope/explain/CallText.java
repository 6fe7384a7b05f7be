package socketscope.explain;

import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.Result;

/**
 * A system call written as strace(1) writes it.
 *
 * <p>Two spellings: that of C, which keeps the names that programs use ({@code send(5, "hola", 4,
 * 0)}) and the constants as they were given, and strace's own, of the call that the kernel sees
 * ({@code sendto(5, "hola", 4, 0, NULL, 0)}).
 */
public final class CallText {

  /** Where strace puts the equals sign, unless the call is longer. */
  private static final int STRACE_COLUMN = 40;

  private CallText() {}

  /**
   * The call as C names it.
   *
   * @param result null while it has not returned; then the call ends with its parenthesis
   */
  public static String of(Call call, @Nullable Result result) {
    String text = new CSpelling(call, result).text();
    return result == null ? text : text + " = " + Outcome.inC(result);
  }

  /**
   * The call as strace 6 writes it on Linux. Where strace shows the address of a buffer in the
   * program's memory, which no event tells, this shows the buffer's name: {@code recvfrom(5, buf,
   * 100, 0, NULL, NULL)}.
   *
   * @param result null while it has not returned: strace writes {@code <unfinished ...>}
   */
  public static String straceLine(Call call, @Nullable Result result) {
    String text = new StraceSpelling(call, result).text();
    if (result == null) {
      return text.substring(0, text.length() - 1) + " <unfinished ...>";
    }
    String gap = " ".repeat(Math.max(1, STRACE_COLUMN - text.length()));
    return text + gap + "= " + Outcome.inStrace(call, result);
  }
}
