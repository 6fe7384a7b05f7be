package socketscope.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the application waits for one program that connects to it: an AF_UNIX socket in a folder
 * that no other user may enter. What is read and written waits for the connection; once it is
 * there, the socket and its folder go.
 */
final class ProgramChannel implements AutoCloseable {

  private final Path folder;
  private final Path path;
  private final ServerSocketChannel listener;
  private @Nullable SocketChannel connection;
  private volatile boolean closed;

  /**
   * Waits from now on.
   *
   * @throws IOException where there is no such socket now
   */
  ProgramChannel() throws IOException {
    folder = ExperimentFolder.create();
    path = folder.resolve("program");
    listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      listener.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** The path of the socket that the program is to connect to. */
  Path path() {
    return path;
  }

  private synchronized SocketChannel connection() throws IOException {
    SocketChannel known = connection;
    if (known == null) {
      known = listener.accept();
      connection = known;
      stopListening();
    }
    return known;
  }

  private synchronized void disconnect() throws IOException {
    if (connection != null) {
      connection.close();
    }
  }

  private void stopListening() throws IOException {
    listener.close();
    Files.deleteIfExists(path);
    Files.deleteIfExists(folder);
  }

  /** What the program writes. Closing it ends the connection. */
  InputStream input() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == 1 ? Byte.toUnsignedInt(one[0]) : -1;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return connection().read(ByteBuffer.wrap(bytes, from, length));
      }

      @Override
      public void close() throws IOException {
        disconnect();
      }
    };
  }

  /** What the program reads. Closing it ends that. */
  OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
        while (left.hasRemaining()) {
          connection().write(left);
        }
      }

      @Override
      public void close() throws IOException {
        connection().shutdownOutput();
      }
    };
  }

  /** Waits no more for one that has not connected; what a connected one has written can be read. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      stopListening();
    }
  }
}
