/** Who signed the subject `x`, and over what. */
export function signedJson(): string {
  return `(SELECT json_build_object('by', sp.name, 'at', g.signed_at, 'hash', encode(g.content_hash, 'hex'))
      FROM stipple.signature g JOIN stipple.staff sp ON (sp.clinic_id, sp.id) = (g.clinic_id, g.signer_id)
     WHERE (g.clinic_id, g.subject_id) = (x.clinic_id, x.id))`;
}
