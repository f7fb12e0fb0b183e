export { PatientModule } from './patient.module';
export { type PatientVisit, PatientVisits, keepVisit, patientCookie, visitOver } from './patient-visits';
