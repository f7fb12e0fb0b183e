export { type AuditNote, auditStatement } from './audit-note';
export * from './clinic-database';
export * from './constraint-refusals';
export { sentDraft } from './end-draft';
export { type Call, KeyReused, hashRequest } from './idempotency';
export * from './principal';
export * from './refused';
export * from './snake-names';
export type { Statement } from './statement';
