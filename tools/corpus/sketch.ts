import type { BillingIdentity } from '@stipple/domain';
import { DemoPayer, payers } from './payers';
import {
  ClinicianSketch,
  DemoPerson,
  Referrer,
  StaffKey,
  clinicians,
  referrers,
  rooms,
  staff,
} from './people';
import { demoIdentity } from './prices';

/** What makes a clinic this one and no other: its names, its people, its rooms and the payers it deals with. */
export interface ClinicSketch {
  readonly name: string;
  readonly identity: BillingIdentity;
  readonly staff: Readonly<Record<StaffKey, DemoPerson>>;
  readonly clinicians: readonly ClinicianSketch[];
  readonly referrers: readonly Referrer[];
  readonly rooms: readonly string[];
  readonly payers: readonly DemoPayer[];
  /** Begins its record numbers. */
  readonly mark: string;
}

/** The demo clinic that comes with the first start, and the first clinic of every group. */
export const harbor: ClinicSketch = {
  name: 'Harbor Scar & Wound Clinic (demo)',
  identity: demoIdentity,
  staff,
  clinicians,
  referrers,
  rooms,
  payers,
  mark: 'HS',
};
