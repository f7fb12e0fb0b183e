import { MetricGroups, MetricItems, MetricReport } from '@stipple/contracts';
import {
  type MetricDimension,
  type MetricKey,
  type MetricMode,
  addDays,
  filterParameters,
  hasDimension,
  metricDimensions,
  metricKeys,
  metricModes,
  metricOf,
  metrics,
} from '@stipple/domain';
import { Browser, type Stage, mustBe, openStage } from '../../apps/api-e2e/harness';
import { Dice } from './dice';
import { timeZone } from './make-corpus';
import { demoPassword, staff } from './people';
import { seedDemo } from './seed-demo';
import { SlowCount } from './slow-count/counted-things';
import { plainRows } from './slow-count/plain-rows';
import { shake } from './slow-count/shake';
import { type SlowQuestion, slowFigure, slowKeys } from './slow-count/slow-figure';

/**
 * Every figure, every cell, and the cases behind each, against a count of plain rows by the words of the definitions.
 * `STIPPLE_SEEDS=20` counts as many clinics.
 */
const seeds = Array.from({ length: Number(process.env['STIPPLE_SEEDS'] ?? 2) }, (_, index) => index + 1);

describe.each(seeds)('the clinic of seed %i', (seed) => {
  let stage: Stage;
  let dana: Browser;
  let slow: SlowCount;
  let lastDay: string;
  const dice = new Dice(`figures ${seed}`);
  beforeAll(async () => {
    stage = await openStage();
    const { clinicId } = await seedDemo(stage.db.ownerUrl, stage.files, { cases: 300, seed });
    await shake(stage.db.owner, clinicId, dice);
    const { name, email } = staff.dana;
    dana = await Browser.signIn(stage.url, { id: '', name, email, password: demoPassword });
    slow = new SlowCount(await plainRows(stage.db.owner, clinicId), timeZone);
    lastDay = Temporal.Now.plainDateISO(timeZone).toString();
  }, 120_000);
  afterAll(() => stage.close());

  const whole = (mode: MetricMode): SlowQuestion => ({
    mode,
    from: addDays(lastDay, -3000),
    to: lastDay,
    filters: {},
  });
  const addressOf = (
    { mode, from, to, filters }: SlowQuestion,
    more: Readonly<Record<string, string>> = {},
  ) =>
    new URLSearchParams([
      ['mode', mode],
      ['from', from],
      ['to', to],
      ...Object.entries(filters).map(([dimension, key]) => [
        filterParameters[dimension as MetricDimension],
        key,
      ]),
      ...Object.entries(more),
    ] as string[][]).toString();
  const filter = (dimension: MetricDimension, question: SlowQuestion) => {
    const metric = dimension === 'level' ? 'overturn_rate' : 'denials';
    return dice.pick(slowKeys(slow, metric, dimension, question));
  };
  /** A range and up to three filters, each with a value that occurs. */
  const anyQuestion = (): SlowQuestion => {
    const all = whole(dice.pick(metricModes));
    const from = addDays(lastDay, -dice.within([0, 500]));
    const to = dice.chance(0.3) ? lastDay : addDays(from, dice.within([0, 300]));
    const some = dice.some(metricDimensions, dice.within([0, 3]));
    const filters = Object.fromEntries(some.map((one) => [one, filter(one, all)]));
    return { ...all, from, to, filters };
  };
  const counted = (metric: MetricKey, question: SlowQuestion) => {
    const { part, whole: all, ...more } = slowFigure(slow, metric, question);
    return { part: part.length, whole: all.length, ...more };
  };
  const figures = async (question: SlowQuestion) =>
    MetricReport.parse(
      mustBe(
        200,
        await dana.get(`/api/reports/metrics?${addressOf(question, { metrics: metricKeys.join(',') })}`),
      ),
    ).figures;
  /** All pages of the list behind a figure. */
  const behind = async (metric: MetricKey, question: SlowQuestion, side: 'part' | 'whole') => {
    const ids: string[] = [];
    let total = 0;
    for (let after: string | null = ''; after !== null;) {
      const address = addressOf(question, { side, ...(after && { after }) });
      const answer = await dana.get(`/api/reports/metrics/${metric}/cases?${address}`);
      const page: MetricItems = MetricItems.parse(mustBe(200, answer));
      ids.push(...page.rows.map(({ id }) => id));
      ({ total, next: after } = page);
    }
    return { ids, total };
  };

  it('has something to count for every metric, in every mode', () => {
    for (const { key, modes } of metrics)
      for (const mode of modes) {
        const { part, whole: all } = counted(key, whole(mode));
        expect([key, mode, part > 3, metricOf(key).unit !== 'share' || part < all]).toEqual([
          key,
          mode,
          true,
          true,
        ]);
      }
  });

  it('comes to the same figures for whatever is asked', async () => {
    for (const question of [whole('event'), whole('case'), ...Array.from({ length: 40 }, anyQuestion)])
      for (const { metric, part, whole: all, median, ninthDecile, cents, seconds } of await figures(
        question,
      )) {
        const found = { part, whole: all, median, ninthDecile, cents, seconds };
        expect([metric, question, found]).toEqual([metric, question, nearly(counted(metric, question))]);
      }
  }, 120_000);

  it('splits the time a case was open between payer and clinic, to the second', async () => {
    for (const question of [whole('case'), ...Array.from({ length: 5 }, anyQuestion)]) {
      const all = await figures(question);
      const seconds = (metric: MetricKey) => all.find((one) => one.metric === metric)?.seconds ?? 0;
      expect(seconds('payer_time') + seconds('clinic_time')).toBe(seconds('open_time'));
    }
    expect(counted('payer_time', whole('case')).seconds).toBeGreaterThan(86_400);
  });

  it('leads from every figure to exactly what it counts', async () => {
    for (const question of [whole('event'), whole('case'), ...Array.from({ length: 3 }, anyQuestion)])
      for (const { key } of metrics)
        for (const side of ['part', 'whole'] as const) {
          const { ids, total } = await behind(key, question, side);
          const expected = slowFigure(slow, key, question)[side];
          expect([key, side, question, total, [...ids].sort()]).toEqual([
            key,
            side,
            question,
            expected.length,
            [...expected].sort(),
          ]);
        }
  }, 120_000);

  it.each(metrics)(
    'groups “$name” by every dimension, each cell as its own cases',
    async (metric) => {
      for (const mode of metric.modes)
        for (const by of metricDimensions.filter((one) => hasDimension(metric, one)))
          await cellsAgree(metric.key, { ...anyQuestion(), ...dice.pick([whole(mode), { mode }]) }, [by]);
      const [by, across] = dice.some(
        metricDimensions.filter((one) => hasDimension(metric, one)),
        2,
      );
      await cellsAgree(metric.key, whole('event'), [by, across] as [MetricDimension, MetricDimension]);
      if (hasDimension(metric, 'reason')) await cellsAgree(metric.key, whole('event'), ['payer', 'reason']);
    },
    120_000,
  );

  async function cellsAgree(metric: MetricKey, question: SlowQuestion, by: readonly MetricDimension[]) {
    const [first = 'payer', second] = by;
    const more = { by: first, ...(second && { across: second }) };
    const address = `/api/reports/metrics/${metric}/groups?${addressOf(question, more)}`;
    const { cells } = MetricGroups.parse(mustBe(200, await dana.get(address)));
    const told = new Map(cells.map(({ keys, ...cell }) => [keys.map(({ key }) => key).join(' × '), cell]));
    const combinations = slowKeys(slow, metric, first, question).flatMap((one) =>
      second === undefined ? [[one]] : slowKeys(slow, metric, second, question).map((other) => [one, other]),
    );
    const isOfAll =
      metricOf(metric).narrowedByReason === 'numerator' &&
      by.some((one) => ['reason', 'class', 'avoidable'].includes(one));
    let seen = 0;
    for (const keys of combinations) {
      const own = Object.fromEntries(by.map((dimension, index) => [dimension, keys[index] ?? '']));
      if (
        Object.entries(own).some(
          ([dimension, key]) => (question.filters[dimension as MetricDimension] ?? key) !== key,
        )
      )
        continue;
      const cell = { ...question, filters: { ...question.filters, ...own } };
      const expected = counted(metric, cell);
      const found = told.get(keys.join(' × '));
      if (expected[isOfAll ? 'part' : 'whole'] === 0) {
        expect([metric, by, keys, found]).toEqual([metric, by, keys, undefined]);
        continue;
      }
      seen += 1;
      expect([metric, question, by, keys, found]).toEqual([
        metric,
        question,
        by,
        keys,
        expect.objectContaining(nearly(expected)),
      ]);
      if (dice.chance(0.15)) {
        const { total } = await behind(metric, cell, 'part');
        expect([metric, by, keys, total]).toEqual([metric, by, keys, expected.part]);
      }
    }
    expect([metric, by, told.size]).toEqual([metric, by, seen]);
  }
});

/** Quantiles are fractions that two programs may round in the last place. */
function nearly<Counted extends { median: number | null; ninthDecile: number | null }>(figure: Counted) {
  const close = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 9));
  return { ...figure, median: close(figure.median), ninthDecile: close(figure.ninthDecile) };
}
