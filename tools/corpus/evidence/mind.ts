import { addDays, professions, taskLifecycle } from '@stipple/domain';
import { mindNotes } from '../words/evidence-words';
import type { Chart } from './chart';
import { rate, told } from './scales';
import { recordEvidence } from './record-evidence';

/** A few patients bring a note by somebody who cares for their mind, and some answer the PHQ-9. */
export function chartMind(chart: Chart): void {
  const { story, dice, full } = chart;
  if (!full || !dice.chance(0.09)) return;
  const distress = dice.chance(0.75);
  const profession = dice.pick(professions.slice(0, 4));
  const summary = dice.pick(distress ? mindNotes.distress : mindNotes.none);
  const onDay = addDays(story.today, -dice.within([3, 40]));
  const writer = `${profession === 'psychiatrist' ? 'Dr. ' : ''}${dice.pick(['Hanne Ostrow', 'Levi Bertrand', 'Ada Quill'])}`;
  const about = { by: story.cast.owner, ratedBy: writer, onDay };
  const part = { profession, distress, summary };
  const id = recordEvidence(chart, { kind: 'mental_health' }, about, ['mental_health_note', part]);
  story.evidence.told.mentalHealth.push({ id, onDay, distress });
  if (!distress || dice.chance(0.3)) return;
  const harm = dice.chance(0.2) ? 1 : 0;
  const mood = Array.from({ length: 8 }, () => dice.within([0, 2]));
  rate(chart, 'phq9', [...mood, harm], told(story));
  if (harm > 0) seeTo(chart);
}

/** The physician talks to the patient within the hour; of yesterday’s alerts one may still be open. */
function seeTo({ story }: Chart): void {
  if (story.day >= story.clinic.days.lastFull) return;
  story.moveTo(story.day, story.minute + 17);
  const open = story.tasks.filter(({ fact }) => fact.kind === 'clinical_alert' && fact.state === 'open');
  for (const task of open) story.advance(taskLifecycle, task, 'finish', story.cast.physician, { to: 'done' });
}
