import type { Day } from '../calendar';
import type { EstimateLanguage } from '../estimate/language';
import type { Standing } from '../standing';
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

export type ToldStanding = Pick<Standing, 'stage' | 'actsNext' | 'dueOn' | 'dueFor'>;

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
