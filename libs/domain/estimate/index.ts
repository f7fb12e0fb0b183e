export * from './changed-estimate';
export * from './estimate-clock';
export * from './estimate-contents';
export * from './estimate-document';
export { estimateLastsMonths, estimateRefusals } from './estimate-refusals';
export { type EstimateTexts, estimateTexts } from './estimate-texts';
export * from './estimate-starts';
export * from './language';
export * from './price-item';
