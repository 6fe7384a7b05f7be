// The program “server” of the experiment “A TCP conversation”.
//
//     java Server.java

import java.io.*;
import java.net.*;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

final class Server {
    // Any free port will do, the same in all programs.
    static final int PORT = 25245;

    public static void main(String[] arguments) throws IOException {
        // Java sets SO_REUSEADDR on such a socket by itself.
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.INET);
        System.out.println("socket(AF_INET, SOCK_STREAM, 0) = listener");

        // Java binds and listens in one: this is bind() and listen().
        listener.bind(new InetSocketAddress("127.0.0.1", PORT), 1);
        System.out.println("bind(listener, 127.0.0.1:" + PORT + ") = 0");

        // Java has listened since bind().
        System.out.println("listen(listener, 1) = 0");

        // Sleeps here until something comes.
        SocketChannel connection = listener.accept();
        System.out.println("accept(listener) = connection from " + addressText(connection.getRemoteAddress()));

        ByteBuffer buffer = ByteBuffer.allocate(100);
        connection.read(buffer);
        System.out.println("recv(connection, 100, 0) = " + quoted(buffer));

        int count = connection.write(text("¡hola!"));
        System.out.println("send(connection, \"\\xc2\\xa1hola!\", 0) = " + count);

        ByteBuffer buffer2 = ByteBuffer.allocate(100);
        connection.read(buffer2);
        System.out.println("recv(connection, 100, 0) = " + quoted(buffer2));

        connection.close();
        System.out.println("close(connection) = 0");

        listener.close();
        System.out.println("close(listener) = 0");
    }

    // Prints bytes in quotes; those that are no printable ASCII in hexadecimal.
    static String quoted(ByteBuffer buffer) {
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length && i < 32; i++) {
            text.append(switch (bytes[i]) {
                case '\n' -> "\\n";
                case '\t' -> "\\t";
                case '\r' -> "\\r";
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                default -> bytes[i] >= ' ' && bytes[i] < 127
                    ? Character.toString(bytes[i])
                    : String.format("\\x%02x", bytes[i]);
            });
        }
        return bytes.length + " \"" + text + (bytes.length > 32 ? "\"..." : "\"");
    }

    // The address as text, such as 127.0.0.1:5000.
    static String addressText(SocketAddress address) {
        InetSocketAddress inet = (InetSocketAddress) address;
        String host = inet.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + shortened(host) + "]" : host) + ":" + inet.getPort();
    }

    static String shortened(String host) {
        return host.equals("0:0:0:0:0:0:0:1") ? "::1" : host.equals("0:0:0:0:0:0:0:0") ? "::" : host;
    }

    // Memory for the kernel to read or to write.
    static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
