package sorte.guardian.attest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import sorte.trading.door.Json;

/// A log with its checkpoint and its witness copy, and what a forger may make of them: by chance,
/// or knowing the format whole and lacking the key; at last with the key, against the witness
/// alone.
final class Tampering {
  static final int ENTRIES = 45;

  /// From one milestone to the next, in these small logs.
  static final int MILESTONE = 32;

  private static final int FORKS = 6;
  private static final String GOOD = "good";

  /// Everything that is read, as bytes.
  record State(byte[] entries, byte[] checkpoint, byte[] milestones, byte[] witness) {
    boolean same(State other) {
      return Arrays.equals(entries, other.entries)
          && Arrays.equals(checkpoint, other.checkpoint)
          && Arrays.equals(milestones, other.milestones)
          && Arrays.equals(witness, other.witness);
    }
  }

  /// What is done to it.
  enum Kind {
    BITS,
    EDITED,
    EDITED_AND_LINKED,
    DELETED,
    DELETED_AND_LINKED,
    INSERTED,
    INSERTED_AND_LINKED,
    DOUBLED,
    SWAPPED,
    REVERSED,
    CUT_BYTES,
    CUT_ENTRIES,
    PUT_BACK,
    APPENDED,
    GARBAGE_BEHIND,
    FORKED,
    CHECKPOINT_BITS,
    CHECKPOINT_GONE,
    MILESTONE_BITS,
    MILESTONE_GONE,
    WITNESS_BITS
  }

  private final Random random;
  private final State good;
  private final List<State> earlier = new ArrayList<>();
  private final List<State> forks = new ArrayList<>();

  /// @param folder where it may write
  Tampering(Path folder, SigningKey key, long seed, boolean withMilestones) throws IOException {
    this.random = new Random(seed);
    int every = withMilestones ? MILESTONE : LogFolder.MILESTONE;
    good = written(folder.resolve("good"), key, every, ENTRIES, GOOD, earlier);
    for (int i = 0; i < FORKS; i++) {
      State fork =
          written(folder.resolve("fork" + i), key, every, ENTRIES + i % 3, "f" + i, List.of());
      forks.add(new State(fork.entries(), fork.checkpoint(), fork.milestones(), good.witness()));
    }
  }

  State good() {
    return good;
  }

  /// The log that begins like every other of the same length and goes on as `name` says.
  private static State written(
      Path at, SigningKey key, int every, int entries, String name, List<State> each)
      throws IOException {
    LogFolder files = new LogFolder(at.resolve("log"), every);
    Path witnesses = at.resolve("witness");
    Path witness = Witness.file(witnesses, files, key.guardianKey());
    try (TransparencyLog log =
        TransparencyLog.open(files, key, AuditTest.CLOCK, Optional.of(witnesses), _ -> {})) {
      for (int i = 0; i < entries; i++) {
        ObjectNode own = Json.object().put("change", "c" + i);
        own.put("said", i < ENTRIES / 2 ? "as always" : name);
        log.append("Noted", own);
        if (name.equals(GOOD)) {
          each.add(state(files, witness));
        }
      }
    }
    return state(files, witness);
  }

  private static State state(LogFolder files, Path witness) throws IOException {
    return new State(
        Files.readAllBytes(files.entries()),
        Files.readAllBytes(files.checkpoint()),
        Files.exists(files.milestones()) ? Files.readAllBytes(files.milestones()) : new byte[0],
        Files.readAllBytes(witness));
  }

  /// Puts a state where it is looked at.
  static void put(State state, LogFolder files, Path witness) throws IOException {
    Files.createDirectories(files.folder());
    Files.createDirectories(witness.getParent());
    Files.write(files.entries(), state.entries());
    written(files.checkpoint(), state.checkpoint());
    written(files.milestones(), state.milestones());
    Files.write(witness, state.witness());
  }

