import { PlanType, waiverFor, waiverWords } from '../coverage';
import { lostChallenges, runningChallenges } from '../moves/challenge-states';
import { readAdjustment } from './adjustment-reasons';
import type { RouteCase } from './challenge-answers';
import { DenialClass, isJudgement } from './classes';
import { planLevels } from './plan-levels';
import { isAboutNetwork } from './network-reasons';
import { RouteAnswer, askFirst, closed, open } from './route';

/** Reasons after which more is asked for, instead of the same again. */
export const extensionReasons: readonly string[] = ['198', '302'];

const corrections: Partial<Record<DenialClass, string>> = {
  authorization: 'the authorization’s number and the payer’s approval; or the referral that was missing',
  documentation: 'exactly the item that was missing',
  coding: 'the corrected code, with a note on what was wrong',
  eligibility: 'the coverage verified again, and the payer that is responsible',
  timely_filing: 'the proof that it was sent in time',
};

/** Nothing decided is edited: a correction is a new request that is linked to the denied one. */
export function correctAndResubmit({ denialClass, denial }: RouteCase): RouteAnswer {
  if (denialClass === 'unclassified')
    return askFirst(
      'What would have to be corrected is not known: ask the payer what its decision rests on.',
    );
  const what = corrections[denialClass as DenialClass];
  if (what === undefined)
    return closed('Nothing was missing or wrong: the same packet again would be denied again.');
  const read = denial.code === null ? null : readAdjustment(denial.code);
  return open('The coordinator', [what, 'a new request that is linked to the denied one'], {
    notes: read?.known ? [read.entry.next] : [],
  });
}

export function newRequest({ denialClass, denial }: RouteCase): RouteAnswer {
  if (denial.code !== null && extensionReasons.includes(denial.code))
    return open('The coordinator', ['the units or days still needed', 'the authorization that ran out'], {
      name: 'New request: extension',
      notes: [
        'Only as far as the payer permits; what was used beyond is written off, never billed to the patient.',
      ],
    });
  if (isJudgement(denialClass))
    return open('The coordinator, with the physician’s new evidence', [
      'evidence or a code that the denied request did not have',
      'a new letter of medical necessity, signed',
    ]);
  if (denialClass === 'benefit_exclusion')
    return open(
      'The coordinator, with the physician',
      ['the injury and the impaired function, where the request was misread as one for looks'],
      { notes: ['New evidence of need alone does not move a plan’s exclusion.'] },
    );
  return denialClass === 'unclassified'
    ? askFirst('Whether new evidence would help is not known: ask the payer what its decision rests on.')
    : closed('What was asked for stays the same: correct it and send it again.');
}

/** An exception asks a plan to cover what it does not; it argues nothing. */
export function exception(about: RouteCase): RouteAnswer {
  const { denialClass, denial, planType, facts } = about;
  const network = isAboutNetwork(denial);
  const asked = facts.challenges.filter(({ kind }) => kind === 'exception');
  if (asked.some(({ state }) => runningChallenges.includes(state))) return closed('It is already under way.');
  if (asked.some(({ state }) => lostChallenges.includes(state)))
    return closed('The plan was asked, and has not granted it.');
  if (denialClass === 'unclassified' && !network)
    return askFirst('Whether the plan excludes it is not known: ask the payer what its decision rests on.');
  if (denialClass !== 'benefit_exclusion' && !network)
    return closed('An exception asks a plan to cover what it excludes, and this is not excluded.');
  const level = planLevels[planType].exception;
  if (level.has !== 'yes') return { answer: level.has, why: level.why };
  return open(
    'The coordinator, with the patient',
    network
      ? ['why no provider of the network can do it']
      : [
          'the plan’s own words on the exclusion and on reconstructive treatment',
          'the injury and what it impairs',
        ],
    {
      name: network ? 'Gap exception' : level.name,
      notes: [...(level.note === null ? [] : [level.note]), 'Nobody can promise that it is granted.'],
    },
  );
}

export function selfPay({ denialClass, planType }: RouteCase): RouteAnswer {
  if (denialClass === 'timely_filing')
    return closed('What was filed too late is the clinic’s to bear and never becomes the patient’s bill.');
  const fixable = denialClass !== 'benefit_exclusion' && !isJudgement(denialClass);
  return open(
    'The patient decides, with the coordinator',
    ['a good faith estimate', 'the patient’s signature before the treatment', ...waiverOf(planType)],
    {
      notes: [
        'Only for sessions still to come: what was done under a contract is not billed to the patient.',
        ...(fixable ? ['The denial may still be set right: say so before the patient pays.'] : []),
      ],
    },
  );
}

function waiverOf(planType: PlanType): readonly string[] {
  const kind = waiverFor(planType);
  return kind === null ? [] : [waiverWords[kind]];
}
