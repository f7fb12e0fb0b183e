import type { PlanType } from '@stipple/domain';

/** How readily a story of this kind happens with a payer. */
export type Leaning = 'any' | 'approving' | 'denying';

type Weights<T> = readonly (readonly [T, number])[];

/** An invented payer. No name, number or policy belongs to a real one. */
export interface DemoPayer {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly portal: string;
  /** Whose law regulates its insured plans. */
  readonly state: string;
  /** Begins its member ids, references and authorization numbers. */
  readonly mark: string;
  readonly plans: Weights<PlanType>;
  readonly leaning: Readonly<Record<Leaning, number>>;
  readonly policy: string;
  /** Reason codes by weight; an empty one stands for a letter that gives none. */
  readonly reasons: Weights<string>;
  /** What has become more frequent in the last months. */
  readonly lately?: Weights<string>;
}

// prettier-ignore
export const payers: readonly DemoPayer[] = [
  {
    key: 'heron', name: 'Blue Heron Health Plan', phone: '603-555-0110', portal: 'HeronLink', state: 'NH', mark: 'BH',
    plans: [['commercial_insured', 8], ['marketplace', 2]],
    leaning: { any: 26, approving: 34, denying: 20 },
    policy: 'Scar treatment policy BH-SCAR-07, version 4',
    reasons: [['50', 30], ['272', 14], ['252', 14], ['96', 12], ['55', 8], ['16', 6], ['27', 3], ['11', 4], ['197', 2], ['', 3]],
  },
  {
    key: 'quarry', name: 'Quarry Hill Mutual', phone: '603-555-0121', portal: 'Quarry Desk', state: 'NH', mark: 'QM',
    plans: [['commercial_insured', 9], ['unknown', 1]],
    leaning: { any: 20, approving: 12, denying: 27 },
    policy: 'Cosmetic and reconstructive services QM-112, revised last spring',
    reasons: [['96', 28], ['50', 18], ['204', 12], ['56', 10], ['189', 8], ['251', 6], ['226', 4], ['22', 3], ['150', 3]],
    lately: [['55', 34], ['56', 12], ['96', 18], ['50', 10], ['114', 6]],
  },
  {
    key: 'fernbrook', name: 'Fernbrook Employee Health Trust', phone: '207-555-0132', portal: 'Fernbrook Provider Portal', state: 'ME', mark: 'FB',
    plans: [['commercial_self_funded', 1]],
    leaning: { any: 17, approving: 15, denying: 18 },
    policy: 'Plan document section 6.3, surgical and skin services',
    reasons: [['55', 26], ['50', 14], ['96', 14], ['114', 12], ['56', 10], ['204', 8], ['31', 4], ['273', 4], ['109', 3]],
  },
  {
    key: 'lantern', name: 'Lantern Valley Marketplace Plan', phone: '802-555-0143', portal: 'LanternNet', state: 'VT', mark: 'LV',
    plans: [['marketplace', 1]],
    leaning: { any: 14, approving: 13, denying: 14 },
    policy: 'Medical guideline LV-2214, scar revision',
    reasons: [['252', 20], ['16', 16], ['50', 14], ['226', 10], ['27', 9], ['163', 8], ['96', 8], ['26', 3], ['109', 3], ['', 4]],
  },
  {
    key: 'larch', name: 'Silver Larch Advantage', phone: '603-555-0154', portal: 'Larch Provider Center', state: 'NH', mark: 'SL',
    plans: [['medicare_advantage', 1]],
    leaning: { any: 12, approving: 16, denying: 11 },
    policy: 'Coverage criteria SL-C-31, reconstructive skin procedures',
    reasons: [['50', 26], ['272', 18], ['216', 8], ['114', 8], ['96', 8], ['296', 5], ['150', 4], ['284', 3], ['210', 3], ['39', 2]],
  },
  {
    key: 'saltmarsh', name: 'Saltmarsh Community Care', phone: '207-555-0165', portal: 'Saltmarsh Provider Line', state: 'ME', mark: 'SC',
    plans: [['medicaid_managed_care', 1]],
    leaning: { any: 11, approving: 10, denying: 10 },
    policy: 'Prior authorization manual, chapter 9',
    reasons: [['50', 16], ['16', 14], ['204', 10], ['22', 8], ['197', 6], ['210', 6], ['227', 4], ['146', 3], ['29', 2], ['181', 2], ['4', 2], ['302', 2], ['15', 1]],
  },
];
