/* Makes every call once or more, in the order in which StraceIT names them. The last write tells the ports. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <linux/filter.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <sys/time.h>
#include <unistd.h>

/* Values that are structures. */
static void structures(int u, int v) {
  struct ip_mreq group = {{inet_addr("239.1.2.3")}, {htonl(INADDR_LOOPBACK)}};
  struct ip_mreqn third = {group.imr_multiaddr, group.imr_interface, 1};
  struct group_req join = {.gr_interface = 1};
  struct group_source_req source = {.gsr_interface = 1};
  struct ipv6_mreq six = {.ipv6mr_interface = 1};
  struct timeval time = {1, 500000};
  struct linger linger = {1, 5};
  struct sock_filter all = {BPF_RET | BPF_K, 0, 0, 0x40000};
  struct sock_fprog filter = {1, &all};
  struct ifreq request = {.ifr_name = "lo"}, other = {.ifr_name = "nowhere"};
  struct ifconf list = {0};
  int value = IP_PMTUDISC_DO;
  socklen_t length = sizeof value;
  struct sockaddr_in *in = (struct sockaddr_in *)&join.gr_group;
  *in = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr = {inet_addr("239.1.2.4")}};
  in = (struct sockaddr_in *)&source.gsr_group;
  *in = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr = {inet_addr("239.1.2.5")}};
  in = (struct sockaddr_in *)&source.gsr_source;
  *in = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
  inet_pton(AF_INET6, "ff02::77", &six.ipv6mr_multiaddr);
  setsockopt(u, IPPROTO_IP, IP_ADD_MEMBERSHIP, &group, sizeof group);
  setsockopt(u, IPPROTO_IP, IP_ADD_MEMBERSHIP, &third, sizeof third);
  setsockopt(u, IPPROTO_IP, IP_ADD_MEMBERSHIP, &group, 4);
  setsockopt(u, IPPROTO_IP, IP_MULTICAST_IF, &group.imr_interface, 4);
  getsockopt(u, IPPROTO_IP, IP_MULTICAST_IF, &value, &length);
  value = IP_PMTUDISC_DO;
  setsockopt(u, IPPROTO_IP, IP_MTU_DISCOVER, &value, sizeof value);
  setsockopt(u, IPPROTO_IP, MCAST_JOIN_GROUP, &join, sizeof join);
  setsockopt(u, IPPROTO_IP, MCAST_JOIN_SOURCE_GROUP, &source, sizeof source);
  setsockopt(v, IPPROTO_IPV6, IPV6_JOIN_GROUP, &six, sizeof six);
  setsockopt(u, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  setsockopt(u, SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
  setsockopt(u, SOL_SOCKET, SO_LINGER, &linger, 4);
  length = sizeof linger;
  getsockopt(u, SOL_SOCKET, SO_LINGER, &linger, &length);
  length = 6;
  getsockopt(u, SOL_SOCKET, SO_LINGER, &linger, &length);
  setsockopt(u, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter);
  ioctl(u, SIOCGIFINDEX, &request);
  request.ifr_ifindex = 1;
  ioctl(u, SIOCGIFNAME, &request);
  ioctl(u, SIOCGIFNETMASK, &request);
  ioctl(u, SIOCGIFHWADDR, &request);
  ioctl(u, SIOCGIFFLAGS, &other);
  ioctl(-1, SIOCGIFCONF, &list);
  value = 1;
  ioctl(u, FIONBIO, &value);
  ioctl(-1, FIONBIO, &value);
}

static void woken(int signal) { (void)signal; }

static void alarm_soon(void) {
  struct itimerval soon = {{0, 0}, {0, 20000}};
  setitimer(ITIMER_REAL, &soon, NULL);
}

int main(void) {
  char buf[1024];
  int one = 1, value = 0;
  struct sockaddr_in in = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct sockaddr_in6 in6 = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
  struct sockaddr_storage any;
  socklen_t length = sizeof any;
  struct sigaction action = {.sa_handler = woken};
  sigaction(SIGALRM, &action, NULL);

  int l = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(l, SOL_SOCKET, SO_REUSEADDR, &one, 4);
  setsockopt(l, IPPROTO_TCP, TCP_NODELAY, &one, 4);
  setsockopt(l, SOL_SOCKET, 9999, &one, 4);
  bind(l, (struct sockaddr *)&in, sizeof in);
  bind(l, (struct sockaddr *)&in, sizeof in);
  getsockname(l, (struct sockaddr *)&any, &length);
  in = *(struct sockaddr_in *)&any;
  accept(l, (struct sockaddr *)&any, (length = sizeof any, &length));
  listen(l, 1);
  int c = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, IPPROTO_TCP);
  connect(c, (struct sockaddr *)&in, sizeof in);
  length = sizeof any;
  int s = accept(l, (struct sockaddr *)&any, &length);
  int client = ntohs(((struct sockaddr_in *)&any)->sin_port);
  connect(c, (struct sockaddr *)&in, sizeof in);
  send(c, "hola", 4, 0);
  recv(s, buf, 4, 0);
  write(c, "a\"\\\n\0" "1\303\261", 8);
  read(s, buf, 100);
  send(s, "0123456789012345678901234567890123456789", 40, MSG_NOSIGNAL);
  length = sizeof any;
  recvfrom(c, buf, 1024, MSG_WAITALL | MSG_DONTWAIT, (struct sockaddr *)&any, &length);
  recv(c, buf, 9, MSG_DONTWAIT);
  alarm_soon();
  recv(c, buf, 9, 0);
  length = sizeof any;
  getpeername(l, (struct sockaddr *)&any, &length);
  length = sizeof any;
  getpeername(c, (struct sockaddr *)&any, &length);
  length = 4;
  getsockopt(c, SOL_SOCKET, SO_TYPE, &value, &length);
  length = 4;
  getsockopt(c, IPPROTO_IPV6, IPV6_V6ONLY, &value, &length);
  fcntl(c, F_GETFL, 0);
  fcntl(c, F_SETFL, O_RDWR | O_NONBLOCK);
  fcntl(c, F_GETFL, 0);
  fcntl(c, F_GETFD, 0);
  fcntl(c, 99, 0);
  ioctl(s, FIONREAD, &value);
  ioctl(s, SIOCOUTQ, &value);
  ioctl(s, 0x1234, &value);
  shutdown(c, SHUT_WR);
  shutdown(c, 7);
  read(s, buf, 100);
  close(s);
  close(s);
  recv(s, buf, 9, 0);

  int u = socket(AF_INET, SOCK_DGRAM, 0);
  in.sin_port = 0;
  bind(u, (struct sockaddr *)&in, sizeof in);
  length = sizeof any;
  getsockname(u, (struct sockaddr *)&any, &length);
  in = *(struct sockaddr_in *)&any;
  send(u, "x", 1, 0);
  sendto(u, "hola", 4, 0, (struct sockaddr *)&in, sizeof in);
  length = sizeof any;
  recvfrom(u, buf, 2, MSG_TRUNC, (struct sockaddr *)&any, &length);

  int v = socket(AF_INET6, SOCK_DGRAM, IPPROTO_UDP);
  bind(v, (struct sockaddr *)&in6, sizeof in6);
  length = sizeof any;
  getsockname(v, (struct sockaddr *)&any, &length);
  in6 = *(struct sockaddr_in6 *)&any;
  sendto(v, "", 0, 0, (struct sockaddr *)&in6, sizeof in6);
  length = sizeof any;
  recvfrom(v, buf, 100, 0, (struct sockaddr *)&any, &length);
  socket(99, SOCK_STREAM, 0);
  socket(AF_INET, SOCK_SEQPACKET, 0);
  socket(AF_INET, SOCK_RAW, 0);
  structures(u, v);

  length = sizeof any;
  getsockname(l, (struct sockaddr *)&any, &length);
  printf("%d %d %d %d\n", ntohs(((struct sockaddr_in *)&any)->sin_port), client,
         ntohs(in.sin_port), ntohs(in6.sin6_port));
  return 0;
}
