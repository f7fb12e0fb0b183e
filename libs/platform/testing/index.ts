export * from './test-database';
export * from './test-clinic';
export * from './many-cases';
export { checkPdf } from './check-pdf';
export { pdfText } from './pdf-text';
export { misreported } from './misreported';
