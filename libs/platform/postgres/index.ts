export { StartProblem, startEmbeddedPostgres, type EmbeddedServer } from './embedded-postgres';
export { borrowedUser, reaches, rootFolder, runningAsRoot } from './postgres-home';
