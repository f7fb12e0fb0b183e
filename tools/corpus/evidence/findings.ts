import type { ScreeningOutcome } from '@stipple/domain';
import type { Story } from '../story';
import { Chart, openChart } from './chart';
import { chartMind } from './mind';
import { chartMotion } from './motion';
import { chartScar, chartSymptoms } from './scales';
import { chartDailyLife, chartDevice, chartStatements, chartTreatments } from './told';

/** The documents that records are copied from. */
export interface FindingsPapers {
  readonly motion?: string | undefined;
  readonly scale?: string | undefined;
  readonly treatment?: string | undefined;
}

/**
 * What a first visit finds, record by record: first what the coordinator copies and asks, then what the physician
 * sees. `outcome` is where the story goes: before an unclear screening some of it has not been said yet.
 */
export function recordFindings(story: Story, papers: FindingsPapers, outcome: ScreeningOutcome): void {
  const chart = openChart(story);
  const isClear = outcome !== 'uncertain';
  const age = ageOf(story);
  pass(story, 2);
  if (papers.motion !== undefined) chartMotion(chart, papers.motion);
  chartDailyLife(chart, age);
  chartSymptoms(chart);
  if (isClear) chartTreatments(chart, papers.treatment ?? null);
  if (needsDevice(chart)) chartDevice(chart, age);
  chartMind(chart);
  pass(story, 6);
  chartScar(chart, papers.scale ?? null);
  chartStatements(chart, isClear);
}

const pass = (story: Story, minutes: number) => story.moveTo(story.day, story.minute + minutes);

function needsDevice({ story, dice, full, wants }: Chart): boolean {
  if (full) return story.patient.payer.key === 'fernbrook' || dice.chance(0.75);
  // What stays open may have been looked up all the same, without an answer.
  return wants('device_cleared') && (!story.onRecord.open || dice.chance(0.6));
}

export function ageOf({ patient, today }: Story): number {
  return Temporal.PlainDate.from(patient.birthDate).until(today, { largestUnit: 'years' }).years;
}
