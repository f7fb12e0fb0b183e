import { DocumentKind, ShelfDocument, dayInWords, diagnosisWords } from '@stipple/domain';
import type { Dice } from '../dice';
import type { Patient } from '../patients';
import type { Scar } from '../scars';
import { capital, unit } from './clinic-words';

export interface LetterFacts {
  readonly patient: Patient;
  readonly scar: Scar;
  readonly physician: string;
  readonly sessions: number;
  /** What the case holds, the newest last. */
  readonly papers: readonly (ShelfDocument & { readonly kind: DocumentKind })[];
}

/** A sentence and what it rests on; one without anything asserts nothing. */
export type Written = readonly [sentence: string, ...refs: readonly string[]];

/**
 * A letter of medical necessity, as paragraphs: what the patient has, where it came from, what it hinders, what was
 * tried, what is planned, what can be measured afterwards, and what is not known. A figure stands in it only where a
 * document of the case holds it.
 */
export function letterOf(dice: Dice, facts: LetterFacts): readonly (readonly Written[])[] {
  const { patient, scar, physician, sessions } = facts;
  const { givenName, familyName, birthDate, memberId, payer } = patient;
  const name = `${givenName} ${familyName}`;
  const place = ['fact:cause_of_scar', 'fact:body_site', 'fact:side'];
  return [
    [[`To ${payer.name}`, 'particular:coverage']],
    [
      [
        `Re: ${name}, born ${dayInWords(birthDate)}, member ${memberId}`,
        'particular:patient',
        'particular:coverage',
      ],
    ],
    [
      [`I treat ${name} for a scar of the ${scar.place} after ${scar.origin}.`, ...place],
      [`It goes back to ${dayInWords(scar.injuredOn)}.`, 'fact:injured_on'],
      [
        `Diagnoses: ${scar.diagnoses.map((code) => `${code} (${diagnosisWords(code).toLowerCase()})`).join('; ')}.`,
        ...scar.diagnoses.map((code) => `code:${code}`),
      ],
    ],
    functionOf(dice, facts),
    triedOf(facts),
    [
      [
        `I plan ${sessions} sessions of microneedling, code 17999.`,
        'fact:planned_sessions',
        'fact:procedure_codes',
      ],
      [
        `The planned depth of the needles is ${dice.pick(['1.5 mm', '1.5 to 2.0 mm', '2.0 mm'])}, at intervals of ${dice.pick([4, 5, 6])} weeks.`,
        'statement:plan',
      ],
    ],
    goalOf(scar, sessions),
    [
      [
        'Needling devices have been cleared for facial acne scars; use on another scar lies outside of that indication.',
        'literature:clearance',
      ],
      ['A review rated the published evidence for burn scars as thin.', 'literature:review_thin'],
      dice.pick<Written>([
        ['I have explained this to the patient.', 'statement:history'],
        [
          'I consider treatment appropriate, because release and graft carry more risk.',
          'statement:judgement',
        ],
      ]),
    ],
    [['Please call me for a conversation with your medical director.']],
    [[physician]],
  ];
}

function functionOf(dice: Dice, { scar, patient, papers }: LetterFacts): readonly Written[] {
  const scale = paper(papers, 'scar_scale');
  const rated: readonly Written[] = scale
    ? [[`On the Vancouver Scar Scale it scores ${scar.vss} of 13.`, scale]]
    : [];
  if (scar.functional === null)
    return [
      ['The scar is visible and bothers the patient.', 'statement:history'],
      ['It does not restrict movement.', 'statement:examination'],
      ...rated,
    ];
  const { impairment, measure, before } = scar.functional;
  const measured = paper(papers, 'range_of_motion');
  return [
    dice.pick<Written>([
      [
        `The scar tethers the skin, and because of it ${patient.pronoun} ${impairment}.`,
        'statement:examination',
      ],
      [`Because the scar does not stretch, ${patient.pronoun} ${impairment}.`, 'statement:history'],
    ]),
    ...(measured
      ? [
          [
            `${capital(measure.words)} is ${before}${unit(scar)}; normal is ${measure.norm}${unit(scar)}.`,
            measured,
          ] as const,
        ]
      : []),
    ...rated,
    ['This is an impairment of function, not a matter of appearance.', 'statement:judgement'],
  ];
}

function triedOf({ scar, papers }: LetterFacts): readonly Written[] {
  const record = paper(papers, 'prior_treatment');
  return record
    ? [[`${capital(listed(scar.tried))} did not change this enough.`, record]]
    : [['Conservative care did not change this enough.', 'statement:history']];
}

function goalOf(scar: Scar, sessions: number): readonly Written[] {
  const aim = scar.functional
    ? `${scar.functional.measure.words} of at least ${scar.functional.aim}${unit(scar)}`
    : 'a scar that is softer by two points';
  return [
    [`The goal is ${aim} after ${sessions} sessions.`, 'statement:expectation'],
    ['If there is no measurable gain, I will stop.', 'statement:plan'],
  ];
}

/** The newest document of a kind, as a binding names it. */
function paper(papers: LetterFacts['papers'], kind: DocumentKind): string | null {
  const found = papers.findLast((one) => one.kind === kind);
  return found ? `document:${found.id}` : null;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** What physicians ask for before they sign, and what is added then. */
export const letterChanges = [
  {
    note: 'Say how the restriction was measured.',
    ground: 'examination',
    answer: 'Every range was measured in the same way, each time by the same therapist.',
  },
  {
    note: 'Name what was tried before and for how long.',
    ground: 'history',
    answer: 'Silicone sheeting and massage were tried, without lasting gain.',
  },
  {
    note: 'State what we will measure to judge success.',
    ground: 'expectation',
    answer: 'I expect a gain of ten degrees, or of two points of pain, after the third session.',
  },
] as const;
