import {
  ScaleName,
  callsPhysician,
  clinicalAlertWords,
  scaleOf,
  scaleRefusals,
  itemsTotal,
  taskLifecycle,
} from '@stipple/domain';
import type { Story } from '../story';
import { correctionReasons, therapists, thePatient } from '../words/evidence-words';
import type { Chart } from './chart';
import { About, forget, recordEvidence } from './record-evidence';

/** The Vancouver Scar Scale, item by item; with a document by its therapist, else by the physician. */
export function chartScar(chart: Chart, documentId: string | null): void {
  const { story, dice, full, wants } = chart;
  const { cast, today, scar } = story;
  const about =
    documentId === null
      ? { by: cast.physician, ratedBy: cast.physician.name, onDay: today }
      : { by: cast.owner, ratedBy: dice.pick(therapists), onDay: today, documentId };
  if (wants('vss_total')) {
    const items = spread(dice, scar.vss, [3, 2, 5, 3]);
    const slip = full && dice.chance(0.04) ? slipOf(items) : null;
    const wrong = slip === null ? null : rate(chart, 'vss', slip, about);
    const reason = dice.pick(correctionReasons);
    rate(chart, 'vss', items, wrong === null ? about : { ...about, replacesId: wrong, reason });
  }
  if (full && dice.chance(0.4)) {
    const base = 1 + Math.round((scar.vss / 13) * 6);
    const six = () => Array.from({ length: 6 }, () => Math.max(1, base + dice.within([-1, 2])));
    rate(chart, 'posas_observer', six(), about);
    if (dice.chance(0.6))
      rate(
        chart,
        'posas_patient',
        [atLeastOne(scar.pain), atLeastOne(scar.itch), ...six().slice(2)],
        told(story),
      );
  }
  if (wants('area_cm2')) chartArea(chart);
}

const atLeastOne = (value: number) => Math.max(1, value);
const slipOf = (items: readonly number[]) =>
  items.map((item, at) => (at === 2 ? (item > 0 ? item - 1 : item + 1) : item));

function chartArea(chart: Chart): void {
  const { story, dice } = chart;
  const { physician } = story.cast;
  const { areaCm2 } = story.scar;
  const method = dice.pick(['tracing', 'ruler', 'photograph'] as const);
  const about = { by: physician, ratedBy: physician.name, onDay: story.today };
  const part = { area_cm2: areaCm2, method };
  const id = recordEvidence(chart, { kind: 'area' }, about, ['area_measurement', part]);
  story.evidence.told.areas.push({ id, onDay: story.today, areaCm2 });
}

/** What the patient answers about pain, itch and how much the skin weighs on life. */
export function chartSymptoms(chart: Chart): void {
  const { story, dice, full, wants } = chart;
  const { pain, itch, functional } = story.scar;
  if (wants('pain')) rate(chart, 'pain', [pain], told(story));
  if (wants('itch')) rate(chart, 'itch', [itch], told(story));
  if (!full || dice.chance(0.4)) return;
  const hindered = functional === null ? 0 : 1;
  const upTo = (most: number) => dice.within([0, most]);
  const items = [
    Math.min(3, Math.round(Math.max(pain, itch) / 3)),
    1 + upTo(2),
    hindered + upTo(1),
    upTo(2),
    upTo(2),
    hindered + upTo(1),
    hindered + upTo(1),
    upTo(1),
    upTo(1),
    upTo(1),
  ];
  rate(chart, 'dlqi', items, told(story));
}

export const told = ({ cast, today }: Story): About => ({
  by: cast.owner,
  ratedBy: thePatient,
  onDay: today,
});

/** Answers, not a total; one that tells of thoughts of self-harm calls the physician with it. */
export function rate(chart: Chart, scale: ScaleName, items: readonly number[], about: About): string {
  const { story } = chart;
  const { version } = scaleOf(scale);
  const kind = { kind: 'scale', scale, refusals: scaleRefusals(scale, items) } as const;
  const alertId = callsPhysician(scale, items) ? raiseAlert(chart, about) : null;
  const part = { case_id: story.facts.case.id, scale, version, items, alert_id: alertId };
  const id = recordEvidence(chart, kind, about, ['scale_rating', part]);
  const { scales } = story.evidence;
  if (about.replacesId !== undefined) forget(scales, about.replacesId);
  scales.push({ id, ratedOn: about.onDay, scale, total: itemsTotal(items) });
  return id;
}

function raiseAlert({ story, dice }: Chart, { by }: About): string {
  const content = {
    kind: 'clinical_alert',
    about: clinicalAlertWords,
    forRole: 'physician',
    dueOn: story.today,
  } as const;
  const { kind, about, forRole, dueOn } = content;
  const told = story.create(
    taskLifecycle,
    'task',
    'raise',
    by,
    {
      to: 'open',
      fact: content,
      row: { kind, about, for_role: forRole, due_on: dueOn },
      data: { kind, about, dueOn },
    },
    dice,
  );
  story.facts.tasks.push(told.fact);
  story.tasks.push(told);
  return told.fact.id;
}

/** Answers that come to a total, none above its most. */
function spread(dice: Chart['dice'], total: number, mosts: readonly number[]): readonly number[] {
  const items = mosts.map(() => 0);
  while (itemsTotal(items) < total) {
    const free = items.flatMap((item, at) => (item < (mosts[at] ?? 0) ? [at] : []));
    const at = dice.pick(free);
    items[at] = (items[at] ?? 0) + 1;
  }
  return items;
}
