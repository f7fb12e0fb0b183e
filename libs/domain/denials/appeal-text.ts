import type { AppealOutline } from './appeal-outline';

/** The words that an appeal begins with: what the record holds, under its headings. What is missing is left out, never written around. */
export function appealText({ sections }: Pick<AppealOutline, 'sections'>): string {
  return sections
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)].join('\n'))
    .join('\n\n');
}
