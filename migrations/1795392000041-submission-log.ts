import { plainSql } from './plain-sql';

export const SubmissionLog = plainSql(
  'SubmissionLog1795392000041',
  /* sql */ `
-- What left the clinic, newest first: requests along the first, answers to what a payer asked along the second.
CREATE INDEX auth_request_sent ON stipple.auth_request (clinic_id, submitted_at, id) WHERE submitted_at IS NOT NULL;
CREATE INDEX case_event_answers ON stipple.case_event (clinic_id, at) WHERE move = 'answer_information';
`,
);
