import type { PriceListView } from '@stipple/contracts';
import { ClinicDatabase, Missing, type Principal } from '@stipple/database';
import { priceItemJson } from '../estimate/estimate-material';

const priceListSql = /* sql */ `
SELECT json_build_object(
  'today', (now() AT TIME ZONE k.time_zone)::date,
  'identity', (SELECT json_build_object('version', b.version, 'name', b.name, 'tin', b.tin, 'npi', b.npi, 'street', b.street, 'city', b.city, 'state', b.state,
      'postalCode', b.postal_code, 'phone', b.phone) FROM stipple.billing_identity b WHERE b.clinic_id = k.id ORDER BY b.version DESC LIMIT 1),
  'prices', (SELECT coalesce(json_agg(json_build_object(${priceItemJson('i')}, 'version', i.version, 'by', s.name) ORDER BY i.code, i.version DESC), '[]')
    FROM stipple.price_item i JOIN stipple.staff s ON (s.clinic_id, s.id) = (i.clinic_id, i.entered_by) WHERE i.clinic_id = k.id)
) AS list
FROM stipple.clinic k WHERE k.id = $1`;

export async function readPriceList(db: ClinicDatabase, who: Principal): Promise<PriceListView> {
  const read = { name: 'price_list', text: priceListSql, values: [who.clinicId] };
  const [row] = await db.read<{ list: PriceListView }>(who, read);
  if (row === undefined) throw new Missing('clinic');
  return row.list;
}
