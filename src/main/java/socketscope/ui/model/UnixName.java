package socketscope.ui.model;

/** What kind of name a socket of AF_UNIX is given (unix(7)). */
public enum UnixName {
  /** A file, which stays when the socket is closed. */
  PATH("unix:"),
  /** A name without a file, which goes with the socket. Linux only. */
  ABSTRACT("unix:@");

  private final String prefix;

  UnixName(String prefix) {
    this.prefix = prefix;
  }

  /** An address with that name, as it is written: {@code unix:server}, {@code unix:@server}. */
  public String address(String name) {
    return prefix + name;
  }
}
