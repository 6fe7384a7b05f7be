package socketscope.ui;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for a display before JavaFX does, which would end with a stack trace. */
final class Display {

  private static final Pattern X_DISPLAY = Pattern.compile("(.*):([0-9]+)(\\.[0-9]+)?");
  private static final int X_PORT = 6000;
  private static final int PATIENCE_MILLIS = 2000;

  private Display() {}

  static boolean available() {
    return "Headless".equals(System.getProperty("glass.platform"))
        || !GraphicsEnvironment.isHeadless() && answers(System.getenv("DISPLAY"));
  }

  /**
   * Whether somebody answers at an X11 display (X(7), section DISPLAY NAMES). Systems without X11
   * name none.
   */
  static boolean answers(@Nullable String display) {
    if (display == null) {
      return true;
    }
    Matcher name = X_DISPLAY.matcher(display);
    if (!name.matches() || name.group(1).startsWith("/")) {
      return !display.isBlank();
    }
    String host = name.group(1);
    int number = Integer.parseInt(name.group(2));
    Path local = Path.of("/tmp/.X11-unix/X" + number);
    return (host.isEmpty() || host.equals("unix")) && Files.exists(local)
        ? connects(local)
        : connects(host.isEmpty() ? "localhost" : host, X_PORT + number);
  }

  private static boolean connects(Path socket) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean connects(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
