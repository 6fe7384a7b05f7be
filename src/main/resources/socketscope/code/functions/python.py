#: libc PYTHON_LIBC
libc = ctypes.CDLL(None, use_errno=True)

#: BAD POINTERS
BAD = ctypes.c_void_p(1)

#: ipv4 MAKE_ADDRESS
def ipv4(host, port):
    family = struct.pack("=H", socket.AF_INET)
    return family + struct.pack("!H4s8x", port, socket.inet_aton(host))

#: ipv6 MAKE_ADDRESS
def ipv6(host, port):
    family = struct.pack("=H", socket.AF_INET6)
    number = socket.inet_pton(socket.AF_INET6, host)
    return family + struct.pack("!HI16sI", port, 0, number, 0)

#: of_family MAKE_OTHER
def of_family(family, data):
    return struct.pack("=H", family) + data

#: unix_text UNIX_TEXT
def unix_text(path):
    hidden = path.startswith(b"\0")
    path = path.rstrip(b"\0")[1:] if hidden else path.split(b"\0")[0]
    text = "unix:@" if hidden and path else "unix:"
    for char in path.decode(errors="replace"):
        plain = ord(char) > 127 or char.isalnum() or char in "._/+-@~^"
        text += char if plain else f"\\x{ord(char):02x}"
    return text

#: address_text ADDRESS_TEXT
def address_text(address):
    family, port = struct.unpack_from("=H", address)[0], struct.unpack_from("!H", address, 2)[0]
    if family == socket.AF_UNIX: #?unix
        return unix_text(address.raw[2:110]) #?unix
    if family == socket.AF_INET6:
        return f"[{socket.inet_ntop(family, address.raw[8:24])}]:{port}"
    return f"{socket.inet_ntoa(address.raw[4:8])}:{port}"

#: from_text ADDRESS_TEXT
def from_text(address, length):
    return f" from {address_text(address)}" if length.value > 0 else ""

#: quoted BYTES
def quoted(data, count):
    escapes = {10: "\\n", 9: "\\t", 13: "\\r", 34: '\\"', 92: "\\\\"}
    data = bytes(data)[:max(count, 0)]
    text = ""
    for byte in data[:32]:
        if byte in escapes:
            text += escapes[byte]
        else:
            text += chr(byte) if 32 <= byte < 127 else f"\\x{byte:02x}"
    return f'"{text}"' + ("..." if len(data) > 32 else "")

#: int_at ANSWERS
def int_at(data, at):
    return struct.unpack_from("i", data, at)[0]

#: long_at ANSWERS
def long_at(data, at):
    return struct.unpack_from("l", data, at)[0]

#: address_of MEMORY
def address_of(memory):
    return ctypes.cast(memory, ctypes.c_void_p).value

#: packed STRUCTURES
def packed(*fields):
    data = b"".join(value.to_bytes(size, sys.byteorder, signed=value < 0) for value, size in fields)
    return ctypes.create_string_buffer(data, len(data))

#: fd_set SETS
def fd_set(*members):
    bits = sum(1 << member for member in set(members))
    return ctypes.create_string_buffer(bits.to_bytes(128, sys.byteorder), 128)

#: flags_text FLAGS
def flags_text(beginning, value):
    flags = {
        "${name}": ${flag}, #?flag
    }
    return "|".join(n for n, flag in flags.items() if n.startswith(beginning) and value & flag)

#: put_control MESSAGES
def put_control(control, at, level, kind, length, *data):
    struct.pack_into(f"Qii{len(data)}i", control, at, 16 + length, level, kind, *data)

#: control_text MESSAGES_TOLD
def control_text(level, kind, data):
    names = {
        (${level}, ${type}): "${name}", #?control
    }
    says = f", {int.from_bytes(data, sys.byteorder)}" if len(data) in (1, 4) else ""
    if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS): #?SCM_RIGHTS
        says = f", {list(memoryview(data).cast('i'))}" #?SCM_RIGHTS
    if (level, kind) == (socket.SOL_IP, IP_PKTINFO): #?IP_PKTINFO
        local, to = socket.inet_ntoa(data[4:8]), socket.inet_ntoa(data[8:12]) #?IP_PKTINFO
        says = f", {{ipi_ifindex={int_at(data, 0)}, ipi_spec_dst={local}, ipi_addr={to}}}" #?IP_PKTINFO
    if (level, kind) == (SOL_IPV6, IPV6_PKTINFO): #?IPV6_PKTINFO
        host = socket.inet_ntop(socket.AF_INET6, data[:16]) #?IPV6_PKTINFO
        says = f", {{ipi6_addr={host}, ipi6_ifindex={int_at(data, 16)}}}" #?IPV6_PKTINFO
    return f"{{{names.get((level, kind), '?')}{says}}}"

