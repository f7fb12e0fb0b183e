import type { WaitingItem } from '@stipple/contracts';
import { Role, WaitingKind, waitingKinds } from '@stipple/domain';
import type { IconName } from '@stipple/ui';

interface Look {
  /** Heads the group: what to do. */
  readonly heading: string;
  readonly button: string;
  readonly icon: IconName;
  /** The form it is done with; without one the item leads to a page. */
  readonly form?: { readonly subject: string; readonly move: string };
}

export const kindLooks: Readonly<Record<WaitingKind, Look>> = {
  clinical_alert: { heading: 'See to clinical alerts', button: 'Look at it', icon: 'alert' },
  treatment: {
    heading: 'Record the treatment',
    button: 'Record treatment',
    icon: 'stethoscope',
    form: { subject: 'treatment_session', move: 'perform' },
  },
  peer_to_peer: { heading: 'Speak with the payer’s reviewer', button: 'Open case', icon: 'phone' },
  challenge: {
    heading: 'Sign appeals',
    button: 'Read and sign',
    icon: 'sign',
    form: { subject: 'challenge', move: 'sign' },
  },
  acknowledgement: {
    heading: 'Acknowledge how an approval differs',
    button: 'Acknowledge',
    icon: 'eye',
    form: { subject: 'payer_authorization', move: 'acknowledge' },
  },
  confirmation: {
    heading: 'Confirm that nothing is required',
    button: 'Confirm',
    icon: 'shield',
    form: { subject: 'payer_authorization', move: 'confirm' },
  },
  letter: { heading: 'Sign letters', button: 'Read and sign', icon: 'sign' },
  screening: { heading: 'Sign screenings', button: 'Read and sign', icon: 'sign' },
  evidence: {
    heading: 'Add evidence',
    button: 'Add evidence',
    icon: 'attach',
    form: { subject: 'case_document', move: 'record' },
  },
};

/** What waits for somebody of a role, in words. */
const kindsOf: Readonly<Partial<Record<Role, string>>> = {
  physician:
    'clinical alerts, letters, screenings and appeals to sign, calls with a reviewer, evidence a payer asks for, treatments to record',
  coordinator: 'approvals that differ from what was asked, to acknowledge',
  manager: 'answers that nothing is required, to confirm',
};

/** What can ever wait for whoever holds these roles. */
export function kindsFor(holds: (role: Role) => boolean): string {
  const words = (['physician', 'coordinator', 'manager'] as const).filter(holds).map((role) => kindsOf[role]);
  return words.join('; ');
}

export interface Group {
  readonly kind: WaitingKind;
  readonly look: Look;
  readonly items: readonly WaitingItem[];
}

/** By what to do: first an alert, then the patient who is in the house, then what is due first. */
export function grouped(items: readonly WaitingItem[]): readonly Group[] {
  const pressing = ({ kind, items: [first] }: Group) =>
    kind === 'treatment' || kind === 'clinical_alert' ? '' : (first?.dueOn ?? '9999-12-31');
  return waitingKinds
    .map((kind) => ({ kind, look: kindLooks[kind], items: items.filter((item) => item.kind === kind) }))
    .filter((group) => group.items.length > 0)
    .sort((a, b) => pressing(a).localeCompare(pressing(b)));
}

/** Where the words to sign are read. */
export function readingPath({ kind, caseId, subjectId }: WaitingItem): readonly string[] | null {
  return kind === 'letter' || kind === 'screening' ? ['/cases', caseId, 'sign', kind, subjectId] : null;
}

/** Where else something is looked at: an alert is about evidence, and shown there in full. */
export function casePath({ kind, caseId }: WaitingItem): readonly string[] {
  return kind === 'clinical_alert' ? ['/cases', caseId, 'evidence'] : ['/cases', caseId];
}
