package socketscope.constant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link Value}s. */
final class ValueParser {

  private static final Pattern BLANKS = Pattern.compile("\\s*");
  private static final Pattern NAME = Pattern.compile("([A-Za-z_]\\w*)\\s*=\\s*");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** An address of IPv6 with a port starts as an array does; a call has a text in parentheses. */
  private static final Pattern WORD =
      Pattern.compile(
          "\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]:\\d+|\\w+\\([^()]*\\)|[^\\s,{}\\[\\]\"=|()]+");

  private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

  private final String text;
  private int at;

  ValueParser(String text) {
    this.text = text;
  }

  Value parse() throws ValueException {
    skip(BLANKS);
    Value value = value();
    skip(BLANKS);
    if (at < text.length()) {
      throw fault();
    }
    return value;
  }

  private Value value() throws ValueException {
    if (WORD.matcher(text).region(at, text.length()).lookingAt()) {
      return word();
    }
    Matcher quoted = QUOTED.matcher(text).region(at, text.length());
    if (quoted.lookingAt()) {
      return quoted(quoted);
    }
    if (passes('{')) {
      return new Value.Structure(fields());
    }
    if (passes('[')) {
      return new Value.Array(elements());
    }
    throw fault();
  }

  /** Words may be joined by bars, with blanks between. */
  private Value.Word word() throws ValueException {
    StringBuilder word = new StringBuilder();
    while (true) {
      Matcher part = WORD.matcher(text).region(at, text.length());
      if (!part.lookingAt()) {
        throw fault();
      }
      at = part.end();
      word.append(part.group());
      Matcher bar = BAR.matcher(text).region(at, text.length());
      if (!bar.lookingAt()) {
        return new Value.Word(word.toString());
      }
      at = bar.end();
      word.append('|');
    }
  }

  private Value.Text quoted(Matcher quoted) throws ValueException {
    try {
      Escapes.unescape(quoted.group(1));
    } catch (ValueException e) {
      throw e.within(quoted.start(1));
    }
    at = quoted.end();
    return new Value.Text(quoted.group(1));
  }

  private List<Value.Field> fields() throws ValueException {
    List<Value.Field> fields = new ArrayList<>();
    boolean more = !closes('}', true);
    while (more) {
      Matcher name = NAME.matcher(text).region(at, text.length());
      Optional<String> named = Optional.empty();
      if (name.lookingAt()) {
        named = Optional.of(name.group(1));
        at = name.end();
      }
      fields.add(new Value.Field(named, value()));
      more = !closes('}', false);
    }
    return fields;
  }

  private List<Value> elements() throws ValueException {
    List<Value> elements = new ArrayList<>();
    boolean more = !closes(']', true);
    while (more) {
      elements.add(value());
      more = !closes(']', false);
    }
    return elements;
  }

  /** Whether the end stands there; if not, a comma must, except before the first part. */
  private boolean closes(char end, boolean first) throws ValueException {
    skip(BLANKS);
    if (passes(end)) {
      return true;
    }
    if (!first && !passes(',')) {
      throw fault();
    }
    skip(BLANKS);
    return false;
  }

  private boolean passes(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void skip(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    at = matcher.lookingAt() ? matcher.end() : at;
  }

  private ValueException fault() {
    return new ValueException(ValueException.Reason.NOTATION, text.substring(at), at);
  }
}
