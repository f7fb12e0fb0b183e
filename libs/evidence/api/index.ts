export { EvidenceModule } from './evidence.module';
export { evidenceStatement } from './evidence-sql';
export { factSources, factSourcesStatement, type FactSourcesRow, sourcesOf } from './fact-sources';
export { measurementsOf } from './measurements';
