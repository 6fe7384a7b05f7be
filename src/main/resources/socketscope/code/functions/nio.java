//: quoted BYTES
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

//: addressText ADDRESS_TEXT
static String addressText(SocketAddress address) {
    InetSocketAddress inet = (InetSocketAddress) address;
    String host = inet.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + shortened(host) + "]" : host) + ":" + inet.getPort();
}

static String shortened(String host) {
    return host.equals("0:0:0:0:0:0:0:1") ? "::1" : host.equals("0:0:0:0:0:0:0:0") ? "::" : host;
}

//: text MEMORY
static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
}

//: hex MEMORY
static ByteBuffer hex(String digits) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(digits));
}

//: repeated FILL
static ByteBuffer repeated(ByteBuffer pattern, int length) {
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
        data[i] = pattern.get(i % pattern.limit());
    }
    return ByteBuffer.wrap(data);
}

//: askFor ASK_FOR
static int askFor(String what) throws IOException {
    return Integer.parseInt(waitFor(what).strip());
}

//: waitFor WAIT_FOR
static String waitFor(String what) throws IOException {
    System.err.print(what + " ");
    StringBuilder line = new StringBuilder();
    for (int key = System.in.read(); key != '\n' && key != -1; key = System.in.read()) {
        line.append((char) key);
    }
    return line.toString();
}

//: echo ECHO
static void echo(SocketChannel connection) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(1024);
    while (connection.read(piece) > 0) { //@recv
        System.out.println("recv(connection, 1024, 0) = " + quoted(piece)); //@recv
        String data = quoted(piece).substring(quoted(piece).indexOf('"')); //@send
        int sent = connection.write(piece.flip()); //@send
        System.out.println("send(connection, " + data + ", MSG_NOSIGNAL) = " + sent); //@send
        piece.clear();
    }
    System.out.println("recv(connection, 1024, 0) = 0 \"\""); //@recv
    connection.close(); //@close
    System.out.println("close(connection) = 0"); //@close
}

//: serveOneAtATime SERVE_ONE_AT_A_TIME
static void serveOneAtATime(ServerSocketChannel listener) {
    try {
        while (true) {
            SocketChannel connection = listener.accept(); //@accept
            System.out.println("accept(listener) = connection from " //@accept
                + addressText(connection.getRemoteAddress())); //@accept
            echo(connection);
        }
    } catch (IOException fault) {
        throw new UncheckedIOException(fault);
    }
}

//: serveThreadEach SERVE_THREAD_EACH
static void serveThreadEach(ServerSocketChannel listener) {
    try {
        while (true) {
            SocketChannel connection = listener.accept(); //@accept
            System.out.println("accept(listener) = connection from " //@accept
                + addressText(connection.getRemoteAddress())); //@accept
            Thread.ofPlatform().daemon().start(() -> echoAlone(connection));
        }
    } catch (IOException fault) {
        throw new UncheckedIOException(fault);
    }
}

//: echoAlone ECHO
static void echoAlone(SocketChannel connection) {
    try {
        echo(connection);
    } catch (IOException fault) {
        throw new UncheckedIOException(fault);
    }
}
