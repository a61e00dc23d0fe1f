package sorte.guardian.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both filters of both architectures, run by an interpreter: one of them is never at hand.
class SeccompFilterTest {

  private static final int EPERM = BpfProgram.errno(1);
  private static final int ENOSYS = BpfProgram.errno(38);
  private static final int PID = 4711;
  private static final int THREAD = 0x10000;

  private static int atBirth(Architecture on, Call call, long... arguments) {
    return SeccompFilter.atBirth(on).run(on.auditNumber(), call.on(on).orElseThrow(), arguments);
  }

  private static int later(Architecture on, Call call, long... arguments) {
    return SeccompFilter.afterStart(on, PID)
        .run(on.auditNumber(), call.on(on).orElseThrow(), arguments);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_refused_is_refused_and_ordinary_work_is_not(Architecture on) {
    int looked = 0;
    for (Call call : SeccompFilter.REFUSED) {
      if (call.on(on).isPresent()) {
        assertThat(atBirth(on, call)).as("%s", call).isEqualTo(EPERM);
        looked++;
      }
    }
    assertThat(looked).isGreaterThan(90);
    for (Call call : new Call[] {Call.READ, Call.WRITE, Call.OPENAT, Call.WAIT4, Call.CLONE}) {
      assertThat(atBirth(on, call)).as("%s", call).isEqualTo(BpfProgram.ALLOW);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_process_has_its_door_and_no_way_to_others(Architecture on) {
    BpfProgram filter = SeccompFilter.enclosed(on, false);
    BpfProgram ofGuardian = SeccompFilter.enclosed(on, true);
    for (BpfProgram program : new BpfProgram[] {filter, ofGuardian}) {
      int socket = Call.SOCKET.on(on).orElseThrow();
      assertThat(program.run(on.auditNumber(), socket, 2, 1)).isEqualTo(BpfProgram.ALLOW);
      assertThat(program.run(on.auditNumber(), socket, 10, 1)).isEqualTo(BpfProgram.ALLOW);
      for (int family : new int[] {1, 16, 17, 38, 40}) { // unix, netlink, packet, alg, vsock
        assertThat(program.run(on.auditNumber(), socket, family, 1)).isEqualTo(EPERM);
      }
      for (Call call : new Call[] {Call.PTRACE, Call.PROCESS_VM_READV, Call.MOUNT, Call.BPF}) {
        assertThat(program.run(on.auditNumber(), call.on(on).orElseThrow())).isEqualTo(EPERM);
      }
    }
    for (Call call : new Call[] {Call.KILL, Call.FCHMOD, Call.UNSHARE, Call.SETXATTR}) {
      assertThat(filter.run(on.auditNumber(), call.on(on).orElseThrow())).isEqualTo(EPERM);
    }
    for (Call call : new Call[] {Call.KILL, Call.FCHMOD, Call.UNSHARE}) {
      assertThat(ofGuardian.run(on.auditNumber(), call.on(on).orElseThrow()))
          .isEqualTo(BpfProgram.ALLOW);
    }
  }

  @ParameterizedTest
  @EnumSource
  void another_architecture_is_killed_and_a_call_of_tomorrow_is_not_there(Architecture on) {
    for (BpfProgram filter :
        new BpfProgram[] {SeccompFilter.atBirth(on), SeccompFilter.afterStart(on, PID)}) {
      assertThat(filter.run(0x40000003, 0)).isEqualTo(BpfProgram.KILL_PROCESS); // i386
      assertThat(filter.run(on.auditNumber(), 457)).isEqualTo(ENOSYS);
    }
  }

  @Test
  void the_x32_table_is_killed() {
    Architecture on = Architecture.X86_64;
    assertThat(SeccompFilter.atBirth(on).run(on.auditNumber(), 0x40000000 | 59))
        .isEqualTo(BpfProgram.KILL_PROCESS);
    assertThat(SeccompFilter.atBirth(on).run(on.auditNumber(), 0x40000000))
        .isEqualTo(BpfProgram.KILL_PROCESS);
  }

  @ParameterizedTest
  @EnumSource
  void a_started_child_makes_threads_and_no_process(Architecture on) {
    assertThat(later(on, Call.CLONE, 0x3d0f00)).isEqualTo(BpfProgram.ALLOW); // pthread_create's
    assertThat(0x3d0f00 & THREAD).isNotZero();
    assertThat(later(on, Call.CLONE, 17)).isEqualTo(EPERM);
    assertThat(later(on, Call.CLONE3)).isEqualTo(ENOSYS);
    assertThat(later(on, Call.EXECVE)).isEqualTo(EPERM);
    assertThat(later(on, Call.EXECVEAT)).isEqualTo(EPERM);
    assertThat(later(on, Call.SECCOMP)).isEqualTo(EPERM);
  }

  @ParameterizedTest
  @EnumSource
  void it_signals_itself_alone_and_cannot_undo_its_death_signal(Architecture on) {
    assertThat(later(on, Call.TGKILL, PID, PID, 6)).isEqualTo(BpfProgram.ALLOW);
    assertThat(later(on, Call.TGKILL, PID + 1, PID + 1, 9)).isEqualTo(EPERM);
    assertThat(later(on, Call.PRCTL, 1, 0)).isEqualTo(EPERM);
    assertThat(later(on, Call.PRCTL, 15)).isEqualTo(BpfProgram.ALLOW);
    assertThat(atBirth(on, Call.PRLIMIT64, 0, 2)).isEqualTo(BpfProgram.ALLOW);
    assertThat(atBirth(on, Call.PRLIMIT64, 1, 2)).isEqualTo(EPERM);
    assertThat(atBirth(on, Call.FCNTL, 0, 8)).isEqualTo(EPERM);
    assertThat(atBirth(on, Call.FCNTL, 0, 1)).isEqualTo(BpfProgram.ALLOW);
    assertThat(atBirth(on, Call.IOCTL, 0, 0x5412)).isEqualTo(EPERM);
  }
}
