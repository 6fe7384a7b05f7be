package socketscope.syscall.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of the C library that leaves errno. Its handle takes the errno segment first. */
enum CFunction {
  /** int socket(int domain, int type, int protocol) */
  SOCKET("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
  /** int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen) */
  BIND("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
  /** int listen(int sockfd, int backlog) */
  LISTEN("listen", JAVA_INT, JAVA_INT, JAVA_INT),
  /** int accept(int sockfd, struct sockaddr *addr, socklen_t *addrlen) */
  ACCEPT("accept", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS),
  /** int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen) */
  CONNECT("connect", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
  /** ssize_t send(int sockfd, const void *buf, size_t size, int flags) */
  SEND("send", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT),
  /** ssize_t recv(int sockfd, void *buf, size_t size, int flags) */
  RECV("recv", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT),
  /**
   * ssize_t sendto(int sockfd, const void *buf, size_t size, int flags, const struct sockaddr
   * *addr, socklen_t addrlen)
   */
  SENDTO("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT),
  /**
   * ssize_t recvfrom(int sockfd, void *buf, size_t size, int flags, struct sockaddr *addr,
   * socklen_t *addrlen)
   */
  RECVFROM("recvfrom", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS),
  /** ssize_t read(int fd, void *buf, size_t count) */
  READ("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG),
  /** ssize_t write(int fd, const void *buf, size_t count) */
  WRITE("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG),
  /** int shutdown(int sockfd, int how) */
  SHUTDOWN("shutdown", JAVA_INT, JAVA_INT, JAVA_INT),
  /** int close(int fd) */
  CLOSE("close", JAVA_INT, JAVA_INT),
  /** int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen) */
  GETSOCKNAME("getsockname", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS),
  /** int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen) */
  GETPEERNAME("getpeername", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS),
  /** int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen) */
  GETSOCKOPT("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS),
  /** int setsockopt(int sockfd, int level, int optname, const void *optval, socklen_t optlen) */
  SETSOCKOPT("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
  /** int fcntl(int fd, int op, ...) */
  FCNTL(2, "fcntl", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG),
  /** int ioctl(int fd, unsigned long op, ...) */
  IOCTL(2, "ioctl", JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
  /** int socketpair(int domain, int type, int protocol, int sv[2]) */
  SOCKETPAIR("socketpair", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS),
  /** int open(const char *pathname, int flags, ...) */
  OPEN(2, "open", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
  /** int dup2(int oldfd, int newfd) */
  DUP2("dup2", JAVA_INT, JAVA_INT, JAVA_INT),
  /** int dup(int oldfd) */
  DUP("dup", JAVA_INT, JAVA_INT),
  /** int poll(struct pollfd *fds, nfds_t nfds, int timeout) */
  POLL("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT),
  /** ssize_t recvmsg(int sockfd, struct msghdr *msg, int flags) */
  RECVMSG("recvmsg", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT),
  /** unsigned int if_nametoindex(const char *ifname) */
  IF_NAMETOINDEX("if_nametoindex", JAVA_INT, ADDRESS),
  /** int sigaction(int signum, const struct sigaction *act, struct sigaction *oldact) */
  SIGACTION("sigaction", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS),
  /** pid_t getpid(void) */
  GETPID("getpid", JAVA_INT),
  /** pthread_t pthread_self(void); a number on Linux, a pointer on macOS */
  PTHREAD_SELF("pthread_self", JAVA_LONG),
  /** int pthread_kill(pthread_t thread, int sig) */
  PTHREAD_KILL("pthread_kill", JAVA_INT, JAVA_LONG, JAVA_INT),
  /** int kill(pid_t pid, int sig) */
  KILL("kill", JAVA_INT, JAVA_INT, JAVA_INT),
  /** int prctl(int op, ...); Linux */
  PRCTL(1, "prctl", JAVA_INT, JAVA_INT, JAVA_LONG),
  /** pid_t waitpid(pid_t pid, int *wstatus, int options) */
  WAITPID("waitpid", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
  /**
   * int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions, const
   * posix_spawnattr_t *attributes, char *const argv[], char *const envp[]); gives an error's number
   */
  POSIX_SPAWN("posix_spawn", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
  /** int posix_spawn_file_actions_init(posix_spawn_file_actions_t *actions) */
  SPAWN_INIT("posix_spawn_file_actions_init", JAVA_INT, ADDRESS),
  /**
   * int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *actions, int fd, int newfd)
   */
  SPAWN_DUP2("posix_spawn_file_actions_adddup2", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
  /**
   * int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *actions, int fd, const char
   * *path, int flags, mode_t mode)
   */
  SPAWN_OPEN(
      "posix_spawn_file_actions_addopen", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
  /** int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *actions) */
  SPAWN_DESTROY("posix_spawn_file_actions_destroy", JAVA_INT, ADDRESS),
  /** pid_t gettid(void); Linux */
  GETTID("gettid", JAVA_INT),
  /** int pthread_threadid_np(pthread_t thread, uint64_t *thread_id); macOS */
  PTHREAD_THREADID_NP("pthread_threadid_np", JAVA_INT, JAVA_LONG, ADDRESS),
  /** void *malloc(size_t size) */
  MALLOC("malloc", ADDRESS, JAVA_LONG),
  /** void free(void *ptr); the result is not to be looked at */
  FREE("free", JAVA_LONG, ADDRESS);

  private static final int NONE = -1;

  private final String symbol;
  private final int firstVariadic;

  @SuppressWarnings("ImmutableEnumChecker") // layouts are immutable
  private final FunctionDescriptor prototype;

  @SuppressWarnings("ImmutableEnumChecker") // set once
  private volatile @Nullable MethodHandle handle;

  CFunction(String symbol, MemoryLayout returned, MemoryLayout... parameters) {
    this(NONE, symbol, returned, parameters);
  }

  CFunction(int firstVariadic, String symbol, MemoryLayout returned, MemoryLayout... parameters) {
    this.symbol = symbol;
    this.firstVariadic = firstVariadic;
    this.prototype = FunctionDescriptor.of(returned, parameters);
  }

  /** The downcall handle, linked when it is first wanted: linking costs milliseconds. */
  MethodHandle handle() {
    MethodHandle known = handle;
    return known != null ? known : link();
  }

  private synchronized MethodHandle link() {
    MethodHandle linked = handle;
    if (linked == null) {
      Linker linker = Linker.nativeLinker();
      List<Linker.Option> options = new ArrayList<>();
      options.add(Linker.Option.captureCallState("errno"));
      if (firstVariadic != NONE) {
        // x86-64 forgives its absence, Apple's arm64 does not: there, variadic arguments go on the
        // stack.
        options.add(Linker.Option.firstVariadicArg(firstVariadic));
      }
      linked =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow(symbol),
              prototype,
              options.toArray(Linker.Option[]::new));
      handle = linked;
    }
    return linked;
  }
}
