export { type PatientTexts, patientTexts } from './patient-texts';
export { type CaseTexts, caseTexts, photoConsentWords } from './case-texts';
export { longDay } from './long-day';
export { type OtherCourseLine, examplePartsOf, mostParts, otherCourseCents } from './other-course';
export { type PatientCardTexts, patientCardTexts } from './card-texts';
export { type RightsAfterDecision, patientRights } from './patient-rights';
export { type RightsMaterial, type RightsPage, rightsPage } from './rights-page';
export { rightsTexts } from './rights-texts';
export { type StandingInWords, type ToldStanding, standingInWords, toldStanding } from './standing-in-words';
