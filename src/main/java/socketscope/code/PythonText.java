package socketscope.code;

/** The functions of a Python program besides its calls, as they always are. */
final class PythonText {

  static final String QUOTED =
      """
      def quoted(data):
          escapes = {10: "\\\\n", 9: "\\\\t", 13: "\\\\r", 34: '\\\\"', 92: "\\\\\\\\"}
          text = ""
          for byte in data[:32]:
              if byte in escapes:
                  text += escapes[byte]
              else:
                  text += chr(byte) if 32 <= byte < 127 else f"\\\\x{byte:02x}"
          return f'"{text}"' + ("..." if len(data) > 32 else "")
      """;

  static final String ADDRESS_TEXT =
      """
      def address_text(address):
          host, port = address[:2]
          return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
      """;

  /** What stands in the place of its first line in a program with local sockets. */
  static final String OR_UNIX =
      """
      def address_text(address):
          if isinstance(address, (str, bytes)):
              return unix_text(os.fsencode(address))
      """;

  static final String UNIX_TEXT =
      """
      def unix_text(path):
          hidden = path.startswith(b"\\0")
          text = "unix:@" if hidden else "unix:"
          for char in path[1 if hidden else 0:].decode(errors="replace"):
              plain = ord(char) > 127 or char.isalnum() or char in "._/+-@~^"
              text += char if plain else f"\\\\x{ord(char):02x}"
          return text
      """;

  static final String POLLED =
      """
      def polled(ready):
          found = []
          for number, events in ready:
              names = [name for name in dir(select) if name.startswith("POLL")]
              names.sort(key=lambda name: getattr(select, name))
              told = "|".join(name for name in names if events & getattr(select, name))
              found.append(f"{{{number}, {told}}}")
          return " [" + ", ".join(found) + "]" if found else ""
      """;

  static final String ERROR_NAME =
      """
      def error_name(error):
          if error.errno == errno.EOPNOTSUPP:
              return "EOPNOTSUPP"
          return errno.errorcode[error.errno]
      """;

  static final String LIBC =
      """
      libc = ctypes.CDLL(None, use_errno=True)

      def check(result):
          if result == -1:
              raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
          return result
      """;

  static final String BAD =
      """
      BAD = ctypes.c_void_p(1)
      """;

  static final String SOCKADDR =
      """
      def sockaddr(host, port):
          if ":" in host:
              family = struct.pack("=H", socket.AF_INET6)
              number = socket.inet_pton(socket.AF_INET6, host)
              return family + struct.pack("!HI16sI", port, 0, number, 0)
          family = struct.pack("=H", socket.AF_INET)
          return family + struct.pack("!H4s8x", port, socket.inet_aton(host))
      """;

  static final String ADDRESS_OF =
      """
      def address_of(room):
          (family,) = struct.unpack_from("=H", room)
          if family == socket.AF_INET:
              port, number = struct.unpack_from("!H4s", room, 2)
              return socket.inet_ntoa(number), port
          if family == socket.AF_INET6:
              port, _, number = struct.unpack_from("!HI16s", room, 2)
              return socket.inet_ntop(family, number), port
          path = room.raw[2:110].rstrip(b"\\0")
          return path if path.startswith(b"\\0") else path.split(b"\\0")[0]
      """;

  static final String ASK_FOR =
      """
      def ask_for(what):
          print(what, end=" ", file=sys.stderr, flush=True)
          return int(sys.stdin.readline())
      """;

  static final String WAIT_FOR =
      """
      def wait_for(what):
          print(what, end=" ", file=sys.stderr, flush=True)
          sys.stdin.readline()
      """;

  private PythonText() {}
}
