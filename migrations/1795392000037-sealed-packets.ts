import { plainSql } from './plain-sql';

export const SealedPackets = plainSql(
  'SealedPackets1795392000037',
  /* sql */ `
ALTER TABLE stipple.auth_request ADD COLUMN omissions jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT omissions_are_a_list CHECK (jsonb_typeof(omissions) = 'array');
COMMENT ON COLUMN stipple.auth_request.omissions IS 'What the policy asks for and the packet goes without, with the reason: [{kind, reason}]. Written when the request is marked ready.';

CREATE TABLE stipple.sealed_packet (
  clinic_id uuid NOT NULL,
  request_id uuid NOT NULL,
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('auth_request') STORED,
  seq integer NOT NULL,
  sealed_state text NOT NULL GENERATED ALWAYS AS ('submitted') STORED,
  file_sha256 bytea NOT NULL,
  content_sha256 bytea NOT NULL CHECK (length(content_sha256) = 32),
  manifest jsonb NOT NULL CHECK (jsonb_typeof(manifest) = 'object'),
  checklist jsonb NOT NULL CHECK (jsonb_typeof(checklist) = 'array'),
  sealed_by uuid NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, request_id),
  CONSTRAINT sealed_packet_is_kept FOREIGN KEY (clinic_id, file_sha256) REFERENCES stipple.stored_file (clinic_id, sha256),
  CONSTRAINT packet_sealed_by_somebody FOREIGN KEY (clinic_id, sealed_by) REFERENCES stipple.staff (clinic_id, id),
  CONSTRAINT packet_sealed_by_submission FOREIGN KEY (clinic_id, case_id, subject, request_id, seq, sealed_state)
    REFERENCES stipple.case_event (clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE stipple.sealed_packet IS 'The packet exactly as it went to the payer: one PDF in the file store, the pages and hashes of its parts, and the checklist as it stood. Written once, with the submission; requests sent before there were packets have none.';
COMMENT ON COLUMN stipple.sealed_packet.content_sha256 IS 'Of everything that was written into the PDF, before it was written. The same content gives the same file.';
CALL stipple.scope_by_clinic('stipple.sealed_packet');
-- It holds evidence and photographs: the same people read it.
CREATE POLICY packet_is_read_by ON stipple.sealed_packet AS RESTRICTIVE FOR SELECT USING ((SELECT stipple.acts_as('{coordinator,physician}')));
CREATE POLICY packet_is_sealed_by ON stipple.sealed_packet AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT stipple.acts_as('{coordinator}')));
CALL stipple.grant_insert_except('stipple.sealed_packet', '{sealed_at}');
GRANT SELECT ON stipple.sealed_packet TO stipple_app;
GRANT INSERT (omissions), UPDATE (omissions) ON stipple.auth_request TO stipple_app;
CREATE INDEX sealed_packet_case ON stipple.sealed_packet (clinic_id, case_id);
`,
);
