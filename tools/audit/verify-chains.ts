import pg from 'pg';

export interface Chain {
  readonly clinic: string;
  readonly entries: number;
  /** Entries that do not fit their chain, first ones first. */
  readonly flaws: readonly { readonly seq: number; readonly flaw: string }[];
  /** The seal of the newest entry, in hex: noted down elsewhere, it shows when the whole end was cut off. */
  readonly head: string;
}

/** Recomputes the audit trail of every clinic of a database. */
export async function verifyChains(connectionString: string): Promise<readonly Chain[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const clinics = await client.query<{ id: string; name: string }>(
      'SELECT id, name FROM stipple.clinic ORDER BY name, id',
    );
    const chains: Chain[] = [];
    for (const { id, name } of clinics.rows) {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('stipple.clinic', $1, true)`, [id]);
      const { rows } = await client.query<Omit<Chain, 'clinic'>>(
        `SELECT (SELECT count(*)::float8 FROM stipple.audit_entry WHERE clinic_id = $1) AS entries,
                (SELECT coalesce(json_agg(json_build_object('seq', f.seq, 'flaw', f.flaw) ORDER BY f.seq), '[]') FROM stipple.audit_flaws() f) AS flaws,
                (SELECT encode(hash, 'hex') FROM stipple.audit_head WHERE clinic_id = $1) AS head`,
        [id],
      );
      await client.query('COMMIT');
      if (rows[0]) chains.push({ clinic: name, ...rows[0] });
    }
    return chains;
  } finally {
    await client.end();
  }
}
