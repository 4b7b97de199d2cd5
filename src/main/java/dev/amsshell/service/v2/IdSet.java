package dev.amsshell.service.v2;

/**
 * Ids that were seen, 16 bytes each and as much again for room: not the texts, but 128 bits made of
 * each. That two ids of one account share theirs is less likely than that the memory fails.
 */
final class IdSet {
  private static final int SMALLEST = 128;

  /** Two longs an id, side by side, the second never zero; both zero where there is none. */
  private long[] slots = new long[SMALLEST * 2];

  private int size;

  /** Adds an id; whether it was new. */
  boolean add(String id) {
    if (size * 4 >= slots.length) {
      grow();
    }
    int slot = slot(high(id), low(id));
    boolean isNew = slots[slot + 1] == 0;
    if (isNew) {
      put(slot, high(id), low(id));
      size++;
    }
    return isNew;
  }

  /** Whether an id was added. */
  boolean contains(String id) {
    return slots[slot(high(id), low(id)) + 1] != 0;
  }

  /** How many were added. */
  int size() {
    return size;
  }

  private void put(int slot, long high, long low) {
    slots[slot] = high;
    slots[slot + 1] = low;
  }

  /** Where an id is, or would be; there is always room. */
  private int slot(long high, long low) {
    int mask = slots.length - 2;
    int slot = ((int) high << 1) & mask;
    while (slots[slot + 1] != 0 && (slots[slot] != high || slots[slot + 1] != low)) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[Math.multiplyExact(old.length, 2)];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        put(slot(old[i], old[i + 1]), old[i], old[i + 1]);
      }
    }
  }

  private static long high(String id) {
    return hash(id, 0x9E3779B97F4A7C15L);
  }

  private static long low(String id) {
    return hash(id, 0xC2B2AE3D27D4EB4FL) | 1;
  }

  /** FNV-1a, whose bits are mixed well at the end as in MurmurHash3. */
  private static long hash(String text, long seed) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
    return hash ^ hash >>> 33;
  }
}
