/*
 * What a probe of an established TCP socket costs without Java: the same calls in a loop. Prints the
 * median of many batches, in nanoseconds a probe, so that other work on the machine does not count.
 *
 *   probe first|later
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
#include <time.h>

enum { BATCHES = 5000, PROBES = 100 };

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

static unsigned long probe(int descriptor, int first) {
  unsigned char info[280];
  socklen_t length = sizeof info;
  check(getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, info, &length), "getsockopt");
  unsigned long sum = info[0];
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
  return sum + bytes;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

static int compare(const void *one, const void *other) {
  double difference = *(const double *)one - *(const double *)other;
  return difference < 0 ? -1 : difference > 0;
}

int main(int count, char **words) {
  if (count != 2) {
    fprintf(stderr, "probe first|later\n");
    return 2;
  }
  int first = strcmp(words[1], "first") == 0;
  int descriptor = connected();
  static double nanos[BATCHES];
  volatile unsigned long sum = 0;
  for (int batch = 0; batch < BATCHES; batch++) {
    double start = now();
    for (int i = 0; i < PROBES; i++) {
      sum += probe(descriptor, first);
    }
    nanos[batch] = (now() - start) / PROBES;
  }
  qsort(nanos, BATCHES, sizeof nanos[0], compare);
  printf("%.0f\n", nanos[BATCHES / 2]);
  return 0;
}
