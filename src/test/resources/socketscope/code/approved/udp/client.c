// The program “client” of the experiment “A UDP exchange”.
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
#define PORT_1 23977
#define PORT_2 26097

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

// The address as text, such as 127.0.0.1:5000.
static const char *address_text(const struct sockaddr_storage *address)
{
    static char text[80];
    char host[INET6_ADDRSTRLEN] = "?";
    if (address->ss_family == AF_INET) {
        const struct sockaddr_in *in = (const struct sockaddr_in *) address;
        inet_ntop(AF_INET, &in->sin_addr, host, sizeof host);
        snprintf(text, sizeof text, "%s:%d", host, ntohs(in->sin_port));
    } else if (address->ss_family == AF_INET6) {
        const struct sockaddr_in6 *in6 = (const struct sockaddr_in6 *) address;
        inet_ntop(AF_INET6, &in6->sin6_addr, host, sizeof host);
        snprintf(text, sizeof text, "[%s]:%d", host, ntohs(in6->sin6_port));
    }
    return text;
}

static const char *from_text(const struct sockaddr_storage *address, socklen_t length)
{
    char *text = next_text();
    snprintf(text, 1000, length > 0 ? " from %s" : "", address_text(address));
    return text;
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
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    report(sock, "socket(AF_INET, SOCK_DGRAM, 0)");

    struct sockaddr_in address = ipv4("127.0.0.1", PORT_1);
    ssize_t result = bind(sock, (struct sockaddr *) &address, sizeof address);
    report(result, "bind(%d, 127.0.0.1:%d)", sock, PORT_1);

    wait_for("Press Enter when server has printed bind(sock, 127.0.0.1:26097)");

    struct sockaddr_in address2 = ipv4("127.0.0.1", PORT_2);
    result = sendto(sock, "ping", 4, 0, (struct sockaddr *) &address2, sizeof address2);
    report(result, "sendto(%d, \"ping\", 0, 127.0.0.1:%d)", sock, PORT_2);

    char buffer[100];
    struct sockaddr_storage told;
    socklen_t told_length = sizeof told;
    result = recvfrom(sock, buffer, 100, 0, (struct sockaddr *) &told, &told_length);
    report_with(result, formatted(" %s%s", quoted(buffer, 100, result), from_text(&told, told_length)), "recvfrom(%d, 100, 0)", sock);

    result = close(sock);
    report(result, "close(%d)", sock);

    return 0;
}
