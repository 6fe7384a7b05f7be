//: call JAVA_CALL
static int call(String function, Object... arguments) {
    List<MemoryLayout> types = new ArrayList<>();
    for (Object argument : arguments) {
        types.add(argument instanceof Integer ? ValueLayout.JAVA_INT
            : argument instanceof Long ? ValueLayout.JAVA_LONG : ValueLayout.ADDRESS);
    }
    Linker linker = Linker.nativeLinker();
    @SuppressWarnings("restricted")
    MethodHandle handle = linker.downcallHandle(
        linker.defaultLookup().findOrThrow(function),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, types.toArray(MemoryLayout[]::new)),
        Linker.Option.captureCallState("errno"));
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addFirst(ERRNO.get());
    try {
        return (int) handle.invokeWithArguments(all);
    } catch (Throwable fault) {
        throw new IllegalStateException(fault);
    }
}

//: ERRNO JAVA_ERRNO
static final ThreadLocal<MemorySegment> ERRNO = ThreadLocal.withInitial(() -> room(4));

//: BAD POINTERS
static final MemorySegment BAD = MemorySegment.ofAddress(1);

//: room MEMORY
static MemorySegment room(long size) {
    return Arena.global().allocate(size, 8);
}

//: memory MEMORY
static MemorySegment memory(byte[] bytes) {
    return Arena.global().allocateFrom(ValueLayout.JAVA_BYTE, bytes);
}

//: ints MEMORY
static MemorySegment ints(int... values) {
    return Arena.global().allocateFrom(ValueLayout.JAVA_INT, values);
}

//: longs MEMORY
static MemorySegment longs(long... values) {
    return Arena.global().allocateFrom(ValueLayout.JAVA_LONG, values);
}

//: padded MEMORY
static MemorySegment padded(MemorySegment bytes, long size) {
    return room(size).copyFrom(bytes);
}

//: text MEMORY
static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
}

//: hex MEMORY
static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
}

//: repeated FILL
static byte[] repeated(byte[] pattern, int length) {
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
        data[i] = pattern[i % pattern.length];
    }
    return data;
}

//: intAt ANSWERS
static int intAt(MemorySegment memory, long at) {
    return memory.get(ValueLayout.JAVA_INT_UNALIGNED, at);
}

//: longAt ANSWERS
static long longAt(MemorySegment memory, long at) {
    return memory.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
}

//: ipv4 MAKE_ADDRESS
static MemorySegment ipv4(String host, int port) {
    MemorySegment address = room(16);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) 2); // AF_INET
    setPort(address, port);
    address.asSlice(4).copyFrom(MemorySegment.ofArray(number(host)));
    return address;
}

//: ipv6 MAKE_ADDRESS
static MemorySegment ipv6(String host, int port) {
    MemorySegment address = room(28);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) 10); // AF_INET6
    setPort(address, port);
    byte[] number = number(host);
    int at = number.length == 4 ? 20 : 8;
    if (number.length == 4) {
        // Java shortens ::ffff:127.0.0.1.
        address.set(ValueLayout.JAVA_SHORT, 18, (short) -1);
    }
    address.asSlice(at).copyFrom(MemorySegment.ofArray(number));
    return address;
}

//: setPort MAKE_ADDRESS
static void setPort(MemorySegment address, int port) {
    address.set(ValueLayout.JAVA_BYTE, 2, (byte) (port >> 8));
    address.set(ValueLayout.JAVA_BYTE, 3, (byte) port);
}

//: number MAKE_ADDRESS
static byte[] number(String host) {
    return InetAddress.ofLiteral(host).getAddress();
}

//: ofFamily MAKE_OTHER
static MemorySegment ofFamily(int family, byte[] bytes) {
    MemorySegment address = room(2 + bytes.length);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) family);
    address.asSlice(2).copyFrom(MemorySegment.ofArray(bytes));
    return address;
}

//: bytesAt ANSWERS
static byte[] bytesAt(MemorySegment memory, long at, long size) {
    return memory.asSlice(at, size).toArray(ValueLayout.JAVA_BYTE);
}

//: unixText UNIX_TEXT
static String unixText(byte[] path) {
    int end = path.length;
    while (end > 0 && path[end - 1] == 0) {
        end--;
    }
    boolean hidden = end > 0 && path[0] == 0;
    StringBuilder text = new StringBuilder(hidden ? "unix:@" : "unix:");
    for (int i = hidden ? 1 : 0; i < end && (hidden || path[i] != 0); i++) {
        boolean plain = Character.isLetterOrDigit(path[i]) || "._/+-@~^".indexOf(path[i]) >= 0;
        text.append(plain ? Character.toString(path[i]) : String.format("\\x%02x", path[i]));
    }
    return text.toString();
}

//: addressText ADDRESS_TEXT
static String addressText(MemorySegment address) {
    int family = address.get(ValueLayout.JAVA_SHORT, 0);
    int port = (address.get(ValueLayout.JAVA_BYTE, 2) & 255) << 8
        | address.get(ValueLayout.JAVA_BYTE, 3) & 255;
    if (family == 1) { // AF_UNIX //?unix
        return unixText(bytesAt(address, 2, 108)); //?unix
    } //?unix
    if (family != 10) { // AF_INET6
        return fourText(bytesAt(address, 4, 4)) + ":" + port;
    }
    return "[" + sixText(bytesAt(address, 8, 16)) + "]:" + port;
}

