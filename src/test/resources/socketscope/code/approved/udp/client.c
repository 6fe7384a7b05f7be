// The program “client” of the experiment “A UDP exchange”.
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
#define PORT_1 23977
#define PORT_2 26097

// The address of a socket: host and port, in network byte order.
static struct sockaddr_in ipv4(const char *host, int port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port) };
    inet_pton(AF_INET, host, &address.sin_addr);
    return address;
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
    } else {
        snprintf(text, sizeof text, "family %d", address->ss_family);
    }
    return text;
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

static void report_bytes_from(ssize_t count, const char *bytes, ssize_t room,
                              const struct sockaddr_storage *from, socklen_t length,
                              const char *call, ...)
{
    va_list values;
    va_start(values, call);
    print_call(count, call, values);
    va_end(values);
    if (count >= 0) {
        print_bytes(count, bytes, room);
        if (length > 0) {
            printf(" from %s", address_text(from));
        }
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
    struct sockaddr_storage told;
    socklen_t told_length;

    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    report(sock, "socket(AF_INET, SOCK_DGRAM, 0)");

    struct sockaddr_in address = ipv4("127.0.0.1", PORT_1);
    result = bind(sock, (struct sockaddr *) &address, sizeof address);
    report(result, "bind(%d, 127.0.0.1:%d)", sock, PORT_1);

    wait_for("Press Enter when server has printed bind(sock, 127.0.0.1:26097)");

    struct sockaddr_in address2 = ipv4("127.0.0.1", PORT_2);
    result = sendto(sock, "ping", 4, 0, (struct sockaddr *) &address2, sizeof address2);
    report(result, "sendto(%d, \"ping\", 0, 127.0.0.1:%d)", sock, PORT_2);

    told_length = sizeof told;
    result = recvfrom(sock, buffer, 100, 0, (struct sockaddr *) &told, &told_length);
    report_bytes_from(result, buffer, 100, &told, told_length, "recvfrom(%d, 100, 0)", sock);

    result = close(sock);
    report(result, "close(%d)", sock);

    return 0;
}
