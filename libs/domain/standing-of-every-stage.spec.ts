import { stages, standingOf } from './standing';
import { aCase, aClearance, aLetter, aRequest, aScreening, anAuthorization } from './testing/a-case';
import { lines } from './testing/every-stage';

const written = { screenings: [aScreening()], letters: [aLetter()] };
const asked = (state: ReturnType<typeof aRequest>['state']) => ({
  ...written,
  requests: [aRequest({ state })],
});

it.each(lines)('with %s', (_, facts, stage, actsNext, nextStep, dueOn) =>
  expect(standingOf(aCase(facts))).toEqual({
    stage,
    actsNext,
    dueOn,
    dueFor: dueOn === null ? null : expect.any(String),
    nextStep: expect.stringMatching(nextStep),
  }),
);

it('knows a case for every stage there is', () =>
  expect(new Set(lines.map(([, , stage]) => stage))).toEqual(new Set(stages)));

it('leaves “no action required” alone once what follows from it is recorded', () => {
  const facts = aCase({
    ...asked('no_action_required'),
    authorizations: [anAuthorization({ basis: 'not_required', state: 'revoked' })],
  });
  expect(standingOf(facts).stage).toBe('preparing');
});

it('does not send anybody to book on a clearance that is used up, has closed or is not in force', () => {
  for (const clearance of [
    aClearance({ used: 6 }),
    aClearance({ closesOn: '2026-11-22' }),
    aClearance({ active: false }),
  ])
    expect(standingOf(aCase({ ...asked('approved'), clearances: [clearance] })).stage).toBe('preparing');
});
