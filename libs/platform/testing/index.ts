export * from './test-database';
export * from './test-clinic';
export * from './many-cases';
export * from './test-machinery';
export { startTestServer } from './test-server';
export { checkPdf } from './check-pdf';
export { pdfText } from './pdf-text';
