export { type Assertion, type AssertionKind, assertionIn, assertionKindWords } from './assertion';
export {
  type Binding,
  type BoundRef,
  bindingsFrom,
  bindingsText,
  boundTo,
  mostRefs,
  sameWords,
  short as shortWords,
  strayBindings,
  tidyBindings,
} from './bindings';
export * from './carry-bindings';
export * from './check-letter';
export * from './first-draft';
export * from './shelf';
export * from './split-letter';
export * from './statements';
