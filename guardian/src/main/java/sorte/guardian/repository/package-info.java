/// The repository of record: seeds, candidate commits, main. JGit alone touches it.
@org.jspecify.annotations.NullMarked
package sorte.guardian.repository;
