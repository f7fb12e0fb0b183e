import type { Assent, Authorization } from '../case-facts';
import { refusalsFor } from '../lifecycle/lifecycle';
import { Actor, Role } from '../people';
import {
  aCase,
  anAuthorization,
  codesOf,
  someone,
  theTreatingPhysician,
  treatingPhysician,
} from '../testing/a-case';
import { assentsBy, assentsOpen, authorizationLifecycle, firstState } from './authorization-moves';

const given = (...roles: Assent['as'][]) => roles.map((as) => ({ as, staffId: `the-${as}` }));
const partial = (...roles: Assent['as'][]) =>
  anAuthorization({ basis: 'partial', state: 'awaiting_acknowledgement', assents: given(...roles) });
const notRequired = (...roles: Assent['as'][]) =>
  anAuthorization({ basis: 'not_required', state: 'awaiting_confirmation', assents: given(...roles) });
const asked = (move: string, subject: Authorization, actor: Actor) =>
  codesOf(refusalsFor(authorizationLifecycle, move, { facts: aCase(), subject, actor }));
const also = (...roles: Role[]): Actor => ({ staffId: 'another-physician', roles });

it('puts only a plain approval in force by itself', () => {
  expect(firstState('approved')).toBe('in_force');
  expect(firstState('partial')).toBe('awaiting_acknowledgement');
  expect(firstState('modified')).toBe('awaiting_acknowledgement');
  expect(firstState('not_required')).toBe('awaiting_confirmation');
});

describe('a difference is acknowledged by coordinator and physician', () => {
  it('each giving their own part, in either order', () => {
    expect(assentsOpen(partial())).toEqual(['coordinator', 'physician']);
    expect(asked('acknowledge', partial(), someone('coordinator'))).toEqual([]);
    expect(asked('acknowledge', partial('coordinator'), also('physician'))).toEqual([]);
    expect(asked('acknowledge', partial('physician'), someone('coordinator'))).toEqual([]);
  });
  it('and neither giving it twice', () => {
    expect(asked('acknowledge', partial('coordinator'), someone('coordinator'))).toEqual(['assent_given']);
    expect(asked('acknowledge', partial('physician'), also('physician'))).toEqual(['assent_given']);
  });
  it('a manager has no part in it', () =>
    expect(asked('acknowledge', partial(), someone('manager'))).toEqual(['wrong_role']));
  it('one person who is both gives both', () =>
    expect(assentsBy(partial(), also('coordinator', 'physician'), treatingPhysician)).toEqual([
      'coordinator',
      'physician',
    ]));
});

describe('“not required” is confirmed by a manager and the treating physician', () => {
  it('each giving their own part', () => {
    expect(asked('confirm', notRequired(), someone('manager'))).toEqual([]);
    expect(asked('confirm', notRequired('manager'), theTreatingPhysician)).toEqual([]);
    expect(asked('confirm', notRequired('manager'), someone('manager'))).toEqual(['assent_given']);
  });
  it('not by any other physician', () => {
    expect(asked('confirm', notRequired(), also('physician'))).toEqual(['not_treating_physician']);
    expect(assentsBy(notRequired(), also('physician'), treatingPhysician)).toEqual([]);
  });
  it('not by another physician who is a manager too, once the manager’s part is given', () => {
    expect(assentsBy(notRequired(), also('manager', 'physician'), treatingPhysician)).toEqual(['manager']);
    expect(asked('confirm', notRequired('manager'), also('manager', 'physician'))).toEqual([
      'not_treating_physician',
    ]);
  });
  it('a coordinator has no part in it', () =>
    expect(asked('confirm', notRequired(), someone('coordinator'))).toEqual(['wrong_role']));
});
