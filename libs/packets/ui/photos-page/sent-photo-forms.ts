import type { SentPhotoView } from '@stipple/contracts';
import { photoViewWords, photoViews } from '@stipple/domain';
import { Api, MoveForm } from '@stipple/ui';

/** Takes a patient's photograph into the record, as whoever looks at it sees it. */
export function acceptPhotoForm(
  api: Api,
  { id, version, view, showsScale, sentOn }: SentPhotoView,
): MoveForm {
  return {
    title: 'Take the photograph into the record',
    lead: 'The patient said what it shows; you say what you see. Their consent stays as they gave it.',
    submit: 'Take into the record',
    initial: { takenOn: sentOn, view, showsScale },
    fields: [
      {
        kind: 'date',
        name: 'takenOn',
        label: 'Taken on',
        half: true,
        hint: 'The day on which it came, unless you know better.',
      },
      {
        kind: 'choice',
        name: 'view',
        label: 'View',
        options: photoViews.map((value) => ({ value, label: photoViewWords[value] })),
        half: true,
      },
      { kind: 'check', name: 'showsScale', label: 'Shows a ruler or scale', optional: true },
      { kind: 'text', name: 'title', label: 'Title', optional: true },
    ],
    send: (values) =>
      api.post(`/api/patient-photos/${id}/acceptances`, {
        ...values,
        showsScale: values['showsScale'] === true,
        version,
      }),
  };
}

export function setAsideForm(api: Api, { id, version }: SentPhotoView): MoveForm {
  return {
    title: 'Set the photograph aside',
    lead: 'It stays out of the record. The patient reads that it could not be used; the reason they do not read.',
    submit: 'Set aside',
    fields: [{ kind: 'text', name: 'reason', label: 'Why' }],
    send: (values) => api.post(`/api/patient-photos/${id}/set-asides`, { ...values, version }),
  };
}
