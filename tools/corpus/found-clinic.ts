import type { Clinic } from './clinic';
import type { Dice } from './dice';
import { Diary } from './diary';
import { demoFiles } from './files/demo-files';
import { uuidAt } from './ids';
import { demoPrices } from './prices';
import { DemoPerson, Member, StaffKey, staffKeys } from './people';
import { Rows, byteaOf } from './rows';
import type { ClinicSketch } from './sketch';
import type { WorkingDays } from './working-days';

interface Founding {
  readonly sketch: ClinicSketch;
  readonly cases: number;
  readonly passwordHash: (email: string) => string;
}

/** The clinic with its people, rooms, payers and files, a month before its first case. */
export function foundClinic(
  rows: Rows,
  dice: Dice,
  days: WorkingDays,
  { sketch, cases, passwordHash }: Founding,
): Clinic {
  let moment = days.moment(0, 0) - 30 * 86_400_000;
  const newId = () => uuidAt((moment += 60_000), dice);
  const foundedAt = new Date(moment).toISOString();
  const clinicId = newId();
  rows.add('clinic', {
    id: clinicId,
    name: sketch.name,
    time_zone: days.timeZone,
    is_demo: true,
    next_case_number: cases + 1,
    created_at: foundedAt,
  });
  const members = Object.fromEntries(
    staffKeys.map((key) => [
      key,
      addPerson(rows, clinicId, newId(), sketch.staff[key], foundedAt, passwordHash),
    ]),
  ) as Record<StaffKey, Member>;
  const entered = { entered_by: members.dana.staffId, entered_at: foundedAt };
  const { postalCode, ...identity } = sketch.identity;
  rows.add('billing_identity', {
    clinic_id: clinicId,
    version: 1,
    ...identity,
    postal_code: postalCode,
    ...entered,
  });
  for (const { code, kind, words, procedureCode, unitCents, sessions, ended } of demoPrices)
    rows.add('price_item', {
      clinic_id: clinicId,
      code,
      version: 1,
      kind,
      words_en: words.en,
      words_es: words.es,
      procedure_code: procedureCode,
      unit_cents: unitCents,
      sessions,
      valid_from: foundedAt.slice(0, 10),
      ended,
      ...entered,
    });
  const roomIds = sketch.rooms.map((name) => {
    const id = newId();
    rows.add('room', { clinic_id: clinicId, id, name });
    return id;
  });
  const known = sketch.clinicians.map(({ name, npi, specialty, staff: key }) => {
    const id = newId();
    const signer = key === null ? null : members[key];
    const ours = { organization: sketch.name, staff_id: signer?.staffId ?? null, practices_here: true };
    rows.add('provider', { clinic_id: clinicId, id, name, npi, specialty, ...ours });
    return { id, name, signer };
  });
  for (const referrer of sketch.referrers)
    rows.add('provider', {
      clinic_id: clinicId,
      id: newId(),
      ...referrer,
      npi: null,
      staff_id: null,
      practices_here: false,
    });
  const knownPayers = sketch.payers.map((payer) => {
    const id = newId();
    rows.add('payer', { clinic_id: clinicId, id, name: payer.name, phone: payer.phone });
    return { ...payer, id };
  });
  const files = demoFiles(sketch.payers);
  for (const { sha256, content, mediaType } of files.values()) {
    const stored = { bytes: content.length, media_type: mediaType, stored_at: foundedAt };
    rows.add('stored_file', { clinic_id: clinicId, sha256: byteaOf(sha256), ...stored });
  }
  for (const { sha256, picture } of files.values()) {
    if (picture === undefined) continue;
    const { width, height, small } = picture;
    // The demo's pictures are no larger than a screen: they are their own large copies.
    const copies = { small_sha256: byteaOf(small.sha256), large_sha256: byteaOf(sha256) };
    rows.add('stored_picture', { clinic_id: clinicId, sha256: byteaOf(sha256), width, height, ...copies });
  }
  const diary = new Diary(days, sketch.rooms.length);
  return {
    id: clinicId,
    sketch,
    size: cases,
    days,
    diary,
    staff: members,
    clinicians: known,
    rooms: roomIds,
    payers: knownPayers,
    policies: [],
    files,
  };
}

function addPerson(
  rows: Rows,
  clinicId: string,
  id: string,
  { name, email, roles }: DemoPerson,
  createdAt: string,
  passwordHash: (email: string) => string,
): Member {
  rows.add('staff', {
    clinic_id: clinicId,
    id,
    name,
    email,
    password_hash: passwordHash(email),
    created_at: createdAt,
  });
  for (const role of roles) rows.add('staff_role', { clinic_id: clinicId, staff_id: id, role });
  return { staffId: id, name, roles };
}
