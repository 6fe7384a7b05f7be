// The program “client” of the experiment “A TCP conversation”.
//
//     java Client.java

import java.io.*;
import java.net.*;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

final class Client {
    // Any free port will do, the same in all programs.
    static final int PORT = 25245;

    public static void main(String[] arguments) throws IOException {
        SocketChannel sock = SocketChannel.open(StandardProtocolFamily.INET);
        System.out.println("socket(AF_INET, SOCK_STREAM, 0) = sock");

        waitFor("Press Enter when server has printed listen(listener, 1)");

        sock.connect(new InetSocketAddress("127.0.0.1", PORT));
        System.out.println("connect(sock, 127.0.0.1:" + PORT + ") = 0");

        int count = sock.write(text("hola"));
        System.out.println("send(sock, \"hola\", 0) = " + count);

        ByteBuffer buffer = ByteBuffer.allocate(100);
        sock.read(buffer);
        System.out.println("recv(sock, 100, 0) = " + quoted(buffer));

        sock.close();
        System.out.println("close(sock) = 0");
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

    // Memory for the kernel to read or to write.
    static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    // Another program has to come first, and no call waits for it. So the user
    // tells when it is so far.
    static String waitFor(String what) throws IOException {
        System.err.print(what + " ");
        StringBuilder line = new StringBuilder();
        for (int key = System.in.read(); key != '\n' && key != -1; key = System.in.read()) {
            line.append((char) key);
        }
        return line.toString();
    }
}
