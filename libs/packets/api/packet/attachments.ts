import { dayInWords, documentKindWords, photoViewWords } from '@stipple/domain';
import type { PacketPart } from '../packet-file/packet-description';
import type { PacketDocument, PacketMaterial, PacketPhoto } from './packet-material';

type Part = PacketPart<string>;

/** What the record holds and the packet does not, with the reason: nobody should find that out from the payer. */
export interface LeftOut {
  readonly title: string;
  readonly why: string;
}

interface Sent {
  readonly part: Part;
  /** The ids of what it shows. */
  readonly of: readonly string[];
}

/** The photographs and files that go with the packet, and those that do not. */
export function attachments({ photos, documents }: Pick<PacketMaterial, 'photos' | 'documents'>): {
  readonly sent: readonly Sent[];
  readonly leftOut: readonly LeftOut[];
} {
  const shown = photos.filter((one) => one.consented === true && isPicture(one));
  const leftOut = photos
    .filter((one) => !shown.includes(one))
    .map(({ title, consented, mediaType }) => ({
      title,
      why:
        consented === null
          ? 'Nobody has described it yet, so that no consent is known.'
          : consented
            ? `It is no picture that can be shown (${mediaType}).`
            : 'The patient has not allowed that it is sent to the payer.',
    }));
  const sent = documents.flatMap((one): readonly Sent[] => {
    const part = documentPart(one);
    return part === null ? [] : [{ part, of: [one.id] }];
  });
  const notShown = documents
    .filter((one) => documentPart(one) === null)
    .map(({ title, mediaType }) => ({
      title,
      why: `Files of this kind cannot be shown in a PDF (${mediaType}).`,
    }));
  return {
    sent: [
      ...(shown.length === 0
        ? []
        : [
            {
              part: {
                key: 'photos',
                kind: 'pictures',
                title: 'Photographs',
                pictures: shown.map(picture),
              } as const,
              of: shown.map(({ id }) => id),
            },
          ]),
      ...sent,
    ],
    leftOut: [...leftOut, ...notShown],
  };
}

const isPicture = ({ mediaType }: { readonly mediaType: string }) =>
  mediaType === 'image/jpeg' || mediaType === 'image/png';

function picture({ title, takenOn, view, showsScale, file }: PacketPhoto) {
  const taken = takenOn === null ? '' : `, ${dayInWords(takenOn)}`;
  const scale = showsScale ? ', with scale' : '';
  const from = view === null ? '' : ` (${photoViewWords[view].toLowerCase()}${scale})`;
  return { file, caption: `${title}${taken}`, alt: `Photograph: ${title}${from}${taken}` };
}

function documentPart({ id, kind, title, datedOn, file, mediaType }: PacketDocument): Part | null {
  const dated = datedOn === null ? '' : `, ${dayInWords(datedOn)}`;
  const named = `${documentKindWords[kind as keyof typeof documentKindWords]}: ${title}${dated}`;
  const key = `document:${id}`;
  if (mediaType === 'application/pdf') return { key, kind: 'document', title: named, file };
  return isPicture({ mediaType })
    ? { key, kind: 'pictures', title: named, pictures: [{ file, caption: named, alt: named }] }
    : null;
}
