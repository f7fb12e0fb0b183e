/**
 * What each reason that an invented letter gives is classed as, written down from the table of the denials' page
 * (`docs/denials.md`) and by nothing of the product's. A reason that is not here has never been told.
 */
const reasonsOf = {
  clinical: ['50', '150', '216', '272', '273'],
  experimental: ['55', '56', '114'],
  benefit_exclusion: ['96', '204'],
  documentation: ['16', '163', '226', '227', '250', '251', '252'],
  authorization: ['15', '197', '210', '284', '296', '302'],
  coding: ['4', '11', '146', '181', '189'],
  eligibility: ['22', '26', '27', '31', '109'],
  timely_filing: ['29'],
} as const;

export type ExpectedClass = keyof typeof reasonsOf;

const classes = new Map<string, ExpectedClass>(
  Object.entries(reasonsOf).flatMap(([name, codes]) =>
    codes.map((code) => [code, name as ExpectedClass] as const),
  ),
);

/** @param code empty for a letter that gave none: then it is what whoever read it states, and here that is clinical */
export function expectedClass(code: string): ExpectedClass {
  // 39 refers to an earlier denial and says nothing of its own, as a letter without a code.
  if (code === '' || code === '39') return 'clinical';
  const found = classes.get(code);
  if (found === undefined) throw new Error(`nobody has written down what reason ${code} is classed as`);
  return found;
}
