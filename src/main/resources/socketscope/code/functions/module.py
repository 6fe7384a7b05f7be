#: quoted BYTES
def quoted(data):
    escapes = {10: "\\n", 9: "\\t", 13: "\\r", 34: '\\"', 92: "\\\\"}
    text = ""
    for byte in data[:32]:
        if byte in escapes:
            text += escapes[byte]
        else:
            text += chr(byte) if 32 <= byte < 127 else f"\\x{byte:02x}"
    return f'"{text}"' + ("..." if len(data) > 32 else "")

#: address_text ADDRESS_TEXT
def address_text(address):
    if isinstance(address, (str, bytes)): #?unix
        return unix_text(os.fsencode(address)) #?unix
    host, port = address[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

#: unix_text UNIX_TEXT
def unix_text(path):
    hidden = path.startswith(b"\0")
    text = "unix:@" if hidden else "unix:"
    for char in path[1 if hidden else 0:].decode(errors="replace"):
        plain = ord(char) > 127 or char.isalnum() or char in "._/+-@~^"
        text += char if plain else f"\\x{ord(char):02x}"
    return text

#: error_name ERROR_NAME
def error_name(error):
    if error.errno == errno.EOPNOTSUPP:
        return "EOPNOTSUPP"
    return errno.errorcode[error.errno]

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
    number = connection.fileno()
    piece = b"..."
    while piece:
        piece = connection.recv(1024) #@recv
        print(f"recv({number}, 1024, 0) = {len(piece)} {quoted(piece)}\n", end="") #@recv
        left = piece
        while left:
            count = connection.send(left, socket.MSG_NOSIGNAL) #@send
            print(f"send({number}, {quoted(left)}, MSG_NOSIGNAL) = {count}\n", end="") #@send
            left = left[count:]
    connection.close() #@close
    print(f"close({number}) = 0\n", end="") #@close

#: serve_one_at_a_time SERVE_ONE_AT_A_TIME
def serve_one_at_a_time(listener):
    while True:
        connection, told = listener.accept() #@accept
        print(f"accept({listener.fileno()}) = {connection.fileno()} from {address_text(told)}\n", end="") #@accept
        echo(connection)

#: serve_thread_each SERVE_THREAD_EACH
def serve_thread_each(listener):
    while True:
        connection, told = listener.accept() #@accept
        print(f"accept({listener.fileno()}) = {connection.fileno()} from {address_text(told)}\n", end="") #@accept
        threading.Thread(target=echo, args=(connection,), daemon=True).start()
