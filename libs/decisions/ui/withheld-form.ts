import { MoveFormMaker, documentChoices } from '@stipple/ui';
import { reasonFields } from './reason-fields';

/** Why less was granted than was asked; often in a letter that comes after the approval. */
export const recordWithheld: MoveFormMaker = (context) => ({
  title: 'Record why less was granted',
  lead: 'For what it did not grant, the payer’s words decide what can be argued, as those of a denial do. Enter them exactly as they stand.',
  submit: 'Record',
  wide: true,
  fields: [
    ...reasonFields('On what ground'),
    {
      kind: 'document',
      name: 'proofId',
      label: 'The notice',
      documentKind: 'payer_notice',
      caseId: context.case.id,
      existing: documentChoices(context, 'payer_notice'),
      optional: true,
    },
  ],
  send: (values) => context.api.post(`/api/auth-requests/${context.subjectId}/withheld-reasons`, values),
});
