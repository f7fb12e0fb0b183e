import type { Day } from '../calendar';
import type { EstimateLanguage } from '../estimate/language';
import { clocksOfCase } from '../case-clocks/case-clocks';
import { lastDayOf } from '../case-clocks/case-clock';
import type { CaseFacts } from '../case-facts';
import { clockDefinitions } from '../clocks/clock-names';
import { type DueFor, type Standing, standingOf } from '../standing';
import { caseTexts } from './case-texts';
import { longDay } from './long-day';
import { patientTexts } from './patient-texts';

/** Where a case stands, as its patient reads it. */
export interface StandingInWords {
  readonly stage: string;
  readonly actsNext: string;
  /** By when, as a sentence; null where no day is known, or none that is theirs to wait for. */
  readonly due: string | null;
  readonly youCan: string;
}

/** `answer`: the last day that the payer's own clock leaves it. The clinic keeps that among its clocks, and waits by its touch. */
export type ToldDue = DueFor | 'answer';

export interface ToldStanding extends Pick<Standing, 'stage' | 'actsNext' | 'dueOn'> {
  readonly dueFor: ToldDue | null;
}

/** Where a case stands, as far as its patient is told; while the payer has it, by when it has to answer. */
export function toldStanding(facts: CaseFacts): ToldStanding {
  const { stage, actsNext, dueOn, dueFor } = standingOf(facts);
  const answerOn = actsNext === 'payer' ? payersDay(facts) : null;
  return answerOn === null
    ? { stage, actsNext, dueOn, dueFor }
    : { stage, actsNext, dueOn: answerOn, dueFor: 'answer' };
}

function payersDay(facts: CaseFacts): Day | null {
  const answers = clocksOfCase(facts).map(({ answer }) => answer);
  return (
    answers
      .filter(({ clock }) => clockDefinitions[clock].actor === 'payer')
      .map(lastDayOf)
      .at(0) ?? null
  );
}

/** Says of a standing what its patient has to know: never what the clinic wrote about it, and no reason of the payer. */
export function standingInWords(
  standing: ToldStanding,
  today: Day,
  language: EstimateLanguage,
): StandingInWords {
  const { stage, actsNext } = standing;
  const { stages, actsNext: parties } = patientTexts[language];
  return {
    stage: stages[stage],
    actsNext: parties[actsNext],
    due: dueWords(standing, today, language),
    youCan: caseTexts[language].youCan[stage],
  };
}

function dueWords({ dueOn, dueFor }: ToldStanding, today: Day, language: EstimateLanguage): string | null {
  if (dueOn === null || dueFor === null) return null;
  const { due } = caseTexts[language];
  const words = dueOn < today ? due.past : due[dueFor];
  return words.replace('{day}', longDay(dueOn, language));
}
