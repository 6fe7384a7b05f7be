/*
 * How long the calls of the lessons tcp and udp take in C: the same calls in the same order, each
 * made once, by a process of its own for the client and the server, which waits before each call
 * until it is told to make it. Prints a line for each call: its number, its name and what it took,
 * in nanoseconds.
 *
 *   steps tcp|udp PAUSE
 *
 * PAUSE: how many milliseconds after a call the next one is made.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SERVER, CLIENT };

/* The port of each program, network byte order; set by the server of tcp, by both of udp. */
static struct sockaddr_in *addresses;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

#define TIMED(name, call)                                         \
  do {                                                            \
    long long start = now();                                      \
    long answer = (call);                                         \
    long long end = now();                                        \
    if (answer < 0) {                                             \
      perror(name);                                               \
      exit(1);                                                    \
    }                                                             \
    result = answer;                                              \
    printf("%d %s %lld\n", step, name, end - start);              \
    fflush(stdout);                                               \
  } while (0)

static long result;
static int first, second;
static struct sockaddr_in peer;
static char buffer[100];
static socklen_t length;

static void told(int program, int descriptor) {
  length = sizeof addresses[program];
  getsockname(descriptor, (struct sockaddr *)&addresses[program], &length);
}

static struct sockaddr *to(int program) { return (struct sockaddr *)&addresses[program]; }

static const int TCP_ORDER[] = {SERVER, SERVER, SERVER, SERVER, CLIENT, CLIENT, CLIENT,
                                SERVER, SERVER, CLIENT, CLIENT, SERVER, SERVER, SERVER};

static void tcp(int step) {
  socklen_t size = sizeof(struct sockaddr_in);
  switch (step) {
    case 1: TIMED("socket", socket(AF_INET, SOCK_STREAM, 0)); first = result; break;
    case 2: TIMED("bind", bind(first, to(SERVER), size)); told(SERVER, first); break;
    case 3: TIMED("listen", listen(first, 1)); break;
    case 4:
      length = sizeof peer;
      TIMED("accept", accept(first, (struct sockaddr *)&peer, &length));
      second = result;
      break;
    case 5: TIMED("socket", socket(AF_INET, SOCK_STREAM, 0)); first = result; break;
    case 6: TIMED("connect", connect(first, to(SERVER), size)); break;
    case 7: TIMED("send", send(first, "hola", 4, 0)); break;
    case 8: TIMED("recv", recv(second, buffer, sizeof buffer, 0)); break;
    case 9: TIMED("send", send(second, "\xc2\xa1hola!", 7, 0)); break;
    case 10: TIMED("recv", recv(first, buffer, sizeof buffer, 0)); break;
    case 11: TIMED("close", close(first)); break;
    case 12: TIMED("recv", recv(second, buffer, sizeof buffer, 0)); break;
    case 13: TIMED("close", close(second)); break;
    case 14: TIMED("close", close(first)); break;
  }
}

static const int UDP_ORDER[] = {SERVER, SERVER, SERVER, CLIENT, CLIENT, CLIENT,
                                SERVER, CLIENT, CLIENT, SERVER};

static void udp(int step) {
  socklen_t size = sizeof(struct sockaddr_in);
  length = size;
  switch (step) {
    case 1:
    case 4: TIMED("socket", socket(AF_INET, SOCK_DGRAM, 0)); first = result; break;
    case 2: TIMED("bind", bind(first, to(SERVER), size)); told(SERVER, first); break;
    case 3:
      TIMED("recvfrom",
            recvfrom(first, buffer, sizeof buffer, 0, (struct sockaddr *)&peer, &length));
      break;
    case 5: TIMED("bind", bind(first, to(CLIENT), size)); told(CLIENT, first); break;
    case 6: TIMED("sendto", sendto(first, "ping", 4, 0, to(SERVER), size)); break;
    case 7: TIMED("sendto", sendto(first, "pong", 4, 0, to(CLIENT), size)); break;
    case 8:
      TIMED("recvfrom",
            recvfrom(first, buffer, sizeof buffer, 0, (struct sockaddr *)&peer, &length));
      break;
    case 9:
    case 10: TIMED("close", close(first)); break;
  }
}

/* Makes the steps that it is told to. */
static void play(int orders, int done, void (*make)(int)) {
  int step;
  while (read(orders, &step, sizeof step) == sizeof step) {
    make(step);
    if (write(done, &step, sizeof step) != sizeof step) {
      exit(1);
    }
  }
  exit(0);
}

int main(int count, char **words) {
  if (count != 3) {
    fprintf(stderr, "steps tcp|udp PAUSE\n");
    return 2;
  }
  int is_tcp = strcmp(words[1], "tcp") == 0;
  struct timespec pause = {.tv_nsec = atol(words[2]) * 1000000L};
  addresses = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  int orders[2][2], done[2][2];
  for (int program = SERVER; program <= CLIENT; program++) {
    addresses[program].sin_family = AF_INET;
    addresses[program].sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (pipe2(orders[program], O_CLOEXEC) || pipe2(done[program], O_CLOEXEC)) {
      perror("pipe2");
      return 1;
    }
    if (fork() == 0) {
      for (int other = 0; other <= program; other++) {
        close(orders[other][1]);
      }
      play(orders[program][0], done[program][1], is_tcp ? tcp : udp);
    }
  }
  int total = is_tcp ? 14 : 10;
  int blocking = is_tcp ? 4 : 3;
  for (int step = 1; step <= total; step++) {
    int program = (is_tcp ? TCP_ORDER : UDP_ORDER)[step - 1];
    int made;
    nanosleep(&pause, NULL);
    if (write(orders[program][1], &step, sizeof step) != sizeof step) {
      return 1;
    }
    if (step == blocking) {
      struct timespec until_it_sleeps = {.tv_nsec = 5000000};
      nanosleep(&until_it_sleeps, NULL);
    } else {
      do {
        if (read(done[program][0], &made, sizeof made) != sizeof made) {
          return 1;
        }
      } while (made != step); /* the blocked one may have returned before */
    }
  }
  close(orders[SERVER][1]);
  close(orders[CLIENT][1]);
  while (wait(NULL) > 0) {
  }
  return 0;
}
