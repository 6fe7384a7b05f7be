package socketscope.constant;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** struct in_addr or struct in6_addr. */
final class HostForm extends ValueForm {

  /** As strace(1) writes an address of IPv4. */
  private static final Pattern CALL = Pattern.compile("inet_addr\\(\"(.*)\"\\)");

  private final Constants system;
  private final int size;

  HostForm(Constants system, int size) {
    this.system = system;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String usage() {
    return size == Integer.BYTES ? "127.0.0.1" : "::1";
  }

  @Override
  int alignment() {
    return Integer.BYTES;
  }

  @Override
  Constants system() {
    return system;
  }

  /** A number stands for itself, in the machine's order: INADDR_ANY is 0. */
  @Override
  int put(Value value, Image image, int at) throws ValueException {
    if (!(value instanceof Value.Word(String text))) {
      throw new ValueException(ValueException.Reason.FORM, value.toString(), 0);
    }
    OptionalLong number = system.resolve(text);
    if (number.isPresent()) {
      image.put(at, number.getAsLong(), Integer.BYTES);
      return at + (size == Integer.BYTES ? size : Integer.BYTES);
    }
    Matcher call = CALL.matcher(text);
    byte[] address = HostAddress.parse(call.matches() ? call.group(1) : text);
    if (address.length != size) {
      throw new ValueException(ValueException.Reason.ADDRESS, text, 0);
    }
    return image.put(at, address);
  }

  @Override
  Value get(ByteBuffer bytes, List<byte[]> pointed) {
    return new Value.Word(HostAddress.text(all(bytes)));
  }
}
