import type { Diary } from './diary';
import type { PolicyOnFile } from './evidence/policy-on';
import type { DemoFile } from './files/demo-files';
import type { KnownPayer } from './patients';
import type { Clinician, Member, StaffKey } from './people';
import type { ClinicSketch } from './sketch';
import type { WorkingDays } from './working-days';

/** A clinic as its stories find it. */
export interface Clinic {
  readonly id: string;
  readonly sketch: ClinicSketch;
  /** How many cases it will have. */
  readonly size: number;
  readonly days: WorkingDays;
  readonly diary: Diary;
  readonly staff: Readonly<Record<StaffKey, Member>>;
  readonly clinicians: readonly Clinician[];
  readonly rooms: readonly string[];
  readonly payers: readonly KnownPayer[];
  /** All that were ever published, filled in when the payers are told. */
  readonly policies: PolicyOnFile[];
  readonly files: ReadonlyMap<string, DemoFile>;
}
