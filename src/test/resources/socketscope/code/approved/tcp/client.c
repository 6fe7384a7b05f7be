// The program “client” of the experiment “A TCP conversation”.
//
//     gcc -Wall -Wextra -o client client.c
//     ./client

#define _DEFAULT_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// Any free port will do, the same in all programs.
#define PORT 25245

// The address of a socket: host and port, in network byte order.
static struct sockaddr_in ipv4(const char *host, int port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port) };
    inet_pton(AF_INET, host, &address.sin_addr);
    return address;
}

// Prints a call and what it returned. The experiment met no error, so an
// error ends the program.
static void print_call(ssize_t result, const char *call, va_list values)
{
    int error = errno;
    vprintf(call, values);
    if (result == -1) {
        printf(" = -1 (%s)\n", strerror(error));
        exit(EXIT_FAILURE);
    }
    printf(" = %zd", result);
}

static void end_line(void)
{
    printf("\n");
    fflush(stdout);
}

// Prints a call and what it returned.
static void report(ssize_t result, const char *call, ...)
{
    va_list values;
    va_start(values, call);
    print_call(result, call, values);
    va_end(values);
    end_line();
}

// Prints bytes in quotes; those that are no printable ASCII in hexadecimal.
static void print_bytes(ssize_t count, const char *bytes, ssize_t room)
{
    if (count > room) {
        count = room;
    }
    printf(" \"");
    for (ssize_t i = 0; i < count && i < 32; i++) {
        unsigned char byte = bytes[i];
        switch (byte) {
        case '\n': printf("\\n"); break;
        case '\t': printf("\\t"); break;
        case '\r': printf("\\r"); break;
        case '"': printf("\\\""); break;
        case '\\': printf("\\\\"); break;
        default: printf(byte >= ' ' && byte < 127 ? "%c" : "\\x%02x", byte);
        }
    }
    printf(count > 32 ? "\"..." : "\"");
}

static void report_bytes(ssize_t count, const char *bytes, ssize_t room,
                         const char *call, ...)
{
    va_list values;
    va_start(values, call);
    print_call(count, call, values);
    va_end(values);
    if (count >= 0) {
        print_bytes(count, bytes, room);
    }
    end_line();
}

// Another program has to come first, and no call waits for it. So the user
// tells when it is so far.
static void wait_for(const char *what)
{
    fprintf(stderr, "%s ", what);
    int key = getchar();
    while (key != '\n' && key != EOF) {
        key = getchar();
    }
}

int main(void)
{
    ssize_t result;
    char buffer[100];

    int sock = socket(AF_INET, SOCK_STREAM, 0);
    report(sock, "socket(AF_INET, SOCK_STREAM, 0)");

    wait_for("Press Enter when server has printed listen(listener, 1)");

    struct sockaddr_in address = ipv4("127.0.0.1", PORT);
    result = connect(sock, (struct sockaddr *) &address, sizeof address);
    report(result, "connect(%d, 127.0.0.1:%d)", sock, PORT);

    result = send(sock, "hola", 4, 0);
    report(result, "send(%d, \"hola\", 0)", sock);

    result = recv(sock, buffer, 100, 0);
    report_bytes(result, buffer, 100, "recv(%d, 100, 0)", sock);

    result = close(sock);
    report(result, "close(%d)", sock);

    return 0;
}
