export { type PatientTexts, patientTexts } from './patient-texts';
export { type OtherCourseLine, examplePartsOf, mostParts, otherCourseCents } from './other-course';
export { type PatientCardTexts, patientCardTexts } from './card-texts';
