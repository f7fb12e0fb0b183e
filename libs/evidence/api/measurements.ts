import {
  Measurement,
  dayInWords,
  motionName,
  scaleOf,
  signed,
  totalRange,
  treatmentKindWords,
  treatmentResultWords,
} from '@stipple/domain';
import type { FactSourcesRow } from './fact-sources';

/** Readings, ratings and earlier treatments in words, each with its day: what a sentence is held against. */
export function measurementsOf({ motions, scales, treatments }: FactSourcesRow): readonly Measurement[] {
  return [
    ...motions.map((one): Measurement => ({
      id: one.id,
      kind: 'range_of_motion',
      fact: null,
      words: `${motionName(one)}: ${signed(one.degrees)}° of a normal ${signed(one.normDegrees)}°, measured ${dayInWords(one.measuredOn)}`,
    })),
    ...scales.map(({ id, scale, total, ratedOn }): Measurement => ({
      id,
      kind: 'scar_scale',
      fact: scaleOf(scale).fact,
      words: `${scaleOf(scale).words} total: ${total} of ${totalRange(scale).most}, rated ${dayInWords(ratedOn)}`,
    })),
    ...(treatments ?? []).map(({ id, kind, fromOn, toOn, result }): Measurement => ({
      id,
      kind: 'prior_treatment',
      fact: null,
      words: `${treatmentKindWords[kind]}, from ${dayInWords(fromOn)} ${toOn === null ? 'on' : `to ${dayInWords(toOn)}`}: ${treatmentResultWords[result].toLowerCase()}`,
    })),
  ];
}
