import { documentKindWords, documentKinds } from '@stipple/domain';
import { MoveFormMaker, Values } from '@stipple/ui';

export const addDocument: MoveFormMaker = ({ api, case: view }) => ({
  title: 'Add document',
  submit: 'Add',
  fields: [
    {
      kind: 'file',
      name: 'file',
      label: 'File',
      accept: 'application/pdf,image/png,image/jpeg,image/webp',
      hint: 'PDF or picture (JPEG, PNG, WebP), up to 25 MB.',
    },
    {
      kind: 'choice',
      name: 'kind',
      label: 'What it is',
      options: documentKinds.map((value) => ({ value, label: documentKindWords[value] })),
      half: true,
    },
    { kind: 'date', name: 'datedOn', label: 'Dated', optional: true, half: true },
    { kind: 'text', name: 'title', label: 'Title', hint: 'Such as “Right hand, palm”.' },
  ],
  send: ({ file, ...fields }: Values) =>
    api.upload(`/api/cases/${view.id}/documents`, fields as Record<string, string>, [file as File]),
});
