/**
 * What each provider is expected to bill by the estimate in force of the agreement `g`, in its order. One from before its
 * words were kept names nobody: then all of it is the clinic’s.
 */
export const estimatedProvidersSql = /* sql */ `(
  SELECT coalesce((SELECT json_agg(json_build_object('name', one.part ->> 'name', 'totalCents', (one.part ->> 'totalCents')::bigint) ORDER BY one.no)
      FROM jsonb_array_elements(v.contents::jsonb #> '{contents,providers}') WITH ORDINALITY one (part, no)),
    (SELECT json_build_array(json_build_object('name', k.name, 'totalCents', v.total_cents)) FROM stipple.clinic k WHERE k.id = v.clinic_id))
    FROM stipple.estimate_version v WHERE (v.clinic_id, v.agreement_id, v.version) = (g.clinic_id, g.id, g.estimate_version))`;

/** The disputes of the agreement `g`, the newest first. */
export const disputesSql = /* sql */ `(
  SELECT coalesce(json_agg(json_build_object('id', d.id, 'version', d.seq, 'state', d.state, 'provider', d.provider, 'estimatedCents', d.estimated_cents,
      'billedCents', d.billed_cents, 'billedOn', d.billed_on, 'openedOn', d.opened_on, 'openedBy', d.opened_by, 'by', who.name,
      'closedOn', d.closed_on, 'outcome', d.outcome) ORDER BY began.at DESC, d.id DESC), '[]')
    FROM stipple.dispute d
    JOIN stipple.case_event began ON (began.clinic_id, began.subject_id, began.seq) = (d.clinic_id, d.id, 1)
    JOIN stipple.staff who ON (who.clinic_id, who.id) = (began.clinic_id, began.actor_id)
   WHERE (d.clinic_id, d.agreement_id) = (g.clinic_id, g.id))`;
