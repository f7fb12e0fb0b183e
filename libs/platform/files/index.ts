export * from './csv-line';
export * from './file-store';
export * from './files.module';
export * from './read-uploads';
export * from './safe/clean-picture';
export * from './safe/take-in';
