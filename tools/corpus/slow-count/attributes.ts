import { type DenialKind, type MetricDimension, readDenial } from '@stipple/domain';
import { causeByHand } from './avoidable-by-hand';
import { type PlainRows, type Row, before, text, textOrNull } from './plain-rows';

/** What is known of a request by each dimension, as its key; null where it has none. */
export type Attributes = Readonly<Record<MetricDimension, string | null>>;

export function attributesOf(rows: PlainRows, request: Row, day: string, level: string | null): Attributes {
  const own = rows.treatment_case.find((one) => one['id'] === request['case_id']);
  if (own === undefined) throw new Error('a request has a case');
  const codes = (request['lines'] as readonly { procedureCode: string }[]).map((one) => one.procedureCode);
  return {
    payer: text(own['payer_id']),
    plan_type: text(own['plan_type']),
    codes: [...new Set(codes)].sort().join(','),
    physician: signerAtSubmission(rows, request, 'letter')?.signer ?? '',
    coordinator: textOrNull(request['owner_at_submission']) ?? '',
    urgency: text(request['urgency']),
    completeness: completenessByHand(signerAtSubmission(rows, request, 'screening')?.of),
    month: day.slice(0, 7),
    level,
    ...reasonsOf(rows, request),
  };
}

function completenessByHand(screening: Row | undefined): string {
  const computed = textOrNull(screening?.['computed_outcome'] ?? null);
  if (computed === null) return '';
  if (computed === 'likely_medical') return 'met';
  return computed === 'uncertain' ? 'open' : 'not_met';
}

function reasonsOf(rows: PlainRows, request: Row): Pick<Attributes, 'reason' | 'class' | 'avoidable'> {
  if (request['state'] === 'approved') return { reason: null, class: null, avoidable: null };
  const withheld = rows.withheld_reason.find((one) => one['request_id'] === request['id']);
  const [code, remarks, kind] =
    request['state'] === 'denied'
      ? [request['denial_code'], request['denial_remarks'], request['denial_kind']]
      : [withheld?.['reason_code'] ?? null, withheld?.['remarks'] ?? [], withheld?.['kind'] ?? 'clinical'];
  const read = readDenial({
    group: null,
    code: textOrNull(code),
    remarks: remarks as readonly string[],
    kind: kind as DenialKind,
  }).denialClass;
  const screened = signerAtSubmission(rows, request, 'screening');
  return {
    reason: textOrNull(code) ?? '',
    class: read === 'not_a_denial' ? 'unclassified' : read,
    avoidable: causeByHand(
      textOrNull(code) ?? '',
      remarks as readonly string[],
      screened ? text(screened.of['outcome']) : null,
    ),
  };
}

/** Who signed the last letter, or screening, of the case before its request went out, and what that was. */
function signerAtSubmission(rows: PlainRows, request: Row, what: 'letter' | 'screening') {
  const sent = rows.case_event.find(
    (event) => event['subject_id'] === request['id'] && event['move'] === 'submit',
  );
  if (sent === undefined) return undefined;
  return rows[what]
    .filter((one) => one['case_id'] === request['case_id'])
    .flatMap((of) => {
      const signature = rows.signature.find((one) => one['subject_id'] === of['id']);
      return signature && !before(sent['at'], signature['signed_at'])
        ? [{ of, signer: text(signature['signer_id']), at: signature['signed_at'] }]
        : [];
    })
    .sort((a, b) => (before(a.at, b.at) ? 1 : -1))[0];
}
