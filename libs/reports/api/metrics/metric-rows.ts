import type { MetricQuery } from '@stipple/contracts';
import type { Principal, Statement } from '@stipple/database';
import {
  type AvoidableCause,
  type DenialClass,
  type DenialCodes,
  type MetricDimension,
  type MetricKey,
  type MetricMode,
  type ScreeningOutcome,
  isReasonDimension,
  metricOf,
} from '@stipple/domain';
import { type JoinName, joinsSql } from './joins';
import { type Measure, measureOf } from './measures';
import { asked, condition, dimensions } from './metric-filters';
import { Parameters, type Range } from './parameters';
import { type Population, type PopulationName, populationOf } from './populations';

/** What a class and a cause are read from, as `read_from` keeps it, and what the domain read. */
export interface Meaning {
  readonly from: DenialCodes & { readonly screened: ScreeningOutcome | null };
  readonly class: DenialClass;
  readonly avoidable: AvoidableCause;
}

/** Whether a decision came in time; of those for which a rule says so. */
export interface Timely {
  readonly id: string;
  readonly in_time: boolean;
}

/** What is counted, and what of it counts once. */
export interface Counting {
  readonly population: PopulationName;
  readonly mode: MetricMode;
}

/** Conditions on the rows for one metric: which of them count, and which of these are its part. */
export interface Sides {
  readonly whole: string;
  readonly part: string;
  /** What makes the part of it, for a row that belongs to the whole. */
  readonly own: string;
  readonly value: string | undefined;
}

/**
 * The rows of one population, narrowed by a question. A figure aggregates them, a cell groups them, a list shows them:
 * each from this one text, so that none can count what another does not.
 */
export class MetricRows {
  readonly mode: MetricMode;
  readonly population: Population;
  private readonly parameters: Parameters;
  private readonly needed = new Set<JoinName>();
  private readonly filters: readonly (readonly [MetricDimension, string])[];
  /** What the domain made of codes and of clocks; `asStatement` reads them where a question needs it. */
  meanings: readonly Meaning[] = [];
  timely: readonly Timely[] = [];

  constructor(
    private readonly who: Principal,
    private readonly range: Range,
    private readonly query: MetricQuery,
    private readonly of: Counting,
  ) {
    this.parameters = new Parameters(who, range);
    this.mode = of.mode;
    this.population = populationOf(of.population, of.mode, this.parameters);
    this.filters = asked(query).filter(
      ([dimension]) => dimension !== 'level' || of.population === 'challenges',
    );
  }

  /** The same rows, with nothing asked of them so far. */
  again(): MetricRows {
    return new MetricRows(this.who, this.range, this.query, this.of);
  }

  needs(join: JoinName): boolean {
    return this.needed.has(join);
  }

  need(...joins: readonly JoinName[]): void {
    for (const one of joins) this.needed.add(one);
  }

  sides(metric: MetricKey): Sides {
    const measure: Measure = measureOf(metric, this.mode);
    this.need(...(measure.needs ?? []));
    const { narrowedByReason } = metricOf(metric);
    const narrow = narrowedByReason === 'nothing' ? [] : this.conditions('reason');
    const whole = [measure.whole, ...(narrowedByReason === 'both' ? narrow : [])];
    const own = [measure.part, ...narrow];
    return { whole: all(whole), part: all([...whole, ...own]), own: all(own), value: measure.value };
  }

  /** A dimension as a column of the rows. */
  keyOf(dimension: MetricDimension): string {
    this.need(...dimensions[dimension].needs);
    return dimensions[dimension].key(this.population.day);
  }

  /** FROM and WHERE. Called last: what was asked for before decides what is joined. */
  text(...more: readonly string[]): string {
    const subject = this.conditions('subject');
    const late = (value: () => unknown) => () => this.parameters.add('jsonb', () => JSON.stringify(value()));
    const joins = joinsSql(this.needed, {
      meanings: late(() => this.meanings),
      timely: late(() => this.timely),
    });
    return `FROM ${this.population.from}\n  ${joins}\n WHERE ${all([this.population.where, ...subject, ...more])}`;
  }

  /** What the question is narrowed by: whose and when, or why. */
  private conditions(about: 'subject' | 'reason'): readonly string[] {
    return this.filters
      .filter(([dimension]) => isReasonDimension(dimension) === (about === 'reason'))
      .map(([dimension, value]) => {
        this.need(...dimensions[dimension].needs);
        return condition(dimension, value, this.population.day, this.parameters);
      });
  }

  get timeZone(): string {
    return this.parameters.timeZone;
  }

  get clinic(): string {
    return this.parameters.clinic;
  }

  add(type: string, value: string): string {
    return this.parameters.add(type, value);
  }

  statement(text: string): Statement {
    return this.parameters.statement(text);
  }
}

function all(conditions: readonly (string | undefined)[]): string {
  return (
    [...new Set(conditions)].filter((one) => one !== undefined && one !== 'true').join(' AND ') || 'true'
  );
}
