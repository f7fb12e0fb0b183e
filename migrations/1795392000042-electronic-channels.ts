import { plainSql } from './plain-sql';

const channels = `CHECK (channel IN ('portal', 'fax', 'phone', 'mail', 'x12_278', 'pas'))`;
const tables = ['auth_request', 'payer_authorization', 'payer_channel'];

/** A request may also go out as a 278 of X12 or, over FHIR, by Da Vinci's PAS. */
export const ElectronicChannels = plainSql(
  'ElectronicChannels1795392000042',
  tables
    .map(
      (table) =>
        `ALTER TABLE stipple.${table} DROP CONSTRAINT ${table}_channel_check, ADD CONSTRAINT ${table}_channel_check ${channels};`,
    )
    .join('\n'),
);
