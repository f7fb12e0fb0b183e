import type { PolicyVersion } from '../policy';
import { blueHeronScar3, blueHeronScar4 } from './blue-heron';
import { fernbrookDevices } from './fernbrook';
import { lanternValleyRevision } from './lantern-valley';
import { quarryHillCosmetic } from './quarry-hill';
import { saltmarshTopical } from './saltmarsh';
import { silverLarchReconstructive } from './silver-larch';

export interface DemoPolicy {
  /** The key and name of the invented payer, as the demo clinic knows it. */
  readonly payerKey: string;
  readonly payer: string;
  /** Its versions, the oldest first. */
  readonly versions: readonly PolicyVersion[];
}

/** Policies of invented payers, which together take every position that policies on scars are known to take. */
export const demoPolicies: readonly DemoPolicy[] = [
  { payerKey: 'heron', payer: 'Blue Heron Health Plan', versions: [blueHeronScar3, blueHeronScar4] },
  { payerKey: 'quarry', payer: 'Quarry Hill Mutual', versions: [quarryHillCosmetic] },
  { payerKey: 'fernbrook', payer: 'Fernbrook Employee Health Trust', versions: [fernbrookDevices] },
  { payerKey: 'lantern', payer: 'Lantern Valley Marketplace Plan', versions: [lanternValleyRevision] },
  { payerKey: 'larch', payer: 'Silver Larch Advantage', versions: [silverLarchReconstructive] },
  { payerKey: 'saltmarsh', payer: 'Saltmarsh Community Care', versions: [saltmarshTopical] },
];

export * from './blue-heron';
export * from './fernbrook';
export * from './lantern-valley';
export * from './quarry-hill';
export * from './saltmarsh';
export * from './silver-larch';
