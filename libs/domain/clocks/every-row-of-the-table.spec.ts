import { isDay } from '../calendar';
import { planTypes } from '../coverage';
import { clockNames } from './clock-names';
import { clockAbsences } from './rules/absences';
import { clockRules } from './rules/clock-rules';
import { clockDuties } from './rules/duties';

const all = [...clockRules, ...clockDuties, ...clockAbsences];
const rows = Array.from({ length: 39 }, (_, index) => `C${index + 1}`);

it.each(rows)('%s is there, as a rule, a duty or a reason why there is no date', (row) =>
  expect(all.filter((one) => one.row === row)).not.toEqual([]),
);

it.each(all.map((one) => [one.key, one] as const))(
  '%s says its source, its plans and one whole sentence',
  (_, one) => {
    expect(one.source.length).toBeGreaterThan(5);
    expect(one.sentence).toMatch(/^[A-Z].*\.$/s);
    expect(one.plans.length).toBeGreaterThan(0);
    for (const plan of one.plans) expect(planTypes).toContain(plan);
  },
);

it.each(clockRules.map((rule) => [rule.key, rule] as const))(
  '%s is a period that can be counted',
  (_, rule) => {
    expect(rule.amount).toBeGreaterThan(0);
    expect(Number.isInteger(rule.amount)).toBe(true);
    expect(clockNames).toContain(rule.clock);
    for (const day of [rule.validFrom, rule.validTo]) expect(day === undefined || isDay(day)).toBe(true);
    expect(rule.state === undefined || rule.basis === 'state').toBe(true);
  },
);

it('no two entries have the same key', () => {
  for (const list of [clockRules, clockDuties, clockAbsences]) {
    const keys = list.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

it('every clock has a rule, or a reason why it has none', () => {
  for (const name of clockNames.filter((one) => one !== 'decision_extension'))
    expect([
      name,
      clockRules.some(({ clock }) => clock === name) ||
        clockAbsences.some(({ clocks }) => clocks.includes(name)),
    ]).toEqual([name, true]);
});

it('no rule of CMS-0057-F is written down for an employer’s or an individual plan', () => {
  for (const rule of clockRules.filter(({ source }) => source.includes('CMS-0057-F')))
    expect(rule.plans.filter((plan) => plan.startsWith('commercial') || plan === 'marketplace')).toEqual([]);
});

it('no rule of a state is written down for a self-funded plan', () => {
  for (const { plans } of clockRules.filter(({ basis }) => basis === 'state'))
    expect(plans).not.toContain('commercial_self_funded');
});
