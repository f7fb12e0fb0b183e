import { signedJson } from './signed-json';

/** The screenings of the case `c`, the latest first. What one was computed from shows itself only to who reads evidence. */
export const screeningsJson = /* sql */ `(SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'outcome', x.outcome, 'criteria', x.criteria, 'reasons', x.reasons,
      'evidenceIds', x.evidence_ids, 'proposedBy', s.name, 'proposedAt', e.at, 'overrideReason', x.override_reason, 'signed', ${signedJson()},
      'computed', CASE WHEN x.computed_outcome IS NOT NULL THEN json_build_object('outcome', x.computed_outcome, 'headline', x.headline,
        'policyKey', x.policy_key, 'general', x.policy_version_id IS NULL,
        'result', (SELECT json_build_object('engine', b.engine, 'sentence', b.result->'sentence', 'serviceOn', b.service_on, 'counts', b.result->'counts',
            'criteria', (SELECT json_agg(json_build_object('label', k->'label', 'truth', k->'truth')) FROM jsonb_array_elements(b.result->'criteria') k),
            'flagged', b.explanations)
          FROM stipple.screening_basis b WHERE (b.clinic_id, b.screening_id) = (x.clinic_id, x.id))) END) ORDER BY x.id DESC), '[]')
    FROM stipple.screening x
    JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, 1)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id))`;
