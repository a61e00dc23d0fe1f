package sorte.guardian.sandbox;

import static sorte.guardian.sandbox.Call.*;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The two system-call filters. The first is put on the thread that starts a child and inherited by
/// it; the second the child puts over all its threads before anything else.
final class SeccompFilter {

  private static final int EPERM = 1;
  private static final int ENOSYS = 38;

  /// Above every number of x86-64: the x32 table of the same processor.
  private static final int X32 = 0x40000000;

  private static final int SET_MODE_FILTER = 1;
  private static final int TSYNC = 1;

  private static final int CLONE_THREAD = 0x00010000;
  private static final int PR_SET_NAME = 15;
  private static final int PR_GET_NAME = 16;
  private static final int PR_SET_VMA = 0x53564d41;

  /// Commands of fcntl that send signals to another process: F_SETOWN F_SETSIG F_SETOWN_EX
  /// F_NOTIFY.
  private static final List<Integer> FCNTL_REFUSED = List.of(8, 10, 15, 1026);

  /// Commands of ioctl: FIOSETOWN SIOCSPGRP FIOASYNC TIOCSTI TIOCLINUX.
  private static final List<Integer> IOCTL_REFUSED =
      List.of(0x8901, 0x8902, 0x5452, 0x5412, 0x541C);

  /// Refused from the child's first instruction on.
  static final List<Call> REFUSED =
      List.of(
          SOCKET,
          SOCKETPAIR,
          CONNECT,
          ACCEPT,
          ACCEPT4,
          BIND,
          LISTEN,
          SENDTO,
          SENDMSG,
          SENDMMSG,
          RECVFROM,
          RECVMSG,
          RECVMMSG,
          IO_URING_SETUP,
          IO_URING_ENTER,
          IO_URING_REGISTER,
          PTRACE,
          PROCESS_VM_READV,
          PROCESS_VM_WRITEV,
          PROCESS_MADVISE,
          PROCESS_MRELEASE,
          KCMP,
          PIDFD_OPEN,
          PIDFD_GETFD,
          PIDFD_SEND_SIGNAL,
          GET_ROBUST_LIST,
          KILL,
          TKILL,
          RT_SIGQUEUEINFO,
          RT_TGSIGQUEUEINFO,
          CHMOD,
          FCHMOD,
          FCHMODAT,
          FCHMODAT2,
          CHOWN,
          FCHOWN,
          LCHOWN,
          FCHOWNAT,
          UTIME,
          UTIMES,
          FUTIMESAT,
          UTIMENSAT,
          SETXATTR,
          LSETXATTR,
          FSETXATTR,
          REMOVEXATTR,
          LREMOVEXATTR,
          FREMOVEXATTR,
          GETXATTR,
          LGETXATTR,
          FGETXATTR,
          LISTXATTR,
          LLISTXATTR,
          FLISTXATTR,
          INOTIFY_INIT,
          INOTIFY_INIT1,
          INOTIFY_ADD_WATCH,
          FANOTIFY_INIT,
          FANOTIFY_MARK,
          MOUNT,
          UMOUNT2,
          PIVOT_ROOT,
          CHROOT,
          OPEN_TREE,
          MOVE_MOUNT,
          FSOPEN,
          FSCONFIG,
          FSMOUNT,
          FSPICK,
          MOUNT_SETATTR,
          SETNS,
          UNSHARE,
          SETHOSTNAME,
          SETDOMAINNAME,
          NAME_TO_HANDLE_AT,
          OPEN_BY_HANDLE_AT,
          ADD_KEY,
          REQUEST_KEY,
          KEYCTL,
          BPF,
          PERF_EVENT_OPEN,
          USERFAULTFD,
          MEMFD_CREATE,
          MEMFD_SECRET,
          INIT_MODULE,
          FINIT_MODULE,
          DELETE_MODULE,
          KEXEC_LOAD,
          KEXEC_FILE_LOAD,
          REBOOT,
          SWAPON,
          SWAPOFF,
          ACCT,
          SYSLOG,
          QUOTACTL,
          QUOTACTL_FD,
          IOPL,
          IOPERM,
          MODIFY_LDT,
          PERSONALITY,
          USELIB,
          LOOKUP_DCOOKIE,
          VHANGUP,
          NFSSERVCTL,
          SETTIMEOFDAY,
          CLOCK_SETTIME,
          CLOCK_ADJTIME,
          ADJTIMEX,
          SHMGET,
          SHMAT,
          SHMCTL,
          SHMDT,
          SEMGET,
          SEMOP,
          SEMCTL,
          SEMTIMEDOP,
          MSGGET,
          MSGSND,
          MSGRCV,
          MSGCTL,
          MQ_OPEN,
          MQ_UNLINK,
          MQ_TIMEDSEND,
          MQ_TIMEDRECEIVE,
          MQ_NOTIFY,
          MQ_GETSETATTR,
          SETPRIORITY,
          SCHED_SETPARAM,
          SCHED_SETSCHEDULER,
          SCHED_SETATTR,
          SCHED_SETAFFINITY,
          IOPRIO_SET,
          MIGRATE_PAGES,
          MOVE_PAGES);

  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;

  /// What doors need: the runtime's pair of sockets joins it with itself alone.
  private static final List<Call> OF_PROCESSES =
      List.of(
          SOCKET,
          SOCKETPAIR,
          CONNECT,
          ACCEPT,
          ACCEPT4,
          BIND,
          LISTEN,
          SENDTO,
          SENDMSG,
          SENDMMSG,
          RECVFROM,
          RECVMSG,
          RECVMMSG);

