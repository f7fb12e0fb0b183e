import {
  Binding,
  DocumentKind,
  LetterMaterial,
  PolicyVersion,
  StatementGround,
  StatusCounts,
  checkLetter,
  cosmeticWordsIn,
  criterionWords,
  deriveFacts,
  diagnosisWords,
  firstDraft,
  policyKey,
  procedureWords,
  shelfOf,
  statementGroundWords,
  tidyBindings,
} from '@stipple/domain';
import { measurementsOf, sourcesOf } from '@stipple/evidence-api';
import { policyOn } from '../evidence/policy-on';
import { sourcesRowOf } from '../evidence/so-far';
import type { Story } from '../story';
import { capital, unit } from '../words/clinic-words';

/** The words of a letter with what they rest on, and how its sentences hold. */
export interface DraftedWords {
  readonly body: string;
  readonly bindings: readonly Binding[];
  /** Null in a short one, which has nothing open. */
  readonly counts: StatusCounts | null;
}

/** The draft of the record, with the gaps that only the physician can fill; `filled` has them filled or taken out. */
export function draftedWords(
  story: Story,
  { filled, more = [] }: { filled: boolean; more?: readonly OwnWord[] },
): DraftedWords {
  const material = materialOf(story);
  const draft = firstDraft(material);
  const own: Binding[] = [];
  const lines = filled ? withoutGaps(draft.body.split('\n'), story, material, own) : draft.body.split('\n');
  const end = lines.indexOf('Please approve this request.');
  const body = lines
    .toSpliced(end, 0, ...more.map(([sentence]) => sentence), ...(more.length > 0 ? [''] : []))
    .join('\n');
  const bindings = tidyBindings(body, [...draft.bindings, ...own, ...more.map(onOwnWord)]);
  const { refusals, counts } = checkLetter(body, bindings, shelfOf(material));
  if (filled) story.assertNone(refusals);
  return { body, bindings, counts };
}

export type OwnWord = readonly [sentence: string, ground: StatementGround];

const onOwnWord = ([sentence, ground]: OwnWord): Binding => ({
  sentence,
  to: [{ ref: `statement:${ground}`, said: statementGroundWords[ground] }],
});

const gap = /^\[missing: (.+)\]$/;
const judged: OwnWord = [
  'In my judgement the restriction of movement outweighs this, and I ask you to look at the patient as a whole.',
  'judgement',
];

/** Fills what the physician knows, and takes out what is not argued. */
function withoutGaps(
  lines: readonly string[],
  story: Story,
  { policy }: LetterMaterial,
  own: Binding[],
): readonly string[] {
  const kept: string[] = [];
  const say = (word: OwnWord) => {
    own.push(onOwnWord(word));
    kept.push(word[0]);
  };
  for (const [at, line] of lines.entries()) {
    const what = gap.exec(line)?.[1];
    if (what === undefined) {
      const plainer = policy && withoutFlaggedWord(policy, line);
      if (plainer) own.push(plainer);
      kept.push(plainer?.sentence ?? line);
      continue;
    }
    const quoted = policy && criterionOf(policy, lines[at - 1]);
    // Where there are several ways to meet a policy, the others are argued; what is required is answered once.
    if (quoted?.role === 'one_of') kept.pop();
    else if (quoted) {
      if (!kept.includes(judged[0])) say(judged);
      else kept.pop();
    } else if (policy === null && what.startsWith('the payer’s policy')) kept.splice(-2);
    else {
      const word = ownWordFor(what, story);
      if (word) say(word);
    }
  }
  const heading = kept.indexOf('The payer’s criteria');
  return heading > 0 && kept[heading + 1] === '' ? kept.toSpliced(heading - 1, 2) : kept;
}

/** Of a policy that calls things cosmetic unless something holds, only what has to hold: a screening stops at the word. */
function withoutFlaggedWord(policy: PolicyVersion, line: string): Binding | null {
  const criterion = criterionOf(policy, line);
  if (criterion === null || cosmeticWordsIn([{ field: 'letter', text: line }]).length === 0) return null;
  const unless = criterion.quote.indexOf('unless ');
  if (unless < 0) return null;
  const asked = criterion.quote.slice(unless + 'unless '.length);
  return {
    sentence: `Policy ${policy.number}, version ${policy.version}, asks that “${asked}”`,
    to: [
      {
        ref: `criterion:${policyKey(policy)}#${criterion.id}`,
        said: criterionWords(policy, criterion.quote),
      },
    ],
  };
}

function criterionOf(policy: PolicyVersion, line: string | undefined) {
  return policy.criteria.find(({ quote }) => criterionWords(policy, quote) === line) ?? null;
}

function ownWordFor(what: string, { scar, patient, facts, dice }: Story): OwnWord | null {
  const plan = dice.fork('plan of the letter');
  const { functional } = scar;
  const sessions = facts.case.plannedSessions;
  if (what.startsWith('depth of the needles'))
    return [
      `The planned depth of the needles is ${plan.pick(['1.5 mm', '1.5 to 2.0 mm', '2.0 mm'])}, at intervals of ${plan.pick([4, 5, 6])} weeks.`,
      'plan',
    ];
  if (what.startsWith('how treatment is expected') && functional)
    return [
      `I expect ${functional.measure.words} to reach at least ${functional.aim}${unit(scar)} after ${sessions} sessions, so that what is hindered now becomes possible again.`,
      'expectation',
    ];
  if (what.startsWith('whether and how') && functional)
    return [`Because the scar does not stretch, ${patient.pronoun} ${functional.impairment}.`, 'examination'];
  if (what.startsWith('range of motion') && functional)
    return [`${capital(functional.measure.words)} is restricted.`, 'examination'];
  if (what.startsWith('which conservative'))
    return ['Conservative care did not change this enough.', 'history'];
  return null;
}

const citable: readonly DocumentKind[] = [
  'photo',
  'range_of_motion',
  'scar_scale',
  'prior_treatment',
  'clinical_note',
  'payer_policy',
  'other',
];

/** All that a letter of this case can rest on today, as the API would lay it out. */
function materialOf(story: Story): LetterMaterial {
  const { facts, patient, cast, papers, today, caseNumber } = story;
  const { diagnoses, procedureCode } = facts.case;
  const row = sourcesRowOf(story);
  return {
    facts: deriveFacts(sourcesOf(row), today),
    measurements: measurementsOf(row),
    documents: papers
      .filter(({ kind }) => citable.includes(kind))
      .map(({ id, title, datedOn }) => ({ id, title, datedOn })),
    codes: [
      ...diagnoses.map((code) => ({ code, words: diagnosisWords(code) })),
      { code: procedureCode, words: procedureWords(procedureCode) },
    ],
    policy: policyOn(story, today)?.policy ?? null,
    particulars: {
      patient: `${patient.givenName} ${patient.familyName}`,
      bornOn: patient.birthDate,
      memberId: patient.memberId,
      payer: patient.payer.name,
      physician: cast.physician.name,
      caseNumber: String(caseNumber),
    },
  };
}