#: message_text MESSAGES_TOLD
def message_text(message, control):
    told = []
    if int_at(message, 48) != 0:
        told.append(f"msg_flags={flags_text('MSG', int_at(message, 48))}")
    controls = []
    at = 0
    while at + 16 <= long_at(message, 40) and long_at(control, at) >= 16:
        length, level, kind = struct.unpack_from("Qii", control, at)
        controls.append(control_text(level, kind, control[at + 16:at + length]))
        at += (length + 7) // 8 * 8
    if controls:
        told.append(f"msg_control=[{', '.join(controls)}]")
    return listed(told, "{", "}")

#: listed POLLED
def listed(found, begin, end):
    return f" {begin}{', '.join(found)}{end}" if found else ""

#: polled POLLED
def polled(watched):
    found = []
    for number, _, events in struct.iter_unpack("ihh", watched.raw):
        if events:
            found.append(f"{{{number}, {flags_text('POLL', events)}}}")
    return listed(found, "[", "]")

#: selected POLLED
def selected(*sets):
    found = []
    for name, one in zip(["readfds", "writefds", "exceptfds"], sets):
        bits = int.from_bytes(bytes(one), sys.byteorder)
        members = [str(fd) for fd in range(bits.bit_length()) if bits >> fd & 1]
        if members:
            found.append(f"{name}=[{', '.join(members)}]")
    return listed(found, "{", "}")

#: ready POLLED
def ready(events, count):
    found = []
    for told, data in list(struct.iter_unpack("=iq", events.raw))[:max(count, 0)]:
        found.append(f"{{{flags_text('EPOLL', told)}, {data}}}")
    return listed(found, "[", "]")

#: report REPORT_CALL/REPORT_CALL_STRICT
def report(call, result, more=""):
    error = ctypes.get_errno()
    if result != -1:
        print(f"{call} = {result}{more}\n", end="")
    elif error in (${errors}): #?errors
        name = "EOPNOTSUPP" if error == errno.EOPNOTSUPP else errno.errorcode[error] #?errors
        print(f"{call} = -1 {name}\n", end="") #?errors
    else:
        sys.exit(f"{call} = -1 ({os.strerror(error)})")

#: ask_for ASK_FOR
def ask_for(what):
    print(what, end=" ", file=sys.stderr, flush=True)
    return int(sys.stdin.readline())

#: wait_for WAIT_FOR
def wait_for(what):
    print(what, end=" ", file=sys.stderr, flush=True)
    sys.stdin.readline()

#: echo ECHO
def echo(connection):
    piece = ctypes.create_string_buffer(1024)
    while True:
        count = libc.recv(connection, piece, 1024, 0) #@recv
        report(f"recv({connection}, 1024, 0)", count, f" {quoted(piece, count)}") #@recv
        left = piece.raw[:max(count, 0)]
        while left:
            sent = libc.send(connection, left, len(left), socket.MSG_NOSIGNAL) #@send
            report(f"send({connection}, {quoted(left, len(left))}, MSG_NOSIGNAL)", sent) #@send
            if sent == -1:
                break
            left = left[sent:]
        if count <= 0 or left:
            break
    report(f"close({connection})", libc.close(connection)) #@close

#: serve_one_at_a_time SERVE_ONE_AT_A_TIME
def serve_one_at_a_time(listener):
    while True:
        told = ctypes.create_string_buffer(128)
        told_length = ctypes.c_uint(128)
        connection = libc.accept(listener, told, ctypes.byref(told_length)) #@accept
        report(f"accept({listener})", connection, from_text(told, told_length)) #@accept
        if connection == -1:
            return
        echo(connection)

#: serve_thread_each SERVE_THREAD_EACH
def serve_thread_each(listener):
    while True:
        told = ctypes.create_string_buffer(128)
        told_length = ctypes.c_uint(128)
        connection = libc.accept(listener, told, ctypes.byref(told_length)) #@accept
        report(f"accept({listener})", connection, from_text(told, told_length)) #@accept
        if connection == -1:
            return
        threading.Thread(target=echo, args=(connection,), daemon=True).start()
