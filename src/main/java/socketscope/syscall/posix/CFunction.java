package socketscope.syscall.posix;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A function of the C library that programs call for themselves. It is described by its prototype;
 * {@link SystemCallHandles} has the handle that calls it.
 */
enum CFunction {
  SOCKET("int socket(int domain, int type, int protocol)"),
  CONNECT("int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen)"),
  READ("ssize_t read(int fd, void *buf, size_t count)"),
  WRITE("ssize_t write(int fd, const void *buf, size_t count)"),
  CLOSE("int close(int fd)"),
  SETSOCKOPT(
      "int setsockopt(int sockfd, int level, int optname, const void *optval, "
          + "socklen_t optlen)"),
  FCNTL("int fcntl(int fd, int op, ...)"),
  OPEN("int open(const char *pathname, int flags, ...)"),
  DUP2("int dup2(int oldfd, int newfd)"),
  RECVMSG("ssize_t recvmsg(int sockfd, struct msghdr *msg, int flags)"),
  IF_NAMETOINDEX("unsigned int if_nametoindex(const char *ifname)"),
  SIGACTION("int sigaction(int signum, const struct sigaction *act, struct sigaction *oldact)"),
  GETPID("pid_t getpid(void)"),
  /** A number on Linux, a pointer on macOS. */
  PTHREAD_SELF("pthread_t pthread_self(void)"),
  PTHREAD_KILL("int pthread_kill(pthread_t thread, int sig)"),
  KILL("int kill(pid_t pid, int sig)"),
  /** Of Linux. */
  PRCTL(
      "int prctl(int op, unsigned long arg2, unsigned long arg3, unsigned long arg4, "
          + "unsigned long arg5)"),
  WAITPID("pid_t waitpid(pid_t pid, int *wstatus, int options)"),
  /** Gives an error's number. */
  POSIX_SPAWN(
      "int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t "
          + "*actions, const posix_spawnattr_t *attributes, char *const argv[], char *const envp[])"),
  SPAWN_INIT("int posix_spawn_file_actions_init(posix_spawn_file_actions_t *actions)"),
  SPAWN_DUP2(
      "int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *actions, int "
          + "fd, int newfd)"),
  SPAWN_OPEN(
      "int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *actions, int "
          + "fd, const char *path, int flags, mode_t mode)"),
  SPAWN_DESTROY("int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *actions)"),
  /** Of Linux. */
  GETTID("pid_t gettid(void)"),
  /** Of macOS. */
  PTHREAD_THREADID_NP("int pthread_threadid_np(pthread_t thread, uint64_t *thread_id)"),
  MALLOC("void *malloc(size_t size)"),
  /** The result is not to be looked at. */
  FREE("void free(void *ptr)");

  private final String prototype;
  private final String symbol;

  @SuppressWarnings("ImmutableEnumChecker") // set once
  private volatile @Nullable MemorySegment address;

  CFunction(String prototype) {
    this.prototype = prototype;
    String before = prototype.substring(0, prototype.indexOf('('));
    symbol = before.substring(before.lastIndexOf(' ') + 1).replace("*", "");
  }

  /** Where it is; looked up when it is first wanted, for no system has all of them. */
  MemorySegment address() {
    MemorySegment known = address;
    if (known == null) {
      known = SystemCallHandles.address(symbol);
      address = known;
    }
    return known;
  }

  /** Whether its last parameter has no type. */
  boolean isVariadic() {
    return SystemCallHandles.isVariadic(prototype);
  }

  /** Whether of what it returns only the lower half means something. */
  boolean returnsInt() {
    return SystemCallHandles.returnsInt(prototype);
  }
}
