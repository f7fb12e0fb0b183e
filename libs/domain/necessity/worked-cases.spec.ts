import { inShort } from '../testing/facts-in-short';
import {
  blueHeronScar4,
  fernbrookDevices,
  lanternValleyRevision,
  quarryHillCosmetic,
  saltmarshTopical,
  silverLarchReconstructive,
} from './demo-policies/demo-policies';
import { screen } from './screen';

/*
 * Expected by hand, from the position of each policy. The seven letters are the outcomes under, in this order:
 *   H  Blue Heron: burn or trauma, and impaired function shown, and a listed modality failed
 *   L  Silver Larch: significant impairment that will improve, or significant variation after an injury
 *   Q  Quarry Hill: impairment documented; acne never; distress no basis
 *   S  Saltmarsh: impaired function, measured, conservative care failed; psychological or cosmetic reasons never
 *   F  Fernbrook: device inside its clearance; function or symptoms; three months of care failed
 *   T  Lantern Valley: accident, or function, or distress with symptoms or a severe scar; two photographs
 *   G  no policy on file: the general position of the trade
 * M is likely medical, C cosmetic (or not covered), U uncertain. The notation is explained in testing/facts-in-short.ts.
 */
const policies = [
  blueHeronScar4,
  silverLarchReconstructive,
  quarryHillCosmetic,
  saltmarshTopical,
  fernbrookDevices,
  lanternValleyRevision,
  null,
];
const letters = { likely_medical: 'M', cosmetic: 'C', uncertain: 'U' } as const;

const full = 'plain burn fn daily rom:30 pct:40 vss:9 pain:5 tried:compression+silicone@8 gain';
const solid = 'fn daily rom:20 pct:25 vss:8 gain dev';

