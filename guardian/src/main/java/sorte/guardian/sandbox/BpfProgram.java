package sorte.guardian.sandbox;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// A classic BPF program over `struct seccomp_data`, written instruction by instruction.
final class BpfProgram {

  /// What a program may return (linux/seccomp.h).
  static final int ALLOW = 0x7FFF0000;

  static final int KILL_PROCESS = 0x80000000;
  private static final int ERRNO = 0x00050000;

  private static final int LOAD_WORD = 0x20; // BPF_LD | BPF_W | BPF_ABS
  private static final int JUMP_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
  private static final int JUMP_GREATER = 0x25; // BPF_JMP | BPF_JGT | BPF_K
  private static final int JUMP_AT_LEAST = 0x35; // BPF_JMP | BPF_JGE | BPF_K
  private static final int JUMP_BITS = 0x45; // BPF_JMP | BPF_JSET | BPF_K
  private static final int RETURN = 0x06; // BPF_RET | BPF_K

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int ARGUMENTS = 16;

  /// The kernel's own bound (BPF_MAXINSNS).
  private static final int INSTRUCTIONS_MOST = 4096;

  private static final int INSTRUCTION_BYTES = 8;

  private record Instruction(int code, int whenTrue, int whenFalse, int k) {}

  private final List<Instruction> instructions = new ArrayList<>();

  static int errno(int number) {
    return ERRNO | number;
  }

  BpfProgram loadNumber() {
    return add(LOAD_WORD, 0, 0, NUMBER);
  }

  BpfProgram loadArchitecture() {
    return add(LOAD_WORD, 0, 0, ARCHITECTURE);
  }

  /// The low half of an argument (both architectures are little-endian).
  BpfProgram loadArgument(int index) {
    return add(LOAD_WORD, 0, 0, ARGUMENTS + 8 * index);
  }

  BpfProgram returnAlways(int action) {
    return add(RETURN, 0, 0, action);
  }

  BpfProgram returnWhenEqual(int value, int action) {
    return add(JUMP_EQUAL, 0, 1, value).returnAlways(action);
  }

  BpfProgram returnUnlessEqual(int value, int action) {
    return add(JUMP_EQUAL, 1, 0, value).returnAlways(action);
  }

  BpfProgram returnWhenAbove(int value, int action) {
    return add(JUMP_GREATER, 0, 1, value).returnAlways(action);
  }

  BpfProgram returnWhenAtLeast(int value, int action) {
    return add(JUMP_AT_LEAST, 0, 1, value).returnAlways(action);
  }

  /// `action` unless one of `bits` is set.
  BpfProgram returnUnlessBits(int bits, int action) {
    return add(JUMP_BITS, 1, 0, bits).returnAlways(action);
  }

  /// Runs `inner`, which ends in a return, when the loaded word is `value`.
  BpfProgram whenEqual(int value, BpfProgram inner) {
    add(JUMP_EQUAL, 0, inner.instructions.size(), value);
    instructions.addAll(inner.instructions);
    return this;
  }

  private BpfProgram add(int code, int whenTrue, int whenFalse, int k) {
    if (whenFalse > 255 || instructions.size() >= INSTRUCTIONS_MOST) {
      throw new IllegalStateException("the filter is longer than the kernel takes");
    }
    instructions.add(new Instruction(code, whenTrue, whenFalse, k));
    return this;
  }

  int length() {
    return instructions.size();
  }

  /// `struct sock_filter[]` in native memory.
  MemorySegment in(Arena arena) {
    MemorySegment all = arena.allocate((long) INSTRUCTION_BYTES * instructions.size(), 8);
    for (int i = 0; i < instructions.size(); i++) {
      Instruction one = instructions.get(i);
      long at = (long) INSTRUCTION_BYTES * i;
      all.set(ValueLayout.JAVA_SHORT, at, (short) one.code);
      all.set(ValueLayout.JAVA_BYTE, at + 2, (byte) one.whenTrue);
      all.set(ValueLayout.JAVA_BYTE, at + 3, (byte) one.whenFalse);
      all.set(ValueLayout.JAVA_INT, at + 4, one.k);
    }
    return all;
  }

  /// Loads what [#in] needs.
  void rehearse() {
    try (Arena arena = Arena.ofConfined()) {
      if (in(arena).byteSize() == 0) {
        throw new IllegalStateException("an empty filter");
      }
    }
  }

  /// What the program returns for one system call: the same interpreter as the kernel's, so that
  /// the filter of an architecture that is not at hand can be tested too.
  int run(int architecture, int number, long... arguments) {
    int accumulator = 0;
    for (int pc = 0; pc < instructions.size(); pc++) {
      Instruction one = instructions.get(pc);
      boolean taken;
      switch (one.code) {
        case LOAD_WORD -> {
          accumulator = word(one.k, architecture, number, arguments);
          continue;
        }
        case RETURN -> {
          return one.k;
        }
        case JUMP_EQUAL -> taken = accumulator == one.k;
        case JUMP_GREATER -> taken = Integer.compareUnsigned(accumulator, one.k) > 0;
        case JUMP_AT_LEAST -> taken = Integer.compareUnsigned(accumulator, one.k) >= 0;
        case JUMP_BITS -> taken = (accumulator & one.k) != 0;
        default -> throw new IllegalStateException("no such instruction: " + one.code);
      }
      pc += taken ? one.whenTrue : one.whenFalse;
    }
    throw new IllegalStateException("the filter ends without a return");
  }

  private static int word(int offset, int architecture, int number, long... arguments) {
    return switch (offset) {
      case NUMBER -> number;
      case ARCHITECTURE -> architecture;
      default -> {
        int index = (offset - ARGUMENTS) / 8;
        yield index < arguments.length ? (int) arguments[index] : 0;
      }
    };
  }
}
