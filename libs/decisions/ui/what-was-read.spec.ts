import { whatWasRead } from './what-was-read';

const said = (code: string, kind?: string) =>
  whatWasRead({ code, kind }).map(({ weight, sentence }) => `${weight}: ${sentence}`);

it('says nothing of an empty field', () => expect(said('')).toEqual([]));

it('says in words what was read, and the class it makes', () => {
  const [read, settled, ...rest] = said('co-50, n661', 'clinical');
  expect(read).toMatch(/^note: Read: CO \(contractual.*\), 50 \(.+\), N661 \(records do not support/);
  expect(settled).toMatch(/^note: Clinical: arguable\. 50 says/);
  expect(rest).toEqual([]);
});

it('leaves the class open while neither the codes nor a person have settled it', () => {
  expect(said('96')).toContain('note: The codes leave the class open; the kind below decides.');
  expect(said('96', 'benefit_exclusion').join()).toContain('note: Benefit exclusion.');
});

it('warns of a code that is in no list, of one that is no longer issued and of a kind that contradicts', () => {
  expect(said('X9', 'clinical').join()).toContain('before_request: X9 is in no list');
  expect(said('15', 'administrative').join()).toContain('before_request: 15 is no longer issued');
  expect(said('197', 'clinical').join()).toContain('before_request: Recorded as clinical');
  expect(said('197').join()).not.toContain('Recorded as');
});

it('says before it is sent what the server refuses: what cannot be read, and what is no denial', () => {
  expect(said('why not').join()).toContain('refused: “WHY” is neither');
  expect(said('PR-1', 'administrative').join()).toMatch(/refused: The code is the patient’s share/);
  expect(said('CO-45', 'administrative').join()).toMatch(/refused: The code is the patient’s share/);
});
