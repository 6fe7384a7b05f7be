// The program “client” of the experiment “A UDP exchange”.
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
    static final int PORT_1 = 23977;
    static final int PORT_2 = 26097;

    public static void main(String[] arguments) throws IOException {
        DatagramChannel sock = DatagramChannel.open(StandardProtocolFamily.INET);
        System.out.println("socket(AF_INET, SOCK_DGRAM, 0) = sock");

        sock.bind(new InetSocketAddress("127.0.0.1", PORT_1));
        System.out.println("bind(sock, 127.0.0.1:" + PORT_1 + ") = 0");

        waitFor("Press Enter when server has printed bind(sock, 127.0.0.1:26097)");

        int count = sock.send(text("ping"), new InetSocketAddress("127.0.0.1", PORT_2));
        System.out.println("sendto(sock, \"ping\", 0, 127.0.0.1:" + PORT_2 + ") = " + count);

        ByteBuffer buffer = ByteBuffer.allocate(100);
        SocketAddress told = sock.receive(buffer);
        System.out.println("recvfrom(sock, 100, 0) = " + quoted(buffer) + " from " + addressText(told));

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