// prettier-ignore
const cases: readonly (readonly [name: string, facts: string, HLQSFTG: string])[] = [
  ['burn contracture of the hand, all evidence', `${full} dx:M24.541+L90.5+T23.301S`, 'MMMMCMM'],
  ['the same with a device cleared for it', `${full} dx:M24.541+L90.5+T23.301S dev`, 'MMMMMMM'],
  ['the same, clearance not looked up', `${full} dx:M24.541+L90.5+T23.301S ?dev`, 'MMMMUMM'],
  ['burn of the elbow, twelve degrees short', 'plain burn fn rom:12 pct:9 vss:5 pain:2 tried:compression@4 gain dev', 'MCMCMMM'],
  ['burn contracture of the neck, only silicone failed', `plain burn ${solid} tried:silicone@6`, 'CMMMMMM'],
  ['burn, impairment stated but neither measured nor lived', 'plain burn fn vss:4 pain:2 tried:compression@6 gain dev', 'CCCCMMC'],
  ['burn, function not assessed yet', 'plain burn ?fn ?daily ?rom ?pct vss:8 tried:compression@6 gain dev', 'UUUUUMU'],
  ['burn contracture that nobody has treated', `plain burn ${solid}`, 'CMMCCMC'],
  ['burn contracture, earlier treatment not asked for', `plain burn ${solid} ?tried`, 'UMMUUMU'],
  ['burn contracture after two months of compression', `plain burn ${solid} tried:compression@2`, 'MMMMCMM'],
  ['burn contracture without a photograph', `${full} dev photos:0`, 'MMMMMCM'],
  ['burn contracture, photographs not counted', `${full} dev ?photos`, 'MMMMMUM'],
  ['burn contracture, no gain expected', `plain burn ${solid} tried:compression@8 -gain`, 'MCMMMMC'],
  ['the same, far from normal', `plain burn ${solid} tried:compression@8 -gain var`, 'MMMMMMC'],
  ['burn contracture, appearance wished for as well', `${full} look dev`, 'MMMMMMM'],
  ['small flat burn scar, appearance only', 'plain burn look vss:2', 'CCCCCMC'],
  ['burn scar that hurts and itches', 'plain burn pain:6 itch:7 vss:7 tried:silicone@6 gain dev', 'CCCCMMM'],
  ['burn contracture with documented distress', 'plain burn fn daily rom:15 pct:20 vss:8 dist note tried:compression@6 gain dev', 'MMMMMMM'],
  ['burn, every threshold just reached', 'plain burn fn rom:10 pct:20 vss:6 pain:4 tried:graft@3 gain dev', 'MMMMMMM'],
  ['burn, every threshold just missed', 'plain burn fn rom:9.9 pct:9.9 vss:5 pain:3 itch:3 tried:graft@2 gain dev', 'CCCCCMC'],
  ['burn contracture, VSS and per cent not taken', 'plain burn fn daily rom:20 ?pct ?vss tried:compression@6 gain dev', 'MMMUMMM'],
  ['burn, body dysmorphic disorder listed', `${full} dx:L90.5+F45.22 dev`, 'MMMMMMM'],

  ['dog bite of the hand, unlisted treatments failed', 'plain trauma dx:L90.5+S61.401S fn daily rom:25 pct:30 vss:7 tried:massage+steroid@5 gain', 'CMMMCMM'],
  ['cut of the face, far from normal, no function lost', 'plain trauma var vss:4', 'CMCCCMC'],
  ['cut in childhood, appearance only', 'plain trauma look', 'CCCCCMC'],
  ['an injury, and nothing else known', 'trauma', 'UUUUUUU'],
  ['crush injury, limited at work, laser failed', 'plain trauma fn daily rom:5 pct:5 vss:5 tried:ablative@4 gain dev', 'MMMCMMM'],
  ['restricted motion that the physician calls no impairment', 'plain trauma daily rom:20 pct:25 vss:7 tried:compression@6 gain dev', 'CCCCCMC'],
  ['saw injury, purpose not asked for', `plain trauma ${solid} tried:compression@5 ?look`, 'MMMMMMM'],
  ['injury, appearance named, function not assessed', 'plain trauma ?fn ?daily look vss:7 tried:compression@5 gain dev', 'UUUUUMU'],
  ['injury, gain not yet stated', `plain trauma ${solid} tried:compression@5 ?gain`, 'MUMMMMU'],

  ['abdominal operation, painful scar', 'plain surgery pain:5 vss:7 tried:steroid@4 gain dev', 'CCCCMCM'],
  ['knee operation, bends badly', 'plain surgery dx:M24.561+L90.5+T81.89XS fn daily rom:40 pct:30 vss:8 tried:splinting+massage@6 gain', 'CMMMCMM'],
  ['thyroid operation, appearance only', 'plain surgery look', 'CCCCCCC'],
  ['operation, far from normal, nothing else', 'plain surgery var', 'CMCCCCC'],
  ['radiation fibrosis of the neck', 'plain radiation dx:L59.8 fn daily rom:20 pct:30 vss:9 pain:6 tried:massage@6 gain dev', 'CMMMMMM'],
  ['radiation, severe scar and distress, function kept', 'plain radiation dist note vss:7 tried:massage@6 gain dev', 'CCCCCMU'],
  ['contracture of unknown cause', `plain ${solid} tried:compression@6`, 'UMUMMMU'],

  ['keloid after piercing, itching', 'plain other dx:L91.0 itch:6 vss:8 tried:steroid+silicone@6 gain dev', 'CCCCMCM'],
  ['keloid that binds the shoulder', 'plain other dx:L91.0+M24.511 fn daily rom:30 pct:20 vss:9 tried:fluorouracil@4 gain dev', 'CMMMMMM'],
  ['keloid, appearance only', 'plain other dx:L91.0 look vss:7', 'CCCCCCC'],
  ['acne keloid of the nape, painful', 'plain acne dx:L73.0 pain:6 itch:5 vss:8 tried:steroid@6 gain', 'CCCCCCM'],
  ['keloid, itching, with documented distress', 'plain other dx:L91.0 itch:6 vss:8 dist note tried:steroid@6 gain dev', 'CCCCMMM'],
  ['keloid, function not assessed', 'plain other dx:L91.0 ?fn ?daily vss:8 itch:2 tried:steroid@6 gain dev', 'CUUUUUU'],

  ['acne scars of the cheeks, appearance only', 'plain acne dx:L90.5+L70.0 look dev', 'CCCCCCC'],
  ['acne scars, distress and nothing else', 'plain acne dist note dlqi:14 tried:topical@12 gain dev', 'CCCCCCU'],
  ['acne scars, distress and a severe scar', 'plain acne dist note vss:7 tried:topical@12 gain dev', 'CCCCCMU'],
  ['acne scars, distress without a professional’s note', 'plain acne dist vss:7 tried:topical@12 gain dev', 'CCCCCCC'],
  ['acne scars, distress, note not asked for', 'plain acne dist ?note vss:7 tried:topical@12 gain dev', 'CCCCCUU'],
  ['acne scars, nodular and painful', 'plain acne pain:5 vss:6 tried:topical+pulsed@5 gain dev', 'CCCCMCM'],
  ['the same while acne is still active', 'plain acne dx:L90.5+L70.0 pain:5 vss:6 tried:topical@5 gain dev', 'CCCCUCU'],
  ['acne scars that keep the mouth from opening', 'plain acne fn daily rom:12 pct:30 vss:9 tried:steroid@6 gain dev', 'CMCMMMM'],
  ['acne, and nothing else known', 'acne', 'CUCUUUU'],

  ['photo-ageing, appearance', 'plain other dx:L57.0 look', 'CCCCCCC'],
  ['photo-ageing, appearance, nothing else known', 'other dx:L57.0 look', 'CUUUUUC'],
  ['striae after pregnancy, appearance', 'plain other dx:L90.6 look', 'CCCCCCC'],
  ['striae that itch', 'plain other dx:L90.6 itch:5 tried:topical@4 gain dev', 'CCCCUCC'],
  ['burn contracture with a pigment code', `${full} dev dx:M24.541+L90.5+L81.4`, 'UUUUUUU'],
  ['the same, explained by the physician', `${full} dev dx:M24.541+L90.5+L81.4 explained:L81.4`, 'MMMMMMM'],
  ['burn contracture coded as cosmetic surgery', `${full} dev dx:M24.541+L90.5+Z41.1`, 'CCCCCCC'],
  ['the same: no explanation helps', `${full} dev dx:M24.541+L90.5+Z41.1 explained:Z41.1`, 'CCCCCCC'],

  ['operation, distress is all there is', 'plain surgery dist note tried:silicone@6 gain dev', 'CCCCCCU'],
  ['injury, distress and pain', 'plain trauma dist note pain:5 vss:5 tried:silicone@6 gain dev', 'CCCCMMM'],
  ['distress is all that is known', 'dist note', 'UUUUUUU'],
  ['adjustment disorder, no scar of note', 'plain other dx:F43.20 dist note', 'CCCCCCC'],

  ['nothing known', '', 'UUUUUUU'],
  ['the codes of a burn scar alone', 'dx:L90.5+T23.301S', 'UUUUUUU'],
  ['the code of a contracture alone', 'dx:M24.541+L90.5+T23.301S', 'UUUUUUU'],
  ['everything asked for, nothing found', 'plain other', 'CCCCCCC'],
  ['only an impairment is known', 'fn', 'UUUUUUU'],
  ['only that function is not impaired', '-fn', 'CUCCUUU'],
];

it.each(cases)('%s', (_, notation, expected) => {
  const { facts, explanations } = inShort(notation);
  const outcomes = policies.map((policy) => letters[screen(policy, facts, { explanations }).outcome]);
  expect(outcomes.join('')).toBe(expected);
});

it('has no case twice, and at least sixty', () => {
  expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

it('meets every outcome under every policy, so that no column could be a constant', () => {
  for (const [column] of policies.entries()) {
    const seen = new Set(cases.map(([, , expected]) => expected.charAt(column)));
    expect([column, [...seen].sort().join('')]).toEqual([column, 'CMU']);
  }
});