//: fourText ADDRESS_TEXT
static String fourText(byte[] four) {
    return (four[0] & 255) + "." + (four[1] & 255) + "." + (four[2] & 255) + "."
        + (four[3] & 255);
}

//: sixText ADDRESS_TEXT
static String sixText(byte[] number) {
    try {
        String text = InetAddress.getByAddress(number).getHostAddress();
        return text.contains(".")
            ? "::ffff:" + text
            : text.replaceAll("((?:^|:)0)+(?=:|$)", ":").replaceAll("^:$|:{2,}", "::");
    } catch (UnknownHostException fault) {
        throw new IllegalStateException(fault);
    }
}

//: fromText ADDRESS_TEXT
static String fromText(MemorySegment address, MemorySegment length) {
    return intAt(length, 0) > 0 ? " from " + addressText(address) : "";
}

//: quoted BYTES
static String quoted(MemorySegment memory, int count) {
    byte[] bytes = bytesAt(memory, 0, Math.clamp(count, 0, (int) memory.byteSize()));
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
    return "\"" + text + (bytes.length > 32 ? "\"..." : "\"");
}

//: packed STRUCTURES
static MemorySegment packed(long... valuesAndSizes) {
    MemorySegment structure = room(8 * valuesAndSizes.length);
    int end = 0;
    for (int i = 0; i < valuesAndSizes.length; i += 2) {
        for (int k = 0; k < valuesAndSizes[i + 1]; k++) {
            structure.set(ValueLayout.JAVA_BYTE, end++, (byte) (valuesAndSizes[i] >> 8 * k));
        }
    }
    return structure.asSlice(0, end);
}

//: fdSet SETS
static MemorySegment fdSet(int... members) {
    MemorySegment set = room(128);
    for (int member : members) {
        byte bits = set.get(ValueLayout.JAVA_BYTE, member / 8);
        set.set(ValueLayout.JAVA_BYTE, member / 8, (byte) (bits | 1 << member % 8));
    }
    return set;
}

//: flagsText FLAGS
static String flagsText(String beginning, int value) {
    List<String> told = new ArrayList<>();
    if ((value & ${flag}) != 0) told.add("${name}"); //?flag
    told.removeIf(name -> !name.startsWith(beginning));
    return String.join("|", told);
}

//: putControl MESSAGES
static void putControl(MemorySegment control, int level, int type, long length, int... data) {
    control.set(ValueLayout.JAVA_LONG, 0, 16 + length);
    control.set(ValueLayout.JAVA_INT, 8, level);
    control.set(ValueLayout.JAVA_INT, 12, type);
    MemorySegment.copy(data, 0, control, ValueLayout.JAVA_INT, 16, data.length);
}

//: controlText MESSAGES_TOLD
static String controlText(int level, int type, MemorySegment data) {
    String name = "?";
    if (level == ${level} && type == ${type}) name = "${name}"; //?control
    String says = data.byteSize() == 4 ? ", " + intAt(data, 0)
        : data.byteSize() == 1 ? ", " + (bytesAt(data, 0, 1)[0] & 255) : "";
    if (level == SOL_SOCKET && type == SCM_RIGHTS) { //?SCM_RIGHTS
        says = ", " + Arrays.toString(data.toArray(ValueLayout.JAVA_INT)); //?SCM_RIGHTS
    } //?SCM_RIGHTS
    if (level == SOL_IP && type == IP_PKTINFO) { //?IP_PKTINFO
        says = ", {ipi_ifindex=" + intAt(data, 0) + ", ipi_spec_dst=" + fourText(bytesAt(data, 4, 4)) //?IP_PKTINFO
            + ", ipi_addr=" + fourText(bytesAt(data, 8, 4)) + "}"; //?IP_PKTINFO
    } //?IP_PKTINFO
    if (level == SOL_IPV6 && type == IPV6_PKTINFO) { //?IPV6_PKTINFO
        says = ", {ipi6_addr=" + sixText(bytesAt(data, 0, 16)) //?IPV6_PKTINFO
            + ", ipi6_ifindex=" + intAt(data, 16) + "}"; //?IPV6_PKTINFO
    } //?IPV6_PKTINFO
    return "{" + name + says + "}";
}

//: messageText MESSAGES_TOLD
static String messageText(MemorySegment message, MemorySegment control) {
    List<String> told = new ArrayList<>();
    int flags = intAt(message, 48);
    if (flags != 0) {
        told.add("msg_flags=" + flagsText("MSG", flags));
    }
    List<String> controls = new ArrayList<>();
    long at = 0;
    while (at + 16 <= longAt(message, 40) && longAt(control, at) >= 16) {
        long length = longAt(control, at);
        controls.add(controlText(intAt(control, at + 8), intAt(control, at + 12),
            control.asSlice(at + 16, length - 16)));
        at += (length + 7) / 8 * 8;
    }
    if (!controls.isEmpty()) {
        told.add("msg_control=[" + String.join(", ", controls) + "]");
    }
    return listed(told, "{", "}");
}

