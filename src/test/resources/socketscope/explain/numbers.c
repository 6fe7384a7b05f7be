/* Calls with numbers that have names, and with some that have none, for strace to name. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

int main(void) {
  int levels[] = {0, 1, 2, 6, 17, 33, 40, 41, 255, 263, 269, 270, 271, 276, 279, 281, 282, 283, 284, 287};
  for (int i = 0; i < 60; i++) socketpair(i, 99, 0, 0);
  for (int i = 0; i < 32; i++) socket(99, i, 0);
  for (int i = 0; i < 32; i++) socket(99, 1u << i | 1, 0);
  for (int i = 0; i < 300; i++) socket(AF_INET, 99, i);
  for (int i = 0; i < 30; i++) socket(AF_NETLINK, 99, i);
  for (int i = 0; i < 20; i++) socket(AF_PACKET, 99, i << 8);
  for (int i = 0; i < sizeof levels / sizeof *levels; i++) {
    for (int option = 0; option < 95; option++) {
      setsockopt(-1, levels[i], option, 0, 0);
      getsockopt(-1, levels[i], option, 0, 0);
    }
  }
  for (int i = 200; i < 220; i++) setsockopt(-1, 0, i, 0, 0);
  for (int i = 200; i < 220; i++) setsockopt(-1, 41, i, 0, 0);
  for (int i = 0; i < 32; i++) send(-1, "", 0, 1u << i);
  for (int i = 0; i < 32; i++) send(-1, "", 0, -1 << i);
  for (int i = 0; i < 5; i++) shutdown(-1, i);
  for (int i = 12; i < 50; i++) fcntl(-1, i, 5);
  for (int i = 1027; i < 1045; i++) if (i != 1033) fcntl(-1, i, 5);
  for (int i = 0; i < 20; i++) fcntl(-1, F_SETFL, 1 << i);
  for (int i = 0; i < 4; i++) fcntl(-1, F_SETFD, i);
  for (int i = 0; i < 4; i++) fcntl(-1, F_SETLEASE, i);
  fcntl(-1, F_SETFL, O_RDWR | O_SYNC | O_NONBLOCK | O_TMPFILE);
  for (int i = 0x8900; i < 0x89e0; i++) ioctl(-1, i, 0);
  return 0;
}
