// The program “server” of the experiment “A UDP exchange”.
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
    static final int PORT_2 = 26097;

    public static void main(String[] arguments) throws IOException {
        DatagramChannel sock = DatagramChannel.open(StandardProtocolFamily.INET);
        System.out.println("socket(AF_INET, SOCK_DGRAM, 0) = sock");

        sock.bind(new InetSocketAddress("127.0.0.1", PORT_2));
        System.out.println("bind(sock, 127.0.0.1:" + PORT_2 + ") = 0");

        // Sleeps here until something comes.
        ByteBuffer buffer = ByteBuffer.allocate(100);
        SocketAddress peer = sock.receive(buffer);
        System.out.println("recvfrom(sock, 100, 0) = " + quoted(buffer) + " from " + addressText(peer));

        int count = sock.send(text("pong"), peer);
        System.out.println("sendto(sock, \"pong\", 0, " + addressText(peer) + ") = " + count);

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
}
