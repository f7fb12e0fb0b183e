export type Range = readonly [least: number, most: number];

/**
 * Random numbers that are the same on every machine and in every version of Node: sfc32, seeded through a small
 * hash of a name. Every case has dice of its own, so that a change to one story leaves the others as they were.
 */
export class Dice {
  private a: number;
  private b: number;
  private c: number;
  private count = 1;

  constructor(readonly name: string) {
    this.a = hash(name, 1);
    this.b = hash(name, 2);
    this.c = hash(name, 3);
    // The first numbers still resemble the seed.
    for (let round = 0; round < 12; round++) this.bits();
  }

  /** Dice that depend on these only by name. */
  fork(name: string | number): Dice {
    return new Dice(`${this.name}/${name}`);
  }

  /** 32 random bits. */
  bits(): number {
    const sum = (((this.a + this.b) | 0) + this.count) | 0;
    this.count = (this.count + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number of the range, both ends included. */
  within([least, most]: Range): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.fraction() < share;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.fraction() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Some of the items, in their own order. */
  some<T>(items: readonly T[], count: number): T[] {
    const chosen = new Set(this.shuffled(items.map((_, index) => index)).slice(0, count));
    return items.filter((_, index) => chosen.has(index));
  }

  /** One of the items, each as likely as its weight. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let left = this.fraction() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    const last = items.at(-1);
    if (last === undefined) throw new Error('nothing to choose from');
    return last[0];
  }

  shuffled<T>(items: readonly T[]): T[] {
    const list = [...items];
    for (let end = list.length - 1; end > 0; end--) {
      const other = Math.floor(this.fraction() * (end + 1));
      const [x, y] = [list[end] as T, list[other] as T];
      list[end] = y;
      list[other] = x;
    }
    return list;
  }
}

/** FNV-1a with a final mix; enough to spread names over the generator's state. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1);
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
