const START_CAPACITY = 1 << 12;
const EMPTY = 0;

/**
 * Remembers which events were seen, in 16 to 32 bytes each whatever their ids are. It keeps a hash of 53 bits: "not seen" is
 * certain, "seen" has to be looked up.
 */
export class SeenEvents {
  private slots = new Float64Array(START_CAPACITY);
  private used = 0;

  /** @returns whether it may have been seen before */
  add(id: string): boolean {
    if (this.used * 2 >= this.slots.length) this.grow();
    const isNew = place(this.slots, hashOf(id));
    if (isNew) this.used += 1;
    return !isNew;
  }

  has(id: string): boolean {
    const hash = hashOf(id);
    return this.slots[slotOf(this.slots, hash)] === hash;
  }

  private grow(): void {
    const larger = new Float64Array(this.slots.length * 2);
    for (const hash of this.slots) if (hash !== EMPTY) place(larger, hash);
    this.slots = larger;
  }
}

function place(slots: Float64Array, hash: number): boolean {
  const slot = slotOf(slots, hash);
  const isNew = slots[slot] === EMPTY;
  slots[slot] = hash;
  return isNew;
}

/** Where a hash is, or would be. */
function slotOf(slots: Float64Array, hash: number): number {
  let slot = hash % slots.length;
  while (slots[slot] !== EMPTY && slots[slot] !== hash) slot = (slot + 1) % slots.length;
  return slot;
}

/** 53 bits of a string, never 0. */
function hashOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & high) + (low >>> 0) || 1;
}

/** In which of so many shares of the players one is. */
export const shareOf = (playerDocumentId: string, shares: number): number => hashOf(playerDocumentId) % shares;
