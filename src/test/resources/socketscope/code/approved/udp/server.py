# The program “server” of the experiment “A UDP exchange”.
#
#     python3 server.py

import socket
import sys

# Any free port will do, the same in all programs.
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

# Each line is printed at once, even into a pipe.
sys.stdout.reconfigure(line_buffering=True)

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, 0)
print(f"socket(AF_INET, SOCK_DGRAM, 0) = {sock.fileno()}")

sock.bind(("127.0.0.1", PORT_2))
print(f"bind({sock.fileno()}, 127.0.0.1:{PORT_2}) = 0")

# Sleeps here until something comes.
data, peer = sock.recvfrom(100)
print(f"recvfrom({sock.fileno()}, 100, 0) = {len(data)} {quoted(data)} from {address_text(peer)}")

count = sock.sendto(b"pong", peer)
print(f"sendto({sock.fileno()}, \"pong\", 0, {address_text(peer)}) = {count}")

sock_number = sock.fileno()
sock.close()
print(f"close({sock_number}) = 0")
