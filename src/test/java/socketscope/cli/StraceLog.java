package socketscope.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What strace wrote with -f: the calls of each thread, in order, one line each. */
public record StraceLog(Map<Long, List<String>> callsByThread) {

  private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
  private static final String UNFINISHED = " <unfinished ...>";
  private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");

  /** Reads those lines of it. */
  public static StraceLog of(List<String> lines) {
    Map<Long, List<String>> calls = new LinkedHashMap<>();
    Map<Long, String> begun = new HashMap<>();
    for (String line : lines) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        continue;
      }
      long thread = Long.parseLong(parts.group(1));
      String text = parts.group(2);
      Matcher resumed = RESUMED.matcher(text);
      if (text.endsWith(UNFINISHED)) {
        begun.put(thread, text.substring(0, text.length() - UNFINISHED.length()));
      } else if (resumed.matches()) {
        String beginning = begun.remove(thread);
        if (beginning != null) {
          add(calls, thread, beginning + resumed.group(1));
        }
      } else if (text.startsWith("--- stopped by ")) {
        // The kernel makes the call again once the program goes on; the program does not know.
        List<String> made = calls.getOrDefault(thread, List.of());
        if (!made.isEmpty() && made.getLast().contains(" = ? ERESTART")) {
          made.removeLast();
        }
      } else if (!text.startsWith("+++") && !text.startsWith("---") && !ofNobody(text)) {
        add(calls, thread, text);
      }
    }
    return new StraceLog(calls);
  }

  /** The rest of a call whose beginning strace had not seen, since its thread was ended. */
  private static boolean ofNobody(String text) {
    return text.startsWith("<... ??? resumed>");
  }

  private static void add(Map<Long, List<String>> calls, long thread, String call) {
    calls.computeIfAbsent(thread, _ -> new ArrayList<>()).add(call);
  }

  List<String> of(long thread) {
    return callsByThread.getOrDefault(thread, List.of());
  }
}
