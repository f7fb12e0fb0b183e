import { instantOf } from '../formats';
import type { Field } from './field';
import { offsetWords, typedTime, withOffsets } from './local-time';

const zone = 'America/New_York';
const sentAt: Field = { kind: 'datetime', name: 'sentAt', label: 'Sent' };

describe('8 March 2026, when the clocks are put forward over 2:00 to 3:00', () => {
  it.each(['2026-03-08T02:00', '2026-03-08T02:30', '2026-03-08T02:59'])('%s never comes', (local) =>
    expect(typedTime(local, zone)).toEqual({ mistake: expect.stringMatching(/never comes/), choices: [] }),
  );
  it.each(['2026-03-08T01:59', '2026-03-08T03:00', '2026-03-07T02:30', '2026-03-09T02:30'])(
    '%s is a time like any other',
    (local) => expect(typedTime(local, zone)).toEqual({ mistake: null, choices: [] }),
  );
  it('no offset makes it come', () =>
    expect(typedTime('2026-03-08T02:30', zone, '-05:00').mistake).not.toBeNull());
});

describe('1 November 2026, when they are put back over 1:00 to 2:00', () => {
  it.each(['2026-11-01T01:00', '2026-11-01T01:30', '2026-11-01T01:59'])('%s comes twice', (local) =>
    expect(typedTime(local, zone)).toEqual({
      mistake: expect.stringMatching(/comes twice/),
      choices: ['-04:00', '-05:00'],
    }),
  );
  it.each(['2026-11-01T00:59', '2026-11-01T02:00'])('%s comes once', (local) =>
    expect(typedTime(local, zone)).toEqual({ mistake: null, choices: [] }),
  );

  it('is what was chosen: an hour lies between the two', () => {
    const sent = (offset: string) => {
      const values = withOffsets({ sentAt: '2026-11-01T01:30' }, [sentAt], {
        timeZone: zone,
        offsets: { sentAt: offset },
      });
      return instantOf(String(values['sentAt']), zone);
    };
    expect(typedTime('2026-11-01T01:30', zone, '-05:00')).toMatchObject({ mistake: null });
    expect([sent('-04:00'), sent('-05:00')]).toEqual(['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z']);
    expect(offsetWords('2026-11-01T01:30', '-05:00', zone)).toMatch(/1:30\sAM EST/);
  });

  it('a choice that was made for another time is forgotten with it', () =>
    expect(
      withOffsets({ sentAt: '2026-11-02T01:30' }, [sentAt], {
        timeZone: zone,
        offsets: { sentAt: '-04:00' },
      }),
    ).toEqual({ sentAt: '2026-11-02T01:30' }));
});

it('says nothing of a field in which nothing is typed', () => {
  for (const one of ['', null, undefined, '2026-11-01'])
    expect(typedTime(one, zone)).toEqual({ mistake: null, choices: [] });
});
