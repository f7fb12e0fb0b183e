import type { AgreementView, CaseView, Directory } from '@stipple/contracts';
import { Api, Field, MoveForm, documentChoices } from '@stipple/ui';
import { linkAddress, newToken, sha256 } from './link-token';

/**
 * Makes a link to an estimate. The token is drawn here and only its hash is sent, so that the link is nowhere but on
 * this screen; `made` is told it once.
 */
export function patientLinkForm(
  api: Api,
  view: CaseView,
  agreement: AgreementView,
  directory: Directory,
  made: (address: string) => void,
): MoveForm {
  const own = directory.clinicians.find(({ staffId }) => staffId === view.physician.id);
  return {
    title: 'Make a link for the patient',
    signature: true,
    lead: 'They open it with their date of birth, read the estimate and can sign it on their screen. It opens once, and a link made before ends.',
    submit: 'Make link',
    initial: { days: 14, clinicianIds: own ? [own.id] : [] },
    fields: [
      { kind: 'number', name: 'days', label: 'Works for', min: 1, max: 30, unit: 'days', half: true },
      ...waiverField(view, agreement),
      {
        kind: 'choices',
        name: 'clinicianIds',
        label: 'Clinicians who may treat',
        options: directory.clinicians.map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
    send: async (values) => {
      const token = newToken();
      const estimate = agreement.estimates[0]?.version;
      const tokenSha256 = await sha256(token);
      await api.post(`/api/self-pay-agreements/${agreement.id}/patient-links`, {
        ...values,
        estimate,
        tokenSha256,
      });
      made(linkAddress('your-estimate', token));
    },
  };
}

function waiverField(view: CaseView, { waiverNeeded }: AgreementView): readonly Field[] {
  if (waiverNeeded === null) return [];
  return [
    {
      kind: 'document',
      name: 'waiverId',
      label: 'Waiver',
      documentKind: 'waiver',
      caseId: view.id,
      existing: documentChoices({ case: view }, 'waiver'),
      hint: `With this plan it takes ${waiverNeeded}.`,
    },
  ];
}
