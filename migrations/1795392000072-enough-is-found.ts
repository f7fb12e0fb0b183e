import { plainSql } from './plain-sql';

/**
 * Who looks for something sees a handful of it, and had to wait until all that begins like it was found: a single “1” at a
 * million cases for more than ten seconds. Now one may say how many of each kind are enough. Lists that are narrowed by a
 * search say nothing, and get everything.
 */
export const EnoughIsFound = plainSql(
  'EnoughIsFound1795392000072',
  /* sql */ `
DROP FUNCTION stipple.cases_found(text, text, integer);
DROP FUNCTION stipple.patients_found(text, text);

-- Patients by what somebody has of them. What is exactly what was typed comes before all beginnings.
-- Few are found, so no second process is started to find them. A beginning is a range of texts: from itself to itself with the last of all characters.
CREATE FUNCTION stipple.patients_found(typed text, inside text, most integer DEFAULT NULL)
  RETURNS TABLE (patient_id uuid, rank integer, found_by text, exact boolean)
  LANGUAGE sql STABLE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp SET max_parallel_workers_per_gather = 0 AS $$
  (SELECT x.id, 1, 'record number', lower(x.record_number) = typed FROM stipple.patient x
   WHERE x.clinic_id = stipple.current_clinic() AND lower(x.record_number) ~>=~ typed AND lower(x.record_number) ~<~ (typed || chr(1114111)) ORDER BY lower(x.record_number) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.patient_id, 2, 'member id', lower(x.member_id) = typed FROM stipple.coverage x
   WHERE x.clinic_id = stipple.current_clinic() AND lower(x.member_id) ~>=~ typed AND lower(x.member_id) ~<~ (typed || chr(1114111)) ORDER BY lower(x.member_id) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.id, 3, 'name', false FROM stipple.patient x
   WHERE x.clinic_id = stipple.current_clinic() AND lower(x.family_name) ~>=~ typed AND lower(x.family_name) ~<~ (typed || chr(1114111)) ORDER BY lower(x.family_name) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.id, 4, 'name', false FROM stipple.patient x WHERE x.clinic_id = stipple.current_clinic() AND x.search_name LIKE inside LIMIT most)
$$;
COMMENT ON FUNCTION stipple.patients_found IS 'Patients of the transaction’s clinic by record number, member id or name: “typed” in small letters is how it begins, “inside” a pattern for the name, or null; “most” is how many of each kind are enough, the first in the order of what they are found by, null for all.';

-- Cases by every identifier a person may have on a slip of paper, one row for each way in which one is found.
CREATE FUNCTION stipple.cases_found(typed text, inside text, number integer, most integer DEFAULT NULL)
  RETURNS TABLE (case_id uuid, rank integer, found_by text)
  LANGUAGE sql STABLE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp SET max_parallel_workers_per_gather = 0 AS $$
  SELECT c.id, 1, 'case number' FROM stipple.treatment_case c WHERE c.clinic_id = stipple.current_clinic() AND c.case_number = number
  UNION ALL
  SELECT c.id, CASE WHEN p.exact THEN 0 ELSE (ARRAY[2, 4, 8, 9])[p.rank] END, CASE WHEN p.rank > 2 THEN 'patient' ELSE p.found_by END
    FROM stipple.patients_found(typed, inside, most) p JOIN stipple.treatment_case c ON c.clinic_id = stipple.current_clinic() AND c.patient_id = p.patient_id
  UNION ALL
  (SELECT x.case_id, CASE WHEN lower(x.number) = typed THEN 0 ELSE 3 END, 'authorization ' || x.number FROM stipple.payer_authorization x
   WHERE x.clinic_id = stipple.current_clinic() AND lower(x.number) ~>=~ typed AND lower(x.number) ~<~ (typed || chr(1114111)) ORDER BY lower(x.number) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.case_id, CASE WHEN lower(x.payer_reference) = typed THEN 0 ELSE 5 END, 'payer reference ' || x.payer_reference FROM stipple.auth_request x
   WHERE x.clinic_id = stipple.current_clinic() AND x.payer_reference IS NOT NULL AND lower(x.payer_reference) ~>=~ typed AND lower(x.payer_reference) ~<~ (typed || chr(1114111)) ORDER BY lower(x.payer_reference) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.case_id, CASE WHEN lower(x.submission_reference) = typed THEN 0 ELSE 6 END, 'submission ' || x.submission_reference FROM stipple.auth_request x
   WHERE x.clinic_id = stipple.current_clinic() AND x.submission_reference IS NOT NULL AND lower(x.submission_reference) ~>=~ typed AND lower(x.submission_reference) ~<~ (typed || chr(1114111)) ORDER BY lower(x.submission_reference) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.case_id, CASE WHEN lower(x.reference_number) = typed THEN 0 ELSE 7 END, 'call reference ' || x.reference_number FROM stipple.benefit_call x
   WHERE x.clinic_id = stipple.current_clinic() AND lower(x.reference_number) ~>=~ typed AND lower(x.reference_number) ~<~ (typed || chr(1114111)) ORDER BY lower(x.reference_number) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.case_id, CASE WHEN lower(x.phone_reference) = typed THEN 0 ELSE 7 END, 'phone reference ' || x.phone_reference FROM stipple.auth_request x
   WHERE x.clinic_id = stipple.current_clinic() AND x.phone_reference IS NOT NULL AND lower(x.phone_reference) ~>=~ typed AND lower(x.phone_reference) ~<~ (typed || chr(1114111)) ORDER BY lower(x.phone_reference) USING ~<~ LIMIT most)
$$;
COMMENT ON FUNCTION stipple.cases_found IS 'Cases of the transaction’s clinic by any identifier; “typed” and “inside” as for patients_found, “number” a case number or null.';
`,
);
