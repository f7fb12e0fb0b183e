import { Day, PlanType, addDays } from '@stipple/domain';
import type { Dice } from './dice';
import { uuidAt } from './ids';
import { familyNames, givenNames, towns } from './names';
import type { DemoPayer } from './payers';
import type { Rows, RowOf } from './rows';

export interface KnownPayer extends DemoPayer {
  readonly id: string;
}

/** A patient with the coverage that a case is about. */
export interface Patient {
  readonly id: string;
  readonly coverageId: string;
  readonly payer: KnownPayer;
  readonly planType: PlanType;
  readonly givenName: string;
  readonly familyName: string;
  readonly pronoun: 'she' | 'he';
  readonly birthDate: Day;
  readonly memberId: string;
  /** Sites of earlier cases: one patient is not treated twice for the same scar. */
  readonly sites: Set<string>;
  readonly row: RowOf<'patient'>;
}

/** The clinic's patients. One in five cases is of somebody who has been here before, under the same plan. */
export class Patients {
  private readonly byPayer = new Map<string, Patient[]>();
  private count = 0;

  constructor(
    private readonly clinic: { readonly id: string; readonly sketch: { readonly mark: string } },
    private readonly dice: Dice,
  ) {}

  /** Somebody for a case of this payer. `only` asks for somebody who has had no other case and will have none. */
  find(rows: Rows, payer: KnownPayer, openedAt: number, day: Day, only: boolean): Patient {
    const known = this.byPayer.get(payer.key) ?? [];
    this.byPayer.set(payer.key, known);
    if (!only && known.length > 20 && this.dice.chance(0.2)) {
      const patient = this.dice.pick(known);
      if (patient.sites.size < 3) return patient;
    }
    const patient = this.register(rows, payer, openedAt, day);
    if (!only) known.push(patient);
    return patient;
  }

  private register(rows: Rows, payer: KnownPayer, openedAt: number, day: Day): Patient {
    const { dice } = this;
    const { id: clinicId, sketch } = this.clinic;
    const she = dice.chance(0.54);
    const registeredAt = openedAt - dice.within([4, 55]) * 60_000;
    const id = uuidAt(registeredAt, dice);
    this.count += 1;
    const planType = dice.weighted(payer.plans);
    const birthDate = addDays(
      day,
      -Math.round(dice.within(ageRange(planType)) * 365.25) - dice.within([0, 364]),
    );
    const [city, state] = dice.pick(towns);
    const [givenName, familyName] = [
      dice.pick(she ? givenNames.female : givenNames.male),
      dice.pick(familyNames),
    ];
    const row = rows.add('patient', {
      clinic_id: clinicId,
      id,
      record_number: `${sketch.mark}-${100_000 + this.count * 7}`,
      given_name: givenName,
      family_name: familyName,
      birth_date: birthDate,
      died_on: null,
      sex: dice.chance(0.02) ? 'unknown' : she ? 'female' : 'male',
      city,
      state,
      created_at: new Date(registeredAt).toISOString(),
    });
    const child = birthDate > addDays(day, -6570);
    const memberId = `${payer.mark}${dice.within([100_000_000, 999_999_999])}`;
    const coverageId = uuidAt(registeredAt + 1, dice);
    const starts = addDays(day, -dice.within([200, 2200]));
    const startsOn = starts < birthDate ? birthDate : starts;
    const holder = child
      ? 'guardian'
      : dice.weighted([
          ['self', 78],
          ['spouse', 22],
        ] as const);
    rows.add('coverage', {
      clinic_id: clinicId,
      id: coverageId,
      patient_id: id,
      payer_id: payer.id,
      member_id: memberId,
      starts_on: startsOn,
      ends_on: null,
      relation: holder,
      holder_name:
        holder === 'self' ? null : `${dice.pick(givenNames[she ? 'male' : 'female'])} ${familyName}`,
    });
    const known = { givenName, familyName, birthDate, memberId, pronoun: she ? 'she' : 'he' } as const;
    return { ...known, id, coverageId, payer, planType, sites: new Set(), row };
  }
}

function ageRange(planType: PlanType): readonly [number, number] {
  if (planType === 'medicare_advantage') return [65, 86];
  return planType === 'medicaid_managed_care' ? [12, 62] : [16, 63];
}
