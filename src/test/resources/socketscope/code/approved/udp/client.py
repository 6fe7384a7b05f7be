# The program “client” of the experiment “A UDP exchange”.
#
#     python3 client.py

import socket
import sys

# Any free port will do, the same in all programs.
PORT_1 = 23977
PORT_2 = 26097

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

# The address as text, such as 127.0.0.1:5000.
def address_text(address):
    host, port = address[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

# Another program has to come first, and no call waits for it. So the user
# tells when it is so far.
def wait_for(what):
    print(what, end=" ", file=sys.stderr, flush=True)
    sys.stdin.readline()

# Each line is printed at once, even into a pipe.
sys.stdout.reconfigure(line_buffering=True)

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, 0)
print(f"socket(AF_INET, SOCK_DGRAM, 0) = {sock.fileno()}")

sock.bind(("127.0.0.1", PORT_1))
print(f"bind({sock.fileno()}, 127.0.0.1:{PORT_1}) = 0")

wait_for("Press Enter when server has printed bind(sock, 127.0.0.1:26097)")

count = sock.sendto(b"ping", ("127.0.0.1", PORT_2))
print(f"sendto({sock.fileno()}, \"ping\", 0, 127.0.0.1:{PORT_2}) = {count}")

data, told = sock.recvfrom(100)
print(f"recvfrom({sock.fileno()}, 100, 0) = {len(data)} {quoted(data)} from {address_text(told)}")

sock_number = sock.fileno()
sock.close()
print(f"close({sock_number}) = 0")
