import type { PhotoView } from '@stipple/contracts';
import {
  consentGiverWords,
  consentGivers,
  consentUseWords,
  consentUses,
  photoViewWords,
  photoViews,
} from '@stipple/domain';
import { Api, MoveForm, Values } from '@stipple/ui';

const options = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, label: words[value] }));
const isGiven = ({ consentUses: uses }: Values) => Array.isArray(uses) && uses.length > 0;

/** States what is known of a photograph, or corrects what was stated. */
export function photoForm(api: Api, photo: PhotoView, today: string): MoveForm {
  const old = photo.details;
  return {
    title: old ? 'Correct what is known of the photograph' : 'Describe the photograph',
    lead: old ? 'What was stated before stays in the record; this takes its place.' : undefined,
    submit: 'Save',
    initial: old
      ? {
          ...old,
          consentBy: old.consentBy ?? '',
          consentName: old.consentName ?? '',
          consentOn: old.consentOn ?? '',
          reason: '',
        }
      : {
          takenOn: today,
          view: 'front',
          consentUses: ['record', 'payer'],
          consentBy: 'patient',
          consentOn: today,
        },
    fields: [
      { kind: 'date', name: 'takenOn', label: 'Taken on', half: true },
      {
        kind: 'choice',
        name: 'view',
        label: 'View',
        options: options(photoViews, photoViewWords),
        half: true,
      },
      { kind: 'check', name: 'showsScale', label: 'Shows a ruler or scale', optional: true },
      {
        kind: 'choices',
        name: 'consentUses',
        label: 'Consent was given for',
        options: options(consentUses, consentUseWords),
        optional: true,
        hint: 'Nothing chosen: no consent, or it was withdrawn.',
      },
      {
        kind: 'choice',
        name: 'consentBy',
        label: 'Given by',
        options: options(consentGivers, consentGiverWords),
        half: true,
        when: isGiven,
      },
      { kind: 'date', name: 'consentOn', label: 'Given on', half: true, when: isGiven },
      {
        kind: 'text',
        name: 'consentName',
        label: 'Name of the parent or guardian',
        when: (values) => isGiven(values) && values['consentBy'] === 'guardian',
      },
      ...(old ? [{ kind: 'text' as const, name: 'reason', label: 'Why it is corrected' }] : []),
    ],
    send: (values) =>
      api.post(`/api/photos/${photo.id}/details`, {
        consentUses: [],
        ...values,
        ...(old ? { correctsId: old.id } : {}),
      }),
  };
}
