import { Digest, digestMail } from './digest-words';

const digest = (counts: Partial<Digest['counts']>, more: Partial<Digest> = {}): Digest => ({
  clinicName: 'Scar Clinic',
  roles: ['coordinator'],
  counts: { late: 0, today: 0, fresh: 0, mine: 0, ...counts },
  publicUrl: 'https://stipple.test',
  ...more,
});

it('says nothing when there is nothing to say', () => expect(digestMail(digest({}))).toBeNull());

it.each([
  [{ late: 1 }, 'Stipple: 1 late'],
  [{ late: 2, today: 3 }, 'Stipple: 2 late, 3 due today'],
  [{ fresh: 4 }, 'Stipple: 4 new'],
])('counts in its subject: %o', (counts, subject) =>
  expect(digestMail(digest(counts))?.subject).toBe(subject),
);

it('says what there is and where to see it', () =>
  expect(digestMail(digest({ late: 1, today: 2, fresh: 3, mine: 1 }))?.text.split('\n')).toEqual([
    'Tasks for you as billing coordinator at Scar Clinic:',
    '',
    '  1 task late',
    '  2 tasks due today',
    '  3 tasks new since yesterday morning',
    '',
    'Of what is late or due, 1 is of cases of yours.',
    '',
    'Queue:    https://stipple.test/queue',
    'Needs me: https://stipple.test/waiting',
    'Schedule: https://stipple.test/schedule',
    '',
    'This e-mail says how many, never what or whose: that stays in Stipple.',
    'Would you rather not have it? You can switch it off in your settings:',
    'https://stipple.test/settings',
  ]));

it('speaks to somebody of two roles as both, and to nobody as the administrator', () =>
  expect(digestMail(digest({ late: 1 }, { roles: ['administrator', 'physician', 'manager'] }))?.text).toMatch(
    /^Tasks for you as physician and manager at/,
  ));
