/** What was typed, as `cases_found` and `patients_found` take it: how something begins, and a pattern for a name. */
export function needleOf(q: string): { readonly typed: string; readonly inside: string | null } {
  const typed = q.toLowerCase().trim();
  const needle = likeText(typed);
  return { typed, inside: needle.length > 2 ? `%${needle.replace(/,\s*/g, ' ')}%` : null };
}

/**
 * Every identifier a person may have on a slip of paper. Each has its own index; one or two characters search beginnings
 * only. A case found in several ways is found once, by the first of them; what is exactly what was typed comes before all
 * beginnings. PostgreSQL looks past row-level security for this, because under it no index could begin at `lower` or LIKE.
 *
 * @param most of each kind, the first by what they are found by, and so what is exactly what was typed; null for all
 */
export function searchHits(q: string, value: (one: unknown) => string, most: number | null = null): string {
  const { typed, inside } = needleOf(q);
  const number = /^#?\d{1,9}$/.test(q.trim()) ? Number(q.trim().replace('#', '')) : null;
  const found = `stipple.cases_found(${value(typed)}::text, ${value(inside)}::text, ${value(number)}::int, ${value(most)}::int)`;
  return `SELECT DISTINCT ON (case_id) case_id, found_by, rank FROM ${found} ORDER BY case_id, rank`;
}

/** What a person types is text to look for, never a pattern. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