  /// And what giving birth needs.
  private static final List<Call> OF_PROCESSES_WITH_CHILDREN =
      Stream.concat(
              OF_PROCESSES.stream(),
              Stream.of(UNSHARE, KILL, SETPRIORITY, CHMOD, FCHMOD, FCHMODAT, FCHMODAT2))
          .toList();

  private SeccompFilter() {}

  static boolean available(Kernel kernel, int operation) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment action = arena.allocate(ValueLayout.JAVA_INT);
      action.set(ValueLayout.JAVA_INT, 0, BpfProgram.KILL_PROCESS);
      return kernel.call(SECCOMP, operation, 0, action.address()) == 0;
    }
  }

  /// What a child is born with.
  static BpfProgram atBirth(Architecture architecture) {
    BpfProgram program = guarded(architecture);
    for (Call call : REFUSED) {
      call.on(architecture).ifPresent(n -> program.returnWhenEqual(n, BpfProgram.errno(EPERM)));
    }
    // limits of another process of the same user: the first argument is whose
    on(
        program,
        architecture,
        PRLIMIT64,
        new BpfProgram().loadArgument(0).returnUnlessEqual(0, BpfProgram.errno(EPERM)));
    on(program, architecture, FCNTL, refusing(FCNTL_REFUSED));
    on(program, architecture, IOCTL, refusing(IOCTL_REFUSED));
    return program.returnAlways(BpfProgram.ALLOW);
  }

  /// What a process of Sorte is born with: doors of its own on the network, no socket of any family
  /// but the internet's, no look into another process and no word to it. It may start what the
  /// walls of [Landlock] let it run.
  ///
  /// @param startsChildren whether it gives birth to confined children itself, and ends them
  static BpfProgram enclosed(Architecture architecture, boolean startsChildren) {
    BpfProgram program = guarded(architecture);
    List<Call> allowed = startsChildren ? OF_PROCESSES_WITH_CHILDREN : OF_PROCESSES;
    for (Call call : REFUSED) {
      if (!allowed.contains(call)) {
        call.on(architecture).ifPresent(n -> program.returnWhenEqual(n, BpfProgram.errno(EPERM)));
      }
    }
    BpfProgram families = new BpfProgram().loadArgument(0);
    families.returnWhenEqual(AF_INET, BpfProgram.ALLOW);
    families.returnWhenEqual(AF_INET6, BpfProgram.ALLOW);
    on(program, architecture, SOCKET, families.returnAlways(BpfProgram.errno(EPERM)));
    on(program, architecture, FCNTL, refusing(FCNTL_REFUSED));
    return program.returnAlways(BpfProgram.ALLOW);
  }

  /// What a child adds for itself: no new program, no new process, and no undoing of its limits.
  static BpfProgram afterStart(Architecture architecture, int pid) {
    BpfProgram program = guarded(architecture);
    for (Call call : List.of(EXECVE, EXECVEAT, FORK, VFORK, SECCOMP, SETRLIMIT)) {
      call.on(architecture).ifPresent(n -> program.returnWhenEqual(n, BpfProgram.errno(EPERM)));
    }
    // the C library then falls back to clone, whose flags a filter can see
    CLONE3.on(architecture).ifPresent(n -> program.returnWhenEqual(n, BpfProgram.errno(ENOSYS)));
    on(
        program,
        architecture,
        CLONE,
        new BpfProgram().loadArgument(0).returnUnlessBits(CLONE_THREAD, BpfProgram.errno(EPERM)));
    on(
        program,
        architecture,
        TGKILL,
        new BpfProgram().loadArgument(0).returnUnlessEqual(pid, BpfProgram.errno(EPERM)));
    BpfProgram prctl = new BpfProgram().loadArgument(0);
    for (int allowed : List.of(PR_SET_NAME, PR_GET_NAME, PR_SET_VMA)) {
      prctl.returnWhenEqual(allowed, BpfProgram.ALLOW);
    }
    on(program, architecture, PRCTL, prctl.returnAlways(BpfProgram.errno(EPERM)));
    return program.returnAlways(BpfProgram.ALLOW);
  }

  private static BpfProgram guarded(Architecture architecture) {
    BpfProgram program =
        new BpfProgram()
            .loadArchitecture()
            .returnUnlessEqual(architecture.auditNumber(), BpfProgram.KILL_PROCESS)
            .loadNumber();
    if (architecture == Architecture.X86_64) {
      program.returnWhenAtLeast(X32, BpfProgram.KILL_PROCESS);
    }
    return program.returnWhenAbove(Call.HIGHEST_KNOWN, BpfProgram.errno(ENOSYS));
  }

  private static BpfProgram refusing(List<Integer> commands) {
    BpfProgram inner = new BpfProgram().loadArgument(1);
    commands.forEach(command -> inner.returnWhenEqual(command, BpfProgram.errno(EPERM)));
    return inner;
  }

  private static void on(
      BpfProgram program, Architecture architecture, Call call, BpfProgram inner) {
    OptionalInt number = call.on(architecture);
    if (number.isPresent()) {
      program.whenEqual(number.getAsInt(), inner.returnAlways(BpfProgram.ALLOW));
    }
  }

  /// Puts `program` on this thread, or on all threads of this process.
  static void install(Kernel kernel, BpfProgram program, boolean allThreads) throws Kernel.Refused {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(16, 8); // struct sock_fprog
      header.set(ValueLayout.JAVA_SHORT, 0, (short) program.length());
      header.set(ValueLayout.JAVA_LONG, 8, program.in(arena).address());
      long result =
          kernel.must(
              "a system-call filter",
              SECCOMP,
              SET_MODE_FILTER,
              allThreads ? TSYNC : 0,
              header.address());
      if (result != 0) {
        throw new Kernel.Refused("thread " + result + " did not take the system-call filter");
      }
    }
  }
}
