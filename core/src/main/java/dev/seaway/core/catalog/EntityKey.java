package dev.seaway.core.catalog;

/** Names one entity of the catalog. */
public record EntityKey(String blueprint, String identifier) {

  private static final long SEED = 0x9E37_79B9_7F4A_7C15L;

  /** A 64-bit hash, by which a run remembers the key. */
  public long hash() {
    return mix(text(text(SEED, blueprint) * 31 + 1, identifier));
  }

  /**
   * A 64-bit hash of what entities of a blueprint relate to by a relation. It is that of the key
   * with both names, parted by a null character, for a blueprint.
   */
  public static long hashOfTarget(String blueprint, String relation, String identifier) {
    long names = text(next(text(SEED, blueprint), '\0'), relation);
    return mix(text(names * 31 + 1, identifier));
  }

  @Override
  public int hashCode() {
    return 31 * blueprint.hashCode() + identifier.hashCode();
  }

  private static long text(long hash, String text) {
    long mixed = hash;
    for (int i = 0; i < text.length(); i++) {
      mixed = next(mixed, text.charAt(i));
    }
    return mixed;
  }

  private static long next(long hash, char letter) {
    long mixed = (hash ^ letter) * 0x0000_0100_0000_01B3L;
    return mixed ^ (mixed >>> 29);
  }

  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ (mixed >>> 31);
  }

  @Override
  public String toString() {
    return blueprint + " " + identifier;
  }
}