//: listed POLLED
static String listed(List<String> found, String begin, String end) {
    return found.isEmpty() ? "" : " " + begin + String.join(", ", found) + end;
}

//: polled POLLED
static String polled(MemorySegment watched) {
    List<String> found = new ArrayList<>();
    for (int at = 0; at < watched.byteSize(); at += 8) {
        int events = watched.get(ValueLayout.JAVA_SHORT, at + 6);
        if (events != 0) {
            found.add("{" + intAt(watched, at) + ", " + flagsText("POLL", events) + "}");
        }
    }
    return listed(found, "[", "]");
}

//: selected POLLED
static String selected(MemorySegment... sets) {
    String[] names = { "readfds", "writefds", "exceptfds" };
    List<String> found = new ArrayList<>();
    for (int i = 0; i < sets.length; i++) {
        List<String> members = new ArrayList<>();
        for (int fd = 0; fd < sets[i].byteSize() * 8; fd++) {
            if ((sets[i].get(ValueLayout.JAVA_BYTE, fd / 8) >> fd % 8 & 1) != 0) {
                members.add("" + fd);
            }
        }
        if (!members.isEmpty()) {
            found.add(names[i] + "=[" + String.join(", ", members) + "]");
        }
    }
    return listed(found, "{", "}");
}

//: ready POLLED
static String ready(MemorySegment events, int count) {
    List<String> found = new ArrayList<>();
    for (int at = 0; at < 12 * count; at += 12) {
        String told = flagsText("EPOLL", intAt(events, at));
        found.add("{" + told + ", " + longAt(events, at + 4) + "}");
    }
    return listed(found, "[", "]");
}

//: errorName ERRORS
static String errorName(int error) {
    return switch (error) {
        case ${number} -> "${errno}"; //?each
        default -> throw new IllegalStateException("errno " + error);
    };
}

//: report REPORT_CALL/REPORT_CALL_STRICT
static void report(String call, int result) {
    report(call, result, "");
}

static void report(String call, int result, String more) {
    if (result != -1) {
        System.out.println(call + " = " + result + more);
    } else {
        System.out.println(call + " = -1 " + errorName(intAt(ERRNO.get(), 0))); //?errors
        throw new IllegalStateException(call + ": errno " + intAt(ERRNO.get(), 0)); //?!errors
    }
}

//: pause WAITING
static void pause(double seconds) {
    try {
        Thread.sleep((long) (seconds * 1000));
    } catch (InterruptedException fault) {
        throw new IllegalStateException(fault);
    }
}

//: join WAITING
static void join(Thread thread) {
    try {
        thread.join();
    } catch (InterruptedException fault) {
        throw new IllegalStateException(fault);
    }
}

//: askFor ASK_FOR
static int askFor(String what) {
    return Integer.parseInt(waitFor(what).strip());
}

//: waitFor WAIT_FOR
static String waitFor(String what) {
    System.err.print(what + " ");
    StringBuilder line = new StringBuilder();
    try {
        for (int key = System.in.read(); key != '\n' && key != -1; key = System.in.read()) {
            line.append((char) key);
        }
    } catch (IOException fault) {
        throw new UncheckedIOException(fault);
    }
    return line.toString();
}

//: echo ECHO
static void echo(int connection) {
    MemorySegment piece = room(1024);
    int count;
    do {
        count = call("recv", connection, piece, 1024L, 0); //@recv
        report("recv(" + connection + ", 1024, 0)", count, " " + quoted(piece, count)); //@recv
        for (int at = 0; at < count;) {
            MemorySegment left = piece.asSlice(at, count - at);
            int sent = call("send", connection, left, left.byteSize(), MSG_NOSIGNAL); //@send
            report("send(" + connection + ", " + quoted(left, count - at) + ", MSG_NOSIGNAL)", sent); //@send
            if (sent == -1) {
                count = -1;
            }
            at += sent;
        }
    } while (count > 0);
    report("close(" + connection + ")", call("close", connection)); //@close
}

//: serveOneAtATime SERVE_ONE_AT_A_TIME
static void serveOneAtATime(int listener) {
    while (true) {
        MemorySegment told = room(128);
        MemorySegment told_length = ints(128);
        int connection = call("accept", listener, told, told_length); //@accept
        report("accept(" + listener + ")", connection, fromText(told, told_length)); //@accept
        if (connection == -1) {
            return;
        }
        echo(connection);
    }
}

//: serveThreadEach SERVE_THREAD_EACH
static void serveThreadEach(int listener) {
    while (true) {
        MemorySegment told = room(128);
        MemorySegment told_length = ints(128);
        int connection = call("accept", listener, told, told_length); //@accept
        report("accept(" + listener + ")", connection, fromText(told, told_length)); //@accept
        if (connection == -1) {
            return;
        }
        Thread.ofPlatform().daemon().start(() -> echo(connection));
    }
}
