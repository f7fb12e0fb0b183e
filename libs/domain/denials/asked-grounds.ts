import type { GroundTopic } from './appeal-grounds';
import { unmetCriteria } from './appeal-lines';
import type { AppealMaterial } from './appeal-material';
import { Asked, sectionsFor } from './appeal-sections';
import { SlotName, slotsIn } from './appeal-slots';
import type { Denial } from './denial';
import { readDenial } from './read-denial';

/** Something that a person is asked to enter; `about` names the criterion, and is empty otherwise. */
export interface AskedGround {
  readonly topic: GroundTopic;
  readonly about: string;
}

const topicOfSlot: Readonly<Partial<Record<SlotName, GroundTopic>>> = {
  words: 'payers_words',
  page: 'payers_words',
  exclusion: 'exclusion',
  reconstructive: 'reconstructive',
  network: 'network',
  was: 'correction',
  now: 'correction',
};

/**
 * What the appeal of this denial asks a person for, in the order of its sections. `denial` is as it was recorded: where
 * the notice’s page was noted at intake, nobody is asked for it again.
 */
export function askedGrounds(
  denial: Denial,
  material: AppealMaterial,
  asks: Asked = 'reversal',
): readonly AskedGround[] {
  const { denialClass } = readDenial(denial);
  if (denialClass === 'not_a_denial') return [];
  const lines = sectionsFor(denialClass, denial, asks).flatMap((section) => section.lines);
  const topics = lines
    .flatMap((line) => (typeof line === 'string' ? slotsIn(line) : []))
    .flatMap((slot) => topicOfSlot[slot] ?? [])
    .filter((topic) => topic !== 'payers_words' || lacksWords(denial));
  const criteria = lines.some((line) => typeof line !== 'string' && line.each === 'criteria')
    ? unmetCriteria(material)
    : [];
  return [
    ...[...new Set(topics)].map((topic) => ({ topic, about: '' })),
    ...criteria.map(({ id }) => ({ topic: 'criterion' as const, about: id })),
  ];
}

const lacksWords = ({ words, page }: Denial) => words.trim() === '' || (page ?? '').trim() === '';
