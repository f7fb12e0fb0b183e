import { appealOutline } from './appeal-outline';
import { appealText } from './appeal-text';
import { denialOf } from './testing/a-denial';
import { emptyMaterial, fullMaterial } from './testing/appeal-material';

it('begins with the payer’s words and says under each heading what the record holds', () => {
  const text = appealText(appealOutline(denialOf.clinical, fullMaterial));
  const headings = text.split('\n\n').map((part) => part.split('\n')[0]);
  expect(headings).toEqual([
    'The decision',
    'The payer’s criteria',
    'Function and measurements',
    'Treatments tried',
    'What we ask',
  ]);
  expect(text).toContain(denialOf.clinical.words);
});

it('has no heading without words below it, and no sign of what is missing', () => {
  const text = appealText(appealOutline(denialOf.coding, emptyMaterial));
  expect(text).not.toContain('The correction');
  expect(text).not.toMatch(/missing|\{|\}/);
});
