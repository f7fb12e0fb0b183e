import { watchesOfPhotos } from './watch-photos';

const facts = (photosSince: string | null) => ({
  case: { id: 'c1', state: 'open' as const, plannedSessions: 3 },
  photosSince,
});

it('asks a coordinator to look, within two days of the oldest one that waits', () =>
  expect(watchesOfPhotos(facts('2026-12-01'), '2026-12-01')).toEqual([
    expect.objectContaining({
      key: 'patient_photos:c1',
      taskKind: 'look_at_photos',
      forRole: 'coordinator',
      dueOn: '2026-12-03',
      severity: 'soon',
    }),
  ]));

it('is late once nobody has looked for two days', () =>
  expect(watchesOfPhotos(facts('2026-12-01'), '2026-12-04')[0]?.severity).toBe('late'));

it('asks for nothing where none waits', () => expect(watchesOfPhotos(facts(null), '2026-12-01')).toEqual([]));
