package socketscope.code;

import java.util.List;
import java.util.stream.Stream;
import socketscope.constant.Constants;
import socketscope.constant.ValueException;
import socketscope.constant.ValueForm;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function;

/**
 * What the value of an option is in C.
 *
 * @param variable the name of a C variable for it
 * @param type its type in C; empty where it is an array of char
 * @param fields the names of a structure's fields; none where it is no structure
 * @param width the bytes of each field, or of the int
 * @param size all of its bytes
 */
record OptionLayout(String variable, String type, List<String> fields, int width, int size) {

  static final OptionLayout INT = new OptionLayout("value", "int", List.of(), 4, 4);

  /** A name in characters. */
  static final OptionLayout NAME = new OptionLayout("option", "", List.of(), 1, 16);

  /** A structure that is not shown: it differs each time. */
  static final OptionLayout OPAQUE = new OptionLayout("option", "", List.of(), 1, 232);

  private static final OptionLayout LINGER =
      new OptionLayout("linger", "struct linger", List.of("l_onoff", "l_linger"), 4, 8);

  private static final OptionLayout TIME =
      new OptionLayout("time", "struct timeval", List.of("tv_sec", "tv_usec"), 8, 16);

  boolean isStructure() {
    return !fields.isEmpty();
  }

  /** What the call is answered with, or given, by the option's name and by what came back. */
  static OptionLayout of(Step step) {
    OptionLayout form = named(step);
    Argument written = step.result() == null ? null : step.result().written();
    boolean whole =
        form.isStructure()
            ? written instanceof Argument.Structure
            : form.equals(NAME) || written instanceof Argument.Number;
    return step.is(Function.GETSOCKOPT) && written != null && step.given(3) != null && !whole
        ? OPAQUE
        : form;
  }

  private static OptionLayout named(Step step) {
    if (!step.is(Function.GETSOCKOPT, Function.SETSOCKOPT)) {
      return INT;
    }
    if (step.call().is("level", "SOL_SOCKET")) {
      return isOne(step, "SO_LINGER")
          ? LINGER
          : isOne(step, "SO_RCVTIMEO", "SO_SNDTIMEO")
              ? TIME
              : isOne(step, "SO_BINDTODEVICE")
                  ? NAME
                  : isOne(step, "SO_PEERCRED", "SO_MEMINFO", "SO_COOKIE") ? OPAQUE : INT;
    }
    boolean tcp = step.call().is("level", "IPPROTO_TCP");
    return tcp && isOne(step, "TCP_CONGESTION")
        ? NAME
        : tcp && isOne(step, "TCP_INFO") ? OPAQUE : INT;
  }

  private static boolean isOne(Step step, String... names) {
    return Stream.of(names).anyMatch(name -> step.call().is("optname", name));
  }

  /** The bytes that the call is told that a value has which is not there. */
  static int usualSize(Step step) {
    boolean socket = step.call().is("level", "SOL_SOCKET");
    return socket && isOne(step, "SO_PEERCRED")
        ? 12
        : socket && isOne(step, "SO_MEMINFO")
            ? 36
            : socket && isOne(step, "SO_COOKIE") ? 8 : named(step).size();
  }

  /** Whether a value is such a structure as this is. */
  boolean fits(Argument value) {
    return isStructure()
        && value instanceof Argument.Structure structure
        && structure.fields().size() == fields.size();
  }

  /** A value that an option is given, as it lies in memory. */
  static Bytes bytes(Step step, Argument value) {
    if (value instanceof Argument.Data(Bytes bytes)) {
      return bytes;
    }
    long level = step.call().constant("level").orElseThrow().number();
    long option = step.call().constant("optname").orElseThrow().number();
    try {
      ValueForm form = Constants.linux().optionForm(level, option);
      return Bytes.copyOf(form.encode(value.asValue()).bytes());
    } catch (ValueException e) {
      throw new IllegalArgumentException(step.call().toString(), e);
    }
  }
}
