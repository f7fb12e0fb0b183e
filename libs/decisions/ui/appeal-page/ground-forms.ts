import type { CaseView, GroundView, GroundsView } from '@stipple/contracts';
import { GroundTopic, ShelfKind, shelfKindWords } from '@stipple/domain';
import { Api, Field, MoveForm, Values, documentChoices } from '@stipple/ui';

/** What a form of the appeal’s desk is made from. */
export interface GroundContext {
  readonly api: Api;
  readonly case: CaseView;
  readonly challengeId: string;
  readonly entered: GroundsView;
}

const paths: Readonly<Record<GroundTopic, string>> = {
  payers_words: 'payers-words',
  exclusion: 'plan-clauses',
  reconstructive: 'plan-clauses',
  network: 'network-gaps',
  correction: 'corrections',
  criterion: 'answers',
};

interface Asked {
  readonly lead?: string;
  readonly reading?: string;
  readonly fields: readonly Field[];
  /** What goes along that nobody types. */
  readonly fixed?: Values;
}

/** The form by which something that the appeal rests on is entered, or changed. */
export function groundForm(context: GroundContext, ground: GroundView): MoveForm {
  const { api, challengeId } = context;
  const { newest, title, topic } = ground;
  const { fields, fixed = {}, ...asked } = askedBy(context, ground);
  return {
    title,
    ...asked,
    submit: 'Record',
    wide: true,
    initial: newest && !newest.takenBack ? asTyped(newest) : {},
    fields,
    send: (values) =>
      api.post(`/api/challenges/${challengeId}/grounds/${paths[topic]}`, {
        ...values,
        ...fixed,
        ...(newest && { replacesId: newest.id }),
      }),
  };
}

function asTyped(newest: NonNullable<GroundView['newest']>): Values {
  const { words, page, section, documentId, codeWas, codeNow, restsOn } = newest;
  return {
    words: words ?? '',
    page: page ?? '',
    section: section ?? '',
    documentId: documentId ?? '',
    was: codeWas ?? '',
    now: codeNow ?? '',
    why: words ?? '',
    restsOn: restsOn.map(({ ref }) => ref),
  };
}

const words: Field = { kind: 'area', name: 'words', label: 'Word for word', rows: 5 };
const page: Field = { kind: 'text', name: 'page', label: 'Page', half: true };

function paper(
  { case: view }: GroundContext,
  documentKind: 'payer_policy' | 'payer_notice',
  hint?: string,
): Field {
  return {
    kind: 'document',
    name: 'documentId',
    label: 'The paper it stands in',
    documentKind,
    caseId: view.id,
    existing: documentChoices({ case: view }, documentKind),
    ...(hint && { hint }),
    optional: hint !== undefined,
  };
}

function askedBy(context: GroundContext, { topic, about, quote }: GroundView): Asked {
  const { wordsOnRecord, policy, codes, shelf } = context.entered;
  switch (topic) {
    case 'payers_words':
      return {
        lead: 'An appeal begins with the payer’s own words and the page they stand on.',
        ...(wordsOnRecord !== null && { reading: wordsOnRecord }),
        fields: [
          ...(wordsOnRecord === null ? [words] : []),
          page,
          paper(context, 'payer_notice', 'Where the notice is in the case, it goes along with the appeal.'),
        ],
      };
    case 'exclusion':
    case 'reconstructive':
      return {
        lead: 'From the plan’s own papers: the certificate or the summary of benefits, letter by letter.',
        fields: [
          words,
          page,
          { kind: 'text', name: 'section', label: 'Section', half: true, optional: true },
          policy === null
            ? paper(context, 'payer_policy')
            : paper(context, 'payer_policy', `Left empty, it stands in policy ${policy}, which is on file.`),
        ],
        fixed: { clause: topic },
      };
    case 'network':
      return {
        fields: [
          { kind: 'area', name: 'words', label: 'Whom the clinic asked, and what they said', rows: 4 },
        ],
      };
    case 'correction':
      return {
        lead: 'What was asked for stays as it was sent; the appeal says what it should have said.',
        fields: [
          {
            kind: 'choice',
            name: 'was',
            label: 'The code that was wrong',
            options: codes.map(({ code, words: label }) => ({ value: code, label: `${code}: ${label}` })),
          },
          { kind: 'text', name: 'now', label: 'The right code', half: true },
          {
            kind: 'area',
            name: 'why',
            label: 'Why',
            rows: 3,
            hint: 'It goes into the sentence “… since …”.',
          },
        ],
      };
    case 'criterion':
      return {
        lead: 'On record this is not met. Say why the payer should approve all the same, and what that rests on.',
        ...(quote !== null && { reading: quote }),
        fields: [
          { kind: 'area', name: 'words', label: 'The answer', rows: 4 },
          {
            kind: 'choices',
            name: 'restsOn',
            label: 'What it rests on',
            options: shelf.map(({ ref, kind, words: label }) => ({
              value: ref,
              label,
              hint: shelfKindWords[kind as ShelfKind],
            })),
          },
        ],
        fixed: { criterion: about },
      };
  }
}
