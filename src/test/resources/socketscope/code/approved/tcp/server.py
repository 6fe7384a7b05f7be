# The program “server” of the experiment “A TCP conversation”.
#
#     python3 server.py

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

# The address as text, such as 127.0.0.1:5000.
def address_text(address):
    host, port = address[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

# Each line is printed at once, even into a pipe.
sys.stdout.reconfigure(line_buffering=True)

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 0)
print(f"socket(AF_INET, SOCK_STREAM, 0) = {listener.fileno()}")

listener.bind(("127.0.0.1", PORT))
print(f"bind({listener.fileno()}, 127.0.0.1:{PORT}) = 0")

listener.listen(1)
print(f"listen({listener.fileno()}, 1) = 0")

# Sleeps here until something comes.
connection, told = listener.accept()
print(f"accept({listener.fileno()}) = {connection.fileno()} from {address_text(told)}")

data = connection.recv(100)
print(f"recv({connection.fileno()}, 100, 0) = {len(data)} {quoted(data)}")

count = connection.send("¡hola!".encode())
print(f"send({connection.fileno()}, \"\\xc2\\xa1hola!\", 0) = {count}")

data = connection.recv(100)
print(f"recv({connection.fileno()}, 100, 0) = {len(data)} {quoted(data)}")

connection_number = connection.fileno()
connection.close()
print(f"close({connection_number}) = 0")

listener_number = listener.fileno()
listener.close()
print(f"close({listener_number}) = 0")
