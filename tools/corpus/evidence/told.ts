import {
  StatementFact,
  TriState,
  WorkEffect,
  canBeStated,
  clearedFor,
  daysBetween,
  isLimited,
  refusal,
} from '@stipple/domain';
import { Course, coursesOf } from '../prior-care';
import { capital, devices, unit } from '../words/clinic-words';
import {
  clearedIndication,
  limitsOf,
  noLimits,
  sitesWithoutJoint,
  thePatient,
  variationWords,
} from '../words/evidence-words';
import type { Chart } from './chart';
import { told } from './scales';
import { recordEvidence } from './record-evidence';

/** What the scar keeps the patient from, as they tell it. */
export function chartDailyLife(chart: Chart, age: number): void {
  const { story, dice, wants } = chart;
  if (!wants('daily_life_limited')) return;
  const { functional, site } = story.scar;
  const possible = (limitsOf[site] ?? []).filter((one) => one !== 'driving' || age >= 18);
  const activities = functional ? dice.some(possible, dice.within([1, possible.length])) : [];
  const work = workOf(chart, age);
  const words = functional ? `The patient ${functional.impairment}.` : noLimits;
  const part = { activities, work, words };
  const id = recordEvidence(chart, { kind: 'function' }, told(story), ['function_statement', part]);
  story.evidence.told.functions.push({ id, onDay: story.today, limited: isLimited(activities, work) });
}

function workOf({ story, dice }: Chart, age: number): WorkEffect {
  if (age < 18 || age > 67) return 'does_not_work';
  const { functional } = story.scar;
  if (functional === null) return 'not_affected';
  if (/work|shift/.test(functional.impairment)) return dice.chance(0.3) ? 'unable' : 'limited';
  return dice.chance(0.5) ? 'limited' : 'not_affected';
}

/** What was tried before, each course with its days; copied from the referring practice’s summary where there is one. */
export function chartTreatments(chart: Chart, documentId: string | null): void {
  const { story, dice, full, wants } = chart;
  if (!wants('failed_treatments', 'failed_treatments_count', 'longest_failed_treatment_months')) return;
  const { tried, injuredOn } = story.scar;
  const all = coursesOf(dice, tried, injuredOn, story.today);
  const courses = full ? all : longestOf(all);
  if (courses.length === 0) return;
  const list = (story.evidence.treatments ??= []);
  for (const { kind, fromOn, toOn } of courses) {
    const result = toOn === null ? 'ongoing' : 'failed';
    const about = { by: story.cast.owner, ratedBy: thePatient, onDay: fromOn, documentId };
    const part = {
      treatment: kind,
      from_on: fromOn,
      to_on: toOn,
      result,
      words: null,
      recorded_at: story.now,
    };
    const id = recordEvidence(chart, { kind: 'treatment' }, about, ['treatment_tried', part]);
    list.push({ id, kind, fromOn, toOn, result });
  }
}

/** One is enough for a policy: the longest of those that are over, and of what payers list. */
function longestOf(courses: readonly Course[]): readonly Course[] {
  const over = courses.filter(({ toOn }) => toOn !== null);
  const listed = over.find(({ kind }) => ['fluorouracil_injection', 'ablative_laser'].includes(kind));
  const days = ({ fromOn, toOn }: Course) => daysBetween(fromOn, toOn ?? fromOn);
  const [longest] = over.toSorted((one, other) => days(other) - days(one));
  return [listed ?? longest].filter((one) => one !== undefined);
}

/** The needling device that is planned, and what it is cleared for: acne scars of the face, and nothing else. */
export function chartDevice(chart: Chart, age: number): void {
  const { story, dice } = chart;
  const { scar, patient, cast, today } = story;
  const acne = scar.cause === 'acne' && scar.site === 'face';
  // A plan that asks about the device may still have to say what it makes of this scar.
  const open = patient.payer.key === 'fernbrook' && story.onRecord.open;
  const fit = (yes: boolean): TriState => (yes ? 'yes' : open ? 'unknown' : 'no');
  const [indication, site, oldEnough] = [fit(acne), fit(scar.site === 'face'), fit(age >= 22)];
  const part = {
    device: dice.pick(devices),
    product_code: 'QAI',
    submission_number: null,
    indication: clearedIndication,
    indication_fits: indication,
    site_fits: site,
    age_fits: age >= 22 ? 'yes' : oldEnough,
  };
  const about = { by: cast.owner, ratedBy: cast.owner.name, onDay: today };
  const id = recordEvidence(chart, { kind: 'device' }, about, ['device_clearance', part]);
  const cleared = clearedFor(indication, site, part.age_fits as TriState);
  story.evidence.told.devices.push({ id, onDay: today, cleared });
}

/** What the physician found and states outright. */
export function chartStatements(chart: Chart, isClear: boolean): void {
  const { story, dice, full, wants } = chart;
  const { functional, site } = story.scar;
  const say = (fact: StatementFact, says: boolean, words: string | null = null) => {
    if (wants(fact)) state(chart, fact, says, words);
  };
  if (functional === null) {
    state(chart, 'functional_impairment', false, full ? 'Full motion, no pull, no open skin.' : null);
    state(chart, 'appearance_is_purpose', true, null);
    say('significant_variation', false);
    if (full) state(chart, 'joint_involved', false, null);
    return;
  }
  if (full) state(chart, 'joint_involved', !sitesWithoutJoint.includes(site), null);
  // Where it is not clear yet, the physician has not said what it means for function.
  if (isClear) state(chart, 'functional_impairment', true, `The patient ${functional.impairment}.`);
  const { measure, aim } = functional;
  if (isClear)
    say('measurable_gain_stated', true, `${capital(measure.words)} of at least ${aim}${unit(story.scar)}.`);
  if (full && isClear && dice.chance(0.6))
    state(chart, 'significant_variation', true, dice.pick(variationWords));
  if (full && dice.chance(0.4)) state(chart, 'appearance_is_purpose', false, null);
}

function state(chart: Chart, fact: StatementFact, says: boolean, words: string | null): void {
  const { story } = chart;
  const { physician } = story.cast;
  const refusals = canBeStated(fact, says) ? [] : [refusal('note_is_shown', 'Record the note itself.')];
  const about = { by: physician, ratedBy: physician.name, onDay: story.today };
  const part = { fact, says, words };
  const id = recordEvidence(chart, { kind: 'statement', refusals }, about, ['physician_statement', part]);
  story.evidence.told.statements.push({ id, onDay: story.today, fact, says });
}
