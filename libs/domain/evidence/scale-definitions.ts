import type { Scale, ScaleItem, ScaleName } from './scales';

const item = (words: string, least: number, values: readonly string[]): ScaleItem => ({
  words,
  least,
  most: least + values.length - 1,
  values,
});
/** From 1, as normal skin, to 10, the worst that can be thought of: only the ends have words. */
const ten = (words: string, least = 1): ScaleItem => ({
  words,
  least,
  most: 10,
  values: least === 1 ? ['as normal skin', 'worst imaginable'] : ['none', 'worst imaginable'],
});
const impact = (words: string) => item(words, 0, ['not at all', 'a little', 'a lot', 'very much']);
const days = (words: string) =>
  item(words, 0, ['not at all', 'several days', 'more than half the days', 'nearly every day']);
const single = (words: string, fact: 'pain' | 'itch'): Scale => ({
  words,
  longWords: `${words}, numeric rating scale`,
  version: 'NRS 0–10',
  ratedBy: 'patient',
  fact,
  items: [ten(words, 0)],
  bands: [],
});

/**
 * The instruments, item by item, in our own words. Ranges: VSS 0–13, POSAS v2 6–60 for observer and patient, DLQI 0–30,
 * PHQ-9 0–27, pain and itch 0–10. Bands: DLQI after Hongbo 2005, PHQ-9 after Kroenke 2001.
 */
export const scaleDefinitions: Readonly<Record<ScaleName, Scale>> = {
  vss: {
    words: 'VSS',
    longWords: 'Vancouver Scar Scale',
    version: 'VSS 0–13',
    ratedBy: 'observer',
    fact: 'vss_total',
    items: [
      item('vascularity', 0, ['as normal skin', 'pink', 'red', 'purple']),
      item('pigmentation', 0, ['as the skin around', 'lighter', 'darker']),
      item('pliability', 0, ['as normal skin', 'soft', 'gives way', 'firm', 'cords', 'contracture']),
      item('height', 0, ['flat', 'up to 2 mm', '2 to 5 mm', 'over 5 mm']),
    ],
    bands: [],
  },
  posas_observer: {
    words: 'POSAS observer',
    longWords: 'Patient and Observer Scar Assessment Scale, observer part',
    version: 'POSAS 2.0',
    ratedBy: 'observer',
    fact: 'posas_observer_total',
    items: ['vascularity', 'pigmentation', 'thickness', 'relief', 'pliability', 'surface area'].map((words) =>
      ten(words),
    ),
    bands: [],
  },
  posas_patient: {
    words: 'POSAS patient',
    longWords: 'Patient and Observer Scar Assessment Scale, patient part',
    version: 'POSAS 2.0',
    ratedBy: 'patient',
    fact: 'posas_patient_total',
    items: ['pain', 'itch', 'colour', 'stiffness', 'thickness', 'irregularity'].map((words) => ten(words)),
    bands: [],
  },
  dlqi: {
    words: 'DLQI',
    longWords: 'Dermatology Life Quality Index',
    version: 'DLQI 10 items',
    ratedBy: 'patient',
    fact: 'dlqi_total',
    items: [
      'itching, soreness, pain',
      'embarrassment',
      'shopping, home, garden',
      'choice of clothes',
      'social life, leisure',
      'sport',
      'work or study',
      'partner, friends, relatives',
      'intimacy',
      'trouble of the treatment',
    ].map(impact),
    bands: [
      { from: 0, words: 'no effect' },
      { from: 2, words: 'small effect' },
      { from: 6, words: 'moderate effect' },
      { from: 11, words: 'very large effect' },
      { from: 21, words: 'extremely large effect' },
    ],
  },
  phq9: {
    words: 'PHQ-9',
    longWords: 'Patient Health Questionnaire, nine items',
    version: 'PHQ-9',
    ratedBy: 'patient',
    fact: 'phq9_total',
    items: [
      'interest',
      'low mood',
      'sleep',
      'tiredness',
      'appetite',
      'self-esteem',
      'concentration',
      'slowed or restless',
      'thoughts of death or self-harm',
    ].map(days),
    bands: [
      { from: 0, words: 'minimal' },
      { from: 5, words: 'mild' },
      { from: 10, words: 'moderate' },
      { from: 15, words: 'moderately severe' },
      { from: 20, words: 'severe' },
    ],
  },
  pain: single('Pain', 'pain'),
  itch: single('Itch', 'itch'),
};
