import { parse } from 'csv-parse/sync';
import { csvOf } from './csv';

it('tells nothing from an empty text, and keeps whatever a text holds', () => {
  const values = [null, '', 'plain', 'a "quote", a comma', 'two\nlines', '\\.', '\\x00ff', 0, false, 'Ø é'];
  const line = csvOf(values);
  expect(line.startsWith(',"",plain,')).toBe(true);
  expect(parse(line)).toEqual([values.map((one) => (one === null ? '' : String(one)))]);
});
