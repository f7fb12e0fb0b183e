import { createHash } from 'node:crypto';
import type { Principal, Statement } from '@stipple/database';
import type { ReportRange as Range } from '@stipple/domain';

export type { Range };

/**
 * The values that the parts of a statement may name. They are numbered when it is whole: which parts it has is decided
 * late, and PostgreSQL refuses a value that nothing uses.
 */
export class Parameters {
  private readonly values: { readonly type: string; readonly value: string | (() => string) }[] = [];
  private readonly named = new Map<string, string>();

  constructor(
    private readonly who: Principal,
    private readonly range: Range,
  ) {}

  get clinic(): string {
    return this.once('clinic', 'uuid', this.who.clinicId);
  }

  get timeZone(): string {
    return this.once('time zone', 'text', this.who.timeZone);
  }

  get from(): string {
    return this.once('from', 'date', this.range.from);
  }

  get to(): string {
    return this.once('to', 'date', this.range.to);
  }

  get period(): string {
    return `BETWEEN ${this.from} AND ${this.to}`;
  }

  /** What stands for a value in a text, until the statement is made; a function gives it only then. */
  add(type: string, value: string | (() => string)): string {
    return `@{${this.values.push({ type, value }) - 1}}`;
  }

  /** @param planFor null where one plan is the best for whatever values */
  statement(text: string, planFor: 'values' | null = 'values'): Statement {
    const used: number[] = [];
    const numbered = text.replace(/@\{(\d+)\}/g, (_, place: string) => {
      const at = Number(place);
      if (!used.includes(at)) used.push(at);
      return `$${used.indexOf(at) + 1}::${this.values[at]?.type}`;
    });
    // A name of its own for every text: what is asked for decides which tables it reads.
    const hash = createHash('sha256').update(numbered).digest('hex').slice(0, 24);
    return {
      name: `metric_${hash}`,
      text: numbered,
      values: used.map((at) => valueOf(this.values[at]?.value)),
      ...(planFor && { planFor }),
    };
  }

  private once(name: string, type: string, value: string): string {
    const known = this.named.get(name) ?? this.add(type, value);
    this.named.set(name, known);
    return known;
  }
}

function valueOf(value: string | (() => string) | undefined): unknown {
  return typeof value === 'function' ? value() : value;
}
