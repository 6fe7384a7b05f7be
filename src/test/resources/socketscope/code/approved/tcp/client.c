// The program “client” of the experiment “A TCP conversation”.
//
//     gcc -Wall -Wextra -o client client.c
//     ./client

#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <netinet/in.h>

// Any free port will do, the same in all programs.
#define PORT 25245

// The address of a socket: host and port, in network byte order.
static struct sockaddr_in ipv4(const char *host, int port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port) };
    inet_pton(AF_INET, host, &address.sin_addr);
    return address;
}

// Room for a text; several can stand in one line.
static char *next_text(void)
{
    static char texts[16][1000];
    static int next;
    return texts[next++ % 16];
}

// Prints bytes in quotes; those that are no printable ASCII in hexadecimal.
static const char *quoted(const char *bytes, ssize_t room, ssize_t count)
{
    char *text = next_text();
    char *end = text + sprintf(text, "\"");
    for (ssize_t i = 0; i < count && i < room && i < 32; i++) {
        unsigned char byte = bytes[i];
        switch (byte) {
        case '\n': end += sprintf(end, "\\n"); break;
        case '\t': end += sprintf(end, "\\t"); break;
        case '\r': end += sprintf(end, "\\r"); break;
        case '"': end += sprintf(end, "\\\""); break;
        case '\\': end += sprintf(end, "\\\\"); break;
        default: end += sprintf(end, byte >= ' ' && byte < 127 ? "%c" : "\\x%02x", byte);
        }
    }
    sprintf(end, count > 32 && room > 32 ? "\"..." : "\"");
    return text;
}

// A text with values in it, as printf() writes it.
static const char *formatted(const char *format, ...)
{
    static char text[800];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    return text;
}

// Prints a call and what it returned. The experiment met no error, so an
// error ends the program.
static void report_with(ssize_t result, const char *more, const char *call, ...)
{
    int error = errno;
    va_list values;
    va_start(values, call);
    vprintf(call, values);
    va_end(values);
    if (result != -1) {
        printf(" = %zd%s\n", result, more);
    } else {
        printf(" = -1 (%s)\n", strerror(error));
        exit(EXIT_FAILURE);
    }
    fflush(stdout);
}

#define report(result, ...) report_with(result, "", __VA_ARGS__)

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
    int sock = socket(AF_INET, SOCK_STREAM, 0);
    report(sock, "socket(AF_INET, SOCK_STREAM, 0)");

    wait_for("Press Enter when server has printed listen(listener, 1)");

    struct sockaddr_in address = ipv4("127.0.0.1", PORT);
    ssize_t result = connect(sock, (struct sockaddr *) &address, sizeof address);
    report(result, "connect(%d, 127.0.0.1:%d)", sock, PORT);

    result = send(sock, "hola", 4, 0);
    report(result, "send(%d, \"hola\", 0)", sock);

    char buffer[100];
    result = recv(sock, buffer, 100, 0);
    report_with(result, formatted(" %s", quoted(buffer, 100, result)), "recv(%d, 100, 0)", sock);

    result = close(sock);
    report(result, "close(%d)", sock);

    return 0;
}
