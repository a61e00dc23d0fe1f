/// The guardian as a process: its door and its order of writes.
@org.jspecify.annotations.NullMarked
package sorte.guardian.process;
