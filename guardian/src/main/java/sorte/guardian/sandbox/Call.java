package sorte.guardian.sandbox;

import java.util.OptionalInt;

/// System calls by name, with their numbers on each architecture (the kernel's published tables; -1
/// where an architecture has no such call).
enum Call {
  // what the sandbox itself calls
  PRCTL(157, 167),
  SECCOMP(317, 277),
  UNSHARE(272, 97),
  SETGROUPS(116, 159),
  SETRESUID(117, 147),
  SETRESGID(119, 149),
  CLOSE_RANGE(436, 436),
  DUP3(292, 24),
  PIPE2(293, 59),
  CHDIR(80, 49),
  FCNTL(72, 25),
  OPENAT(257, 56),
  CLOSE(3, 57),
  READ(0, 63),
  WRITE(1, 64),
  WAIT4(61, 260),
  WAITID(247, 95),
  KILL(62, 129),
  GETPID(39, 172),
  GETPPID(110, 173),
  GETEUID(107, 175),
  GETTID(186, 178),
  SETRLIMIT(160, 164),
  PRLIMIT64(302, 261),
  LANDLOCK_CREATE_RULESET(444, 444),
  LANDLOCK_ADD_RULE(445, 445),
  LANDLOCK_RESTRICT_SELF(446, 446),
  // making processes
  CLONE(56, 220),
  CLONE3(435, 435),
  FORK(57, -1),
  VFORK(58, -1),
  EXECVE(59, 221),
  EXECVEAT(322, 281),
  // sockets
  SOCKET(41, 198),
  SOCKETPAIR(53, 199),
  CONNECT(42, 203),
  ACCEPT(43, 202),
  ACCEPT4(288, 242),
  BIND(49, 200),
  LISTEN(50, 201),
  SENDTO(44, 206),
  SENDMSG(46, 211),
  SENDMMSG(307, 269),
  RECVFROM(45, 207),
  RECVMSG(47, 212),
  RECVMMSG(299, 243),
  // rings
  IO_URING_SETUP(425, 425),
  IO_URING_ENTER(426, 426),
  IO_URING_REGISTER(427, 427),
  // looking into other processes
  PTRACE(101, 117),
  PROCESS_VM_READV(310, 270),
  PROCESS_VM_WRITEV(311, 271),
  PROCESS_MADVISE(440, 440),
  PROCESS_MRELEASE(448, 448),
  KCMP(312, 272),
  PIDFD_OPEN(434, 434),
  PIDFD_GETFD(438, 438),
  PIDFD_SEND_SIGNAL(424, 424),
  GET_ROBUST_LIST(274, 100),
  // signals to others
  TKILL(200, 130),
  TGKILL(234, 131),
  RT_SIGQUEUEINFO(129, 138),
  RT_TGSIGQUEUEINFO(297, 240),
  // metadata, which landlock does not cover
  CHMOD(90, -1),
  FCHMOD(91, 52),
  FCHMODAT(268, 53),
  CHOWN(92, -1),
  FCHOWN(93, 55),
  LCHOWN(94, -1),
  FCHOWNAT(260, 54),
  UTIME(132, -1),
  UTIMES(235, -1),
  FUTIMESAT(261, -1),
  UTIMENSAT(280, 88),
  SETXATTR(188, 5),
  LSETXATTR(189, 6),
  FSETXATTR(190, 7),
  REMOVEXATTR(197, 14),
  LREMOVEXATTR(198, 15),
  FREMOVEXATTR(199, 16),
  GETXATTR(191, 8),
  LGETXATTR(192, 9),
  FGETXATTR(193, 10),
  LISTXATTR(194, 11),
  LLISTXATTR(195, 12),
  FLISTXATTR(196, 13),
  // watching files
  INOTIFY_INIT(253, -1),
  INOTIFY_INIT1(294, 26),
  INOTIFY_ADD_WATCH(254, 27),
  FANOTIFY_INIT(300, 262),
  FANOTIFY_MARK(301, 263),
  // mounts and namespaces
  MOUNT(165, 40),
  UMOUNT2(166, 39),
  PIVOT_ROOT(155, 41),
  CHROOT(161, 51),
  OPEN_TREE(428, 428),
  MOVE_MOUNT(429, 429),
  FSOPEN(430, 430),
  FSCONFIG(431, 431),
  FSMOUNT(432, 432),
  FSPICK(433, 433),
  MOUNT_SETATTR(442, 442),
  SETNS(308, 268),
  SETHOSTNAME(170, 161),
  SETDOMAINNAME(171, 162),
  NAME_TO_HANDLE_AT(303, -1),
  OPEN_BY_HANDLE_AT(304, -1),
  // keys
  ADD_KEY(248, 217),
  REQUEST_KEY(249, 218),
  KEYCTL(250, 219),
  // the kernel's inside
  BPF(321, 280),
  PERF_EVENT_OPEN(298, 241),
  USERFAULTFD(323, 282),
  MEMFD_CREATE(319, 279),
  MEMFD_SECRET(447, 447),
  INIT_MODULE(175, 105),
  FINIT_MODULE(313, 273),
  DELETE_MODULE(176, 106),
  KEXEC_LOAD(246, 104),
  KEXEC_FILE_LOAD(320, 294),
  REBOOT(169, 142),
  SWAPON(167, 224),
  SWAPOFF(168, 225),
  ACCT(163, 89),
  SYSLOG(103, 116),
  QUOTACTL(179, 60),
  QUOTACTL_FD(443, 443),
  IOPL(172, -1),
  IOPERM(173, -1),
  MODIFY_LDT(154, -1),
  PERSONALITY(135, 92),
  USELIB(134, -1),
  LOOKUP_DCOOKIE(212, 18),
  VHANGUP(153, 58),
  NFSSERVCTL(180, 42),
  SETTIMEOFDAY(164, 170),
  CLOCK_SETTIME(227, 112),
  CLOCK_ADJTIME(305, 266),
  ADJTIMEX(159, 171),
  // messages between processes
  SHMGET(29, 194),
  SHMAT(30, 196),
  SHMCTL(31, 195),
  SHMDT(67, 197),
  SEMGET(64, 190),
  SEMOP(65, 193),
  SEMCTL(66, 191),
  SEMTIMEDOP(220, 192),
  MSGGET(68, 186),
  MSGSND(69, 189),
  MSGRCV(70, 188),
  MSGCTL(71, 187),
  MQ_OPEN(240, 180),
  MQ_UNLINK(241, 181),
  MQ_TIMEDSEND(242, 182),
  MQ_TIMEDRECEIVE(243, 183),
  MQ_NOTIFY(244, 184),
  MQ_GETSETATTR(245, 185),
  // priorities, which can be another's
  SETPRIORITY(141, 140),
  SCHED_SETPARAM(142, 118),
  SCHED_SETSCHEDULER(144, 119),
  SCHED_SETATTR(314, 274),
  SCHED_SETAFFINITY(203, 122),
  IOPRIO_SET(251, 30),
  MIGRATE_PAGES(256, 238),
  MOVE_PAGES(279, 239),
  // where a command is looked at
  IOCTL(16, 29),
  // since Linux 6.6
  FCHMODAT2(452, 452);

  /// The highest number of the tables written here; what is above is unknown and refused.
  static final int HIGHEST_KNOWN = 456;

  private final int x86;
  private final int arm;

  Call(int x86, int arm) {
    this.x86 = x86;
    this.arm = arm;
  }

  /// The number on `architecture`, where it has this call.
  OptionalInt on(Architecture architecture) {
    int number =
        switch (architecture) {
          case X86_64 -> x86;
          case AARCH64 -> arm;
        };
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
