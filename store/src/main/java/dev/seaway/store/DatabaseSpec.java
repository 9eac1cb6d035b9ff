package dev.seaway.store;

/**
 * Describes one kind of database file: what it holds, and how it is kept.
 *
 * @param name begins each message about such a file, for example "The catalog's database"
 * @param durability what a commit outlives
 * @param readers connections that read beside the writer, at least 1
 * @param cacheMegabytes of pages that each connection may hold in memory, outside of the heap
 * @param disposable whether a file that cannot be read is replaced by an empty one
 * @param ifDamaged what people do with a damaged file, as a sentence
 * @param ifGone what people do where the file was removed or replaced in use, as a sentence
 */
public record DatabaseSpec(
    String name,
    Schema schema,
    Durability durability,
    int readers,
    int cacheMegabytes,
    boolean disposable,
    String ifDamaged,
    String ifGone) {

  /** What a commit outlives. */
  public enum Durability {
    /** A kill of the process. A power loss may take the last commits, never a part of one. */
    PROCESS,
    /** A loss of power too: each commit waits for the disk. */
    POWER
  }

  public DatabaseSpec {
    if (readers < 1) {
      throw new IllegalArgumentException("A database needs a reader");
    }
  }
}
