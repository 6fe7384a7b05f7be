/*
 * What a probe of an established TCP socket costs without Java: the same calls in a loop.
 *
 *   probe COUNT first|later
 *
 * first: with the addresses of both ends; later: they are known already.
 */
#include <arpa/inet.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

static void check(int answer, const char *call) {
  if (answer < 0) {
    perror(call);
    exit(1);
  }
}

static int connected(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  int client = socket(AF_INET, SOCK_STREAM, 0);
  check(bind(listener, (struct sockaddr *)&address, length), "bind");
  check(listen(listener, 1), "listen");
  check(getsockname(listener, (struct sockaddr *)&address, &length), "getsockname");
  check(connect(client, (struct sockaddr *)&address, length), "connect");
  check(accept(listener, NULL, NULL), "accept");
  return client;
}

int main(int count, char **words) {
  if (count != 3) {
    fprintf(stderr, "probe COUNT first|later\n");
    return 2;
  }
  long times = atol(words[1]);
  int first = strcmp(words[2], "first") == 0;
  int descriptor = connected();
  unsigned long sum = 0;
  for (long i = 0; i < times; i++) {
    unsigned char info[280];
    socklen_t length = sizeof info;
    check(getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, info, &length), "getsockopt");
    sum += info[0];
    if (first) {
      struct sockaddr_storage address;
      length = sizeof address;
      check(getsockname(descriptor, (struct sockaddr *)&address, &length), "getsockname");
      length = sizeof address;
      check(getpeername(descriptor, (struct sockaddr *)&address, &length), "getpeername");
      sum += address.ss_family;
    }
    int bytes;
    check(ioctl(descriptor, SIOCINQ, &bytes), "SIOCINQ");
    sum += bytes;
    check(ioctl(descriptor, SIOCOUTQ, &bytes), "SIOCOUTQ");
    sum += bytes;
  }
  printf("%lu\n", sum);
  return 0;
}