  private static void written(Path file, byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      Files.deleteIfExists(file);
    } else {
      Files.write(file, bytes);
    }
  }

  /// Something that differs from the good state.
  State bad(Kind kind) {
    for (int tries = 0; tries < 100; tries++) {
      State bad = once(kind);
      if (!bad.same(good)) {
        return bad;
      }
    }
    throw new AssertionError(kind + " changes nothing");
  }

  private State once(Kind kind) {
    List<byte[]> records = new ArrayList<>(records(good.entries()));
    int at = random.nextInt(records.size());
    int other = random.nextInt(records.size());
    return switch (kind) {
      case BITS -> entries(bits(good.entries(), 0));
      case EDITED -> {
        records.set(at, bits(records.get(at), 0));
        yield entries(file(records));
      }
      case EDITED_AND_LINKED -> {
        records.set(at, edited(records.get(at)));
        yield entries(file(linked(records)));
      }
      case DELETED -> entries(file(without(records, at, other)));
      case DELETED_AND_LINKED -> entries(file(linked(without(records, at, other))));
      case INSERTED -> {
        records.add(at, records.get(other));
        yield entries(file(records));
      }
      case INSERTED_AND_LINKED -> {
        records.add(at, edited(records.get(other)));
        yield entries(file(linked(records)));
      }
      case DOUBLED -> {
        records.add(at, records.get(at));
        yield entries(file(records));
      }
      case SWAPPED -> {
        Collections.swap(records, at, other);
        yield entries(file(random.nextBoolean() ? records : linked(records)));
      }
      case REVERSED -> {
        Collections.reverse(records.subList(Math.min(at, other), Math.max(at, other) + 1));
        yield entries(file(random.nextBoolean() ? records : linked(records)));
      }
      case CUT_BYTES ->
          entries(Arrays.copyOf(good.entries(), random.nextInt(good.entries().length)));
      case CUT_ENTRIES -> entries(file(records.subList(0, at)));
      case PUT_BACK -> {
        State then = earlier.get(random.nextInt(earlier.size() - 1));
        yield new State(then.entries(), then.checkpoint(), then.milestones(), good.witness());
      }
      case APPENDED -> {
        records.add(edited(records.get(other)));
        yield entries(file(linked(records)));
      }
      case GARBAGE_BEHIND -> {
        byte[] longer = Arrays.copyOf(good.entries(), good.entries().length + 1 + other);
        yield entries(bits(longer, good.entries().length));
      }
      case FORKED -> forks.get(random.nextInt(forks.size()));
      case CHECKPOINT_BITS ->
          new State(good.entries(), bits(good.checkpoint(), 0), good.milestones(), good.witness());
      case CHECKPOINT_GONE ->
          new State(good.entries(), new byte[0], good.milestones(), good.witness());
      case MILESTONE_BITS ->
          good.milestones().length == 0
              ? once(Kind.BITS)
              : new State(
                  good.entries(), good.checkpoint(), bits(good.milestones(), 0), good.witness());
      case MILESTONE_GONE ->
          good.milestones().length == 0
              ? once(Kind.EDITED)
              : new State(
                  good.entries(),
                  good.checkpoint(),
                  Arrays.copyOf(good.milestones(), good.milestones().length / 2),
                  good.witness());
      case WITNESS_BITS ->
          new State(good.entries(), good.checkpoint(), good.milestones(), bits(good.witness(), 0));
    };
  }

  private State entries(byte[] other) {
    return new State(other, good.checkpoint(), good.milestones(), good.witness());
  }

  private byte[] bits(byte[] from, int first) {
    byte[] bad = from.clone();
    for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
      bad[first + random.nextInt(bad.length - first)] ^= (byte) (1 << random.nextInt(8));
    }
    return bad;
  }

  /// Other words in an entry that stays in form.
  private byte[] edited(byte[] record) {
    ObjectNode body = (ObjectNode) Json.read(record);
    return Json.bytes(body.put("said", "what was never said " + random.nextInt(1_000_000)));
  }

  private static List<byte[]> without(List<byte[]> records, int at, int other) {
    records.subList(Math.min(at, other), Math.max(at, other) + 1).clear();
    return records;
  }

  /// Numbers and links as whoever knows the format would put them.
  private static List<byte[]> linked(List<byte[]> records) {
    Merkle merkle = new Merkle();
    List<byte[]> linked = new ArrayList<>();
    String previous = EntryForm.GENESIS;
    for (byte[] record : records) {
      ObjectNode body = (ObjectNode) Json.read(record);
      byte[] again = Json.bytes(body.put("n", linked.size()).put("previous", previous));
      linked.add(again);
      previous = HexFormat.of().formatHex(merkle.leaf(again));
    }
    return linked;
  }

  private static List<byte[]> records(byte[] file) {
    List<byte[]> records = new ArrayList<>();
    try {
      LogFile.read(new ByteArrayInputStream(file), records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private static byte[] file(List<byte[]> records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("SORTELOG".getBytes(UTF_8));
    for (byte[] record : records) {
      byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(record.length).array();
      CRC32C crc = new CRC32C();
      crc.update(length);
      crc.update(record);
      out.writeBytes(length);
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
      out.writeBytes(record);
    }
    return out.toByteArray();
  }

  /// Tried `count` times over all kinds in turn, with what was not found, by kind.
  interface Looking {
    boolean finds(State bad) throws IOException;
  }

  void each(int count, Map<Kind, Integer> unseen, Looking looking) throws IOException {
    for (int i = 0; i < count; i++) {
      Kind kind = Kind.values()[i % Kind.values().length];
      if (!looking.finds(bad(kind))) {
        unseen.merge(kind, 1, Integer::sum);
      }
    }
  }
}
