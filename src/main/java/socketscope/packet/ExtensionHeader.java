package socketscope.packet;

/**
 * An extension header of IPv6, RFC 8200, section 4.
 *
 * @param type its number in the Next Header field before it
 * @param nextHeader the number of what follows
 */
public record ExtensionHeader(int type, int nextHeader, Field field) {

  /** What its standard calls it. */
  public String name() {
    return Protocols.name(type);
  }
}
