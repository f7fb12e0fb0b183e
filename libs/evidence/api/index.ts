export { EvidenceModule } from './evidence.module';
export { factSources, factSourcesStatement, type FactSourcesRow, sourcesOf } from './fact-sources';
