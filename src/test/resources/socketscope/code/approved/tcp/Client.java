// The program “client” of the experiment “A TCP conversation”.
//
//     javac Client.java
//     java Client

import java.io.*;
import java.net.*;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

final class Client {
    // Any free port will do, the same in all programs.
    static final int PORT = 25245;

    public static void main(String[] arguments) throws Exception {
        SocketChannel sock = SocketChannel.open(StandardProtocolFamily.INET);
        System.out.println("socket(AF_INET, SOCK_STREAM, 0) = sock");

        waitFor("Press Enter when server has printed listen(listener, 1)");

        sock.connect(new InetSocketAddress("127.0.0.1", PORT));
        System.out.println("connect(sock, 127.0.0.1:" + PORT + ") = 0");

        int count7 = sock.write(ByteBuffer.wrap("hola".getBytes(StandardCharsets.UTF_8)));
        System.out.println("send(sock, \"hola\", 0) = " + count7);

        ByteBuffer buffer10 = ByteBuffer.allocate(100);
        sock.read(buffer10);
        System.out.println("recv(sock, 100, 0) = " + quoted(buffer10));

        sock.close();
        System.out.println("close(sock) = 0");
    }

    // Prints bytes in quotes; those that are no printable ASCII in
    // hexadecimal.
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

    // Another program has to come first, and no call waits for it. So the
    // user tells when it is so far.
    static void waitFor(String what) throws IOException {
        System.err.print(what + " ");
        int key = System.in.read();
        while (key != '\n' && key != -1) {
            key = System.in.read();
        }
    }
}
