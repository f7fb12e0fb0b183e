import { auditWords } from './audit-words';
import { lifecycles } from './lifecycles';

it.each([
  ['letter.sign', 'Signed a letter'],
  ['auth_request.deny', 'Recorded a denial'],
  ['auth_request.approve_by_phone', 'Recorded an approval by phone'],
  ['auth_request.acknowledge_receipt', 'Recorded the payer’s receipt'],
  ['payer_authorization.record', 'Recorded an authorization'],
  ['payer_authorization.confirm', 'Confirmed that nothing is required'],
  ['treatment_case.correct', 'Corrected case details'],
  ['treatment_session.check_in', 'Checked a patient in'],
  ['staff.keep_out', 'Deactivated a person'],
])('tells %s as “%s”', (action, words) => expect(auditWords(action)).toBe(words));

it('tells every move there is as something that was done', () => {
  const told = lifecycles.flatMap(({ subject, moves }) =>
    moves.map((rule) => ({ action: `${subject}.${rule.move}`, label: rule.label })),
  );
  for (const { action, label } of told) {
    expect(auditWords(action)).toMatch(/^(Began|Built|Gave|Set|Withdrew|Wrote|Sent|\w+ed) /);
    expect([action, auditWords(action)]).not.toEqual([action, label]);
  }
});

it('keeps the name of an action that it does not know', () => {
  expect(auditWords('scar_map.redraw')).toBe('scar map: redraw');
});
