import type { Bench } from '../bench';
import { Columns, inOrder, raw } from '../sql';
import { letterHash, wording } from '../verbs/case';
import { begin, step } from '../verbs/history';
import { signLetter, signature } from '../verbs/papers';
import { Attack, attack, fresh, newOf } from './attack';

/** The physician signs the letter that waits for it, with something wrong about it. */
function signReady(b: Bench, set: Columns = {}, forged: Columns = {}): string {
  const of = b.of('readyLetter');
  return inOrder(signLetter(b.ground, of, set), signature(b.ground, of, forged));
}

/** A letter on the other case, from its first words to the signature over them. `wrong`: what its words have instead. */
export function signFreshWords(b: Bench, wrong: Columns, forged: Columns = {}): string {
  const of = { caseId: b.ids.otherCase, id: fresh() };
  const go = (seq: number, from: string, move: string, to: string) =>
    step(b.ground, 'letter', of, { seq, from, move, to });
  return inOrder(
    begin(b.ground, 'letter', of, { move: 'draft', to: 'draft' }, { version: 1 }),
    wording(b.ground, of.id, 1, 'second', wrong),
    go(2, 'draft', 'ask_signature', 'ready'),
    go(3, 'ready', 'sign', 'signed'),
    signature(b.ground, of, { seq: 3, letter_version: 1, ...forged }),
  );
}

const covers = ['signature.signature_covers_words', 'letter_version.letter_version_hash'];

export const paperAttacks: readonly Attack[] = [
  attack(
    'sign a letter without a signature',
    ['letter.signed_letter_shows_signed_words', 'signature.signature_of_version'],
    (b) => signLetter(b.ground, b.of('readyLetter')),
  ),
  attack('sign a letter and show other words', 'letter.signed_letter_shows_signed_words', (b) =>
    signReady(b, { version: 1 }),
  ),
  attack('sign a letter and show no words', 'letter.letter_version_not_null', (b) =>
    signLetter(b.ground, b.of('readyLetter'), { version: null }),
  ),
  attack('sign other words than the letter’s', covers, (b) =>
    signReady(b, {}, { content_hash: '\\x' + '22'.repeat(32) }),
  ),
  attack(
    'sign a sentence that rests on nothing',
    ['signature.only_bound_words_are_signed', 'letter_version.letter_version_bound'],
    (b) => signFreshWords(b, { open_sentences: 1 }),
  ),
  attack(
    'sign words that nobody checked',
    ['signature.only_bound_words_are_signed', 'letter_version.letter_version_bound'],
    (b) =>
      signFreshWords(
        b,
        { bindings: null, open_sentences: null, checked_with: null },
        { content_hash: raw(`stipple.letter_hash(ARRAY['17999'], 'second', NULL)`) },
      ),
  ),
  attack('sign without a word on one’s sentences', 'signature INSERT assertions_bound', (b) =>
    signFreshWords(b, { open_sentences: 1 }, { assertions_bound: null }),
  ),
  attack('sign nothing', 'signature.signature_content_hash_not_null', (b) =>
    signReady(b, {}, { content_hash: null }),
  ),
  attack('sign as a manager', 'signature.only_physicians_sign', (b) =>
    signReady(b, {}, { signer_id: b.ground.managerId }),
  ),
  attack('sign as nobody', 'signature.signature_signer_id_not_null', (b) =>
    signReady(b, {}, { signer_id: null }),
  ),
  attack('sign as if it were long ago', 'signature INSERT signed_at', (b) =>
    signReady(b, {}, { signed_at: '2020-01-01' }),
  ),
  attack('sign in advance', 'signature.signature_has_event', (b) => signature(b.ground, b.of('readyLetter'))),
  ...['case_id', 'seq', 'subject'].map((column) =>
    attack(
      `sign in advance, leaving out the ${column.replaceAll('_', ' ')}`,
      `signature.signature_${column}_not_null`,
      (b) => signature(b.ground, b.of('readyLetter'), { [column]: null }),
    ),
  ),
  attack('sign twice', 'signature.signature_pkey', (b) =>
    signature(b.ground, b.of('letter'), {
      letter_version: 1,
      content_hash: raw(letterHash('first')),
      signer_id: b.ground.otherPhysicianId,
    }),
  ),
  attack('keep two signed letters on one case', 'letter.one_current_letter', (b) => {
    const of = newOf(b);
    return inOrder(
      begin(b.ground, 'letter', of, { move: 'draft', to: 'draft' }, { version: 1 }),
      wording(b.ground, of.id, 1, 'second'),
      `UPDATE stipple.letter SET state = 'ready', seq = 2 WHERE id = '${of.id}'`,
      `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id)
       VALUES ('${b.ground.clinicId}', '${of.caseId}', 'letter', '${of.id}', 2, 'draft', 'ask_signature', 'ready', '${b.ground.coordinatorId}')`,
      `UPDATE stipple.letter SET state = 'signed', seq = 3 WHERE id = '${of.id}'`,
      `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id)
       VALUES ('${b.ground.clinicId}', '${of.caseId}', 'letter', '${of.id}', 3, 'ready', 'sign', 'signed', '${b.ground.coordinatorId}')`,
      signature(b.ground, of, { seq: 3, letter_version: 1 }),
    );
  }),
  attack(
    'write a letter without words',
    ['letter.letter_has_version', 'letter_version.letter_version_pkey'],
    (b) => begin(b.ground, 'letter', newOf(b), { move: 'draft', to: 'draft' }, { version: 1 }),
  ),
  attack(
    'write words of no letter',
    ['letter_version.letter_version_clinic_id_letter_id_fkey', 'letter.letter_pkey'],
    (b) => wording(b.ground, fresh(), 1, 'words'),
  ),
  attack('write words as nobody', 'letter_version.letter_version_clinic_id_author_id_fkey', (b) =>
    wording(b.ground, b.ids.letter, 7, 'words').replace(b.ground.coordinatorId, fresh()),
  ),
  attack('write words without an author', 'letter_version.letter_version_author_id_not_null', (b) =>
    wording(b.ground, b.ids.letter, 7, 'words').replace(`'${b.ground.coordinatorId}'`, 'NULL'),
  ),
  attack('write words as if it were long ago', 'letter_version INSERT written_at', (b) =>
    wording(b.ground, b.ids.letter, 7, 'words')
      .replace('author_id,', 'author_id, written_at,')
      .replace(`'${b.ground.coordinatorId}',`, `'${b.ground.coordinatorId}', '2020-01-01',`),
  ),
];
