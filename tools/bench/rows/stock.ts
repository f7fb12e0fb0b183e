/** Things that requests use up or borrow: each is in one hand at a time, and comes back changed or not at all. */
export class Stock<Thing> {
  private readonly things: Thing[];

  constructor(things: readonly Thing[]) {
    this.things = [...things];
  }

  get left(): number {
    return this.things.length;
  }

  take(): Thing | null {
    return this.things.shift() ?? null;
  }

  giveBack(thing: Thing): void {
    this.things.push(thing);
  }
}

/** Three equal shares: one for each that is measured, and one for what is recorded. */
export function shares<Thing>(things: readonly Thing[], count: number): readonly (readonly Thing[])[] {
  const size = Math.floor(things.length / count);
  return Array.from({ length: count }, (_, at) => things.slice(at * size, (at + 1) * size));
}
