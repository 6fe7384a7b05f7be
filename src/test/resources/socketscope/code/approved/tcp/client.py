# The program “client” of the experiment “A TCP conversation”.
#
#     python3 client.py

import socket
import sys

# Any free port will do, the same in all programs.
PORT = 25245

# Prints bytes in quotes; those that are no printable ASCII in hexadecimal.
def quoted(data):
    escapes = {10: "\\n", 9: "\\t", 13: "\\r", 34: '\\"', 92: "\\\\"}
    text = ""
    for byte in data[:32]:
        if byte in escapes:
            text += escapes[byte]
        else:
            text += chr(byte) if 32 <= byte < 127 else f"\\x{byte:02x}"
    return f'"{text}"' + ("..." if len(data) > 32 else "")

# Another program has to come first, and no call waits for it. So the user
# tells when it is so far.
def wait_for(what):
    print(what, end=" ", file=sys.stderr, flush=True)
    sys.stdin.readline()

# Each line is printed at once, even into a pipe.
sys.stdout.reconfigure(line_buffering=True)

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 0)
print(f"socket(AF_INET, SOCK_STREAM, 0) = {sock.fileno()}")

wait_for("Press Enter when server has printed listen(listener, 1)")

sock.connect(("127.0.0.1", PORT))
print(f"connect({sock.fileno()}, 127.0.0.1:{PORT}) = 0")

count = sock.send(b"hola")
print(f"send({sock.fileno()}, \"hola\", 0) = {count}")

data = sock.recv(100)
print(f"recv({sock.fileno()}, 100, 0) = {len(data)} {quoted(data)}")

sock_number = sock.fileno()
sock.close()
print(f"close({sock_number}) = 0")
