import type { IssueEstimate } from '@stipple/contracts';
import { Missing, prepared } from '@stipple/database';
import {
  BillingIdentity,
  BodySite,
  EstimateAsker,
  EstimateFacts,
  PriceItem,
  PriceLine,
  Side,
  pricesOn,
} from '@stipple/domain';
import type { CaseInHand } from '@stipple/moves';

/** What the record knows that an estimate says; the form brings the rest. */
interface Material {
  readonly patient: { readonly name: string; readonly birthDate: string };
  readonly bodySite: BodySite;
  readonly side: Side;
  readonly diagnoses: readonly string[];
  readonly procedureCode: string;
  readonly sessions: number;
  readonly lines: readonly PriceLine[];
  readonly askedOn: string | null;
  readonly askedBy: EstimateAsker | null;
  readonly scheduledOn: string | null;
  readonly serviceOn: string | null;
  readonly clinic: BillingIdentity | null;
  readonly clinician: { readonly name: string; readonly npi: string | null } | null;
  readonly prices: readonly PriceItem[];
  /** How many estimates this agreement has had. */
  readonly versions: number;
}

/** The members of `PriceItem`, of a row of stipple.price_item. */
export const priceItemJson = (alias: string) =>
  `'code', ${alias}.code, 'kind', ${alias}.kind, 'words', json_build_object('en', ${alias}.words_en, 'es', ${alias}.words_es), 'procedureCode', ${alias}.procedure_code,
    'unitCents', ${alias}.unit_cents, 'sessions', ${alias}.sessions, 'validFrom', ${alias}.valid_from, 'ended', ${alias}.ended`;

const materialSql = /* sql */ `
SELECT json_build_object(
  'patient', json_build_object('name', p.given_name || ' ' || p.family_name, 'birthDate', p.birth_date),
  'bodySite', c.body_site, 'side', c.side, 'diagnoses', c.diagnoses,
  'procedureCode', g.procedure_code, 'sessions', g.sessions, 'lines', g.lines,
  'askedOn', g.asked_on, 'askedBy', g.asked_by, 'scheduledOn', g.scheduled_on, 'serviceOn', g.service_on,
  'clinic', (SELECT json_build_object('name', b.name, 'tin', b.tin, 'npi', b.npi, 'street', b.street, 'city', b.city, 'state', b.state, 'postalCode', b.postal_code, 'phone', b.phone)
    FROM stipple.billing_identity b WHERE b.clinic_id = g.clinic_id ORDER BY b.version DESC LIMIT 1),
  'clinician', (SELECT json_build_object('name', r.name, 'npi', r.npi) FROM stipple.provider r WHERE (r.clinic_id, r.staff_id) = (g.clinic_id, c.physician_id)),
  'prices', (SELECT coalesce(json_agg(json_build_object(${priceItemJson('i')}) ORDER BY i.code, i.version), '[]') FROM stipple.price_item i WHERE i.clinic_id = g.clinic_id),
  'versions', (SELECT count(*) FROM stipple.estimate_version v WHERE (v.clinic_id, v.agreement_id) = (g.clinic_id, g.id))
) AS material
FROM stipple.self_pay_agreement g
JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (g.clinic_id, g.case_id)
JOIN stipple.patient p ON (p.clinic_id, p.id) = (g.clinic_id, c.patient_id)
WHERE g.clinic_id = $1 AND g.id = $2`;

export async function readMaterial({ command }: CaseInHand, agreementId: string): Promise<Material> {
  const statement = {
    name: 'estimate_material',
    text: materialSql,
    values: [command.who.clinicId, agreementId],
  };
  const [row] = await prepared<{ material: Material }>(command.tx, statement);
  if (row === undefined) throw new Missing('agreement');
  return row.material;
}

/** The facts of an estimate that is issued on that day. */
export function factsOf(material: Material, form: IssueEstimate, today: string): EstimateFacts {
  const { language, delivery, validUntil, weeksApart = null, separateItems } = form;
  const { prices, ...known } = material;
  return {
    ...known,
    ...{ language, delivery, validUntil, weeksApart, separateItems },
    issuedOn: today,
    prices: pricesOn(prices, today),
  };
}
