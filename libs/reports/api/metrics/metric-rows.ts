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
import { type Measure, countingOf, measureOf } from './measures';
import { asked, condition, dimensions } from './metric-filters';
import type { Timing } from '../timings/judge-timings';
import { Parameters, type Range } from './parameters';
import { type Population, type PopulationName, populationOf } from './populations';

/** What a class and a cause are read from, as `read_from` keeps it, and what the domain read. */
export interface Meaning {
  readonly from: DenialCodes & { readonly screened: ScreeningOutcome | null };
  readonly class: DenialClass;
  readonly avoidable: AvoidableCause;
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
 * The rows that some metrics are counted over, narrowed by a question. A figure aggregates them, a cell groups them, a list
 * shows them: each from this one text, so that none can count what another does not. Several metrics have rows in common
 * where their populations lie among the same; then each has its own population among its conditions.
 */
export class MetricRows {
  /** Of the first metric, and so of the only one, where there is one. */
  readonly population: Population;
  private readonly which: readonly string[];
  private readonly parameters: Parameters;
  private readonly needed = new Set<JoinName>();
  private readonly filters: readonly (readonly [MetricDimension, string])[];
  /** What the domain made of codes and of clocks; `asStatement` reads them where a question needs it. */
  meanings: readonly Meaning[] = [];
  timings: readonly Timing[] = [];

  constructor(
    private readonly who: Principal,
    private readonly range: Range,
    private readonly query: MetricQuery,
    private readonly metrics: readonly [MetricKey, ...MetricKey[]],
  ) {
    this.parameters = new Parameters(who, range);
    this.population = this.populationOf(metrics[0]);
    this.which = [...new Set(metrics.map((metric) => this.populationOf(metric).which))];
    const isOfChallenges = countingOf(metrics[0], query.mode).population === 'challenges';
    this.filters = asked(query).filter(([dimension]) => dimension !== 'level' || isOfChallenges);
  }

  /** The same rows, with nothing asked of them so far. */
  again(): MetricRows {
    return new MetricRows(this.who, this.range, this.query, this.metrics);
  }

  needs(join: JoinName): boolean {
    return this.needed.has(join);
  }

  need(...joins: readonly JoinName[]): void {
    for (const one of joins) this.needed.add(one);
  }

  sides(metric: MetricKey): Sides {
    const measure: Measure = measureOf(metric, countingOf(metric, this.query.mode).mode);
    this.need(...(measure.needs ?? []));
    const { narrowedByReason } = metricOf(metric);
    const narrow = narrowedByReason === 'nothing' ? [] : this.conditions('reason');
    const among = this.which.length > 1 ? this.populationOf(metric).which : undefined;
    const whole = [among, measure.whole, ...(narrowedByReason === 'both' ? narrow : [])];
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
      clinic: () => this.clinic,
      meanings: late(() => this.meanings),
      timely: late(() => this.timings),
    });
    return `FROM ${this.population.from}\n  ${joins}\n WHERE ${all([this.population.within, any(this.which), ...subject, ...more])}`;
  }

  private populationOf(metric: MetricKey): Population {
    const { population, mode } = countingOf(metric, this.query.mode);
    return populationOf(population, mode, this.parameters);
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

function any(conditions: readonly string[]): string {
  if (conditions.includes('true')) return 'true';
  return conditions.length > 1
    ? `(${conditions.map((one) => `(${one})`).join(' OR ')})`
    : (conditions[0] ?? 'true');
}
