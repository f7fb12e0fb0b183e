import { Injectable, inject } from '@angular/core';
import type { PolicyVersionView } from '@stipple/contracts';
import { Api, Field, FormOpener } from '@stipple/ui';

const publishFields: readonly Field[] = [
  { kind: 'date', name: 'effectiveFrom', label: 'Applies from', half: true },
  {
    kind: 'check',
    name: 'endsEarlier',
    label: 'End the version in force, where no end is known, the day before',
    optional: true,
  },
];
const reasonFields: readonly Field[] = [
  { kind: 'area', name: 'reason', label: 'Why it is withdrawn', rows: 3 },
];

/** What puts a version in force, and what takes it out again: each asks once more before it does. */
@Injectable()
export class PolicyActions {
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);

  publish({ id, key, version, policy }: PolicyVersionView): Promise<boolean> {
    return this.opener.open({
      title: `Publish ${key}`,
      lead: 'From that day on, cases of this payer are screened by it. What is published is never edited: a mistake is withdrawn, and a new version follows.',
      submit: 'Publish',
      fields: publishFields,
      initial: { effectiveFrom: policy.effectiveFrom, endsEarlier: true },
      send: (values) => this.api.post(`/api/policy-versions/${id}/publications`, { version, ...values }),
    });
  }

  withdraw({ id, key, version }: PolicyVersionView): Promise<boolean> {
    return this.opener.open({
      title: `Withdraw ${key}`,
      lead: 'It applies on no day any more. Screenings that were made by it stay as they are and go on naming it.',
      submit: 'Withdraw',
      danger: true,
      fields: reasonFields,
      send: (values) => this.api.post(`/api/policy-versions/${id}/withdrawals`, { version, ...values }),
    });
  }

  discard({ id, key, version }: PolicyVersionView): Promise<boolean> {
    return this.opener.open({
      title: `Discard the draft of ${key}`,
      lead: 'Nobody has been screened by it. It is listed no more.',
      submit: 'Discard',
      danger: true,
      fields: [],
      send: () => this.api.post(`/api/policy-versions/${id}/discards`, { version }),
    });
  }
}
