package socketscope.packet;

import java.util.HexFormat;
import java.util.stream.Collectors;
import socketscope.event.Bytes;

/** The value of an option as people read it. */
final class TcpOptionText {

  private TcpOptionText() {}

  static String of(TcpOption option) {
    return switch (option) {
      case TcpOption.EndOfOptionList _, TcpOption.NoOperation _, TcpOption.SackPermitted _ -> "";
      case TcpOption.MaximumSegmentSize(int bytes) -> Integer.toString(bytes);
      case TcpOption.WindowScale scale -> scale.shift() + " (× " + scale.factor() + ")";
      case TcpOption.Sack(var blocks) ->
          blocks.stream().map(b -> b.left() + "–" + b.right()).collect(Collectors.joining(", "));
      case TcpOption.Timestamps(long value, long echo) -> "TSval " + value + ", TSecr " + echo;
      case TcpOption.FastOpen(Bytes cookie, boolean _) -> hex(cookie);
      case TcpOption.Md5Signature(Bytes digest) -> hex(digest);
      case TcpOption.Authentication(int key, int next, Bytes code) ->
          "KeyID " + key + ", RNextKeyID " + next + ", MAC " + hex(code);
      case TcpOption.Unknown(int _, Bytes data) -> hex(data);
      case TcpOption.BadLength _ -> "";
    };
  }

  private static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toArray());
  }
}
