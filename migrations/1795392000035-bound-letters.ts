import { plainSql } from './plain-sql';

export const BoundLetters = plainSql(
  'BoundLetters1795392000035',
  /* sql */ `
-- The same as without bindings where there are none: letters from before keep their hash. No text holds a zero byte, so that
-- nothing can be moved from the words to the bindings without changing it.
CREATE FUNCTION stipple.letter_hash(procedure_codes text[], body text, bindings text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(convert_to(array_to_string(procedure_codes, ',') || chr(10) || body, 'UTF8')
    || coalesce('\\x00'::bytea || convert_to(bindings, 'UTF8'), ''::bytea));

ALTER TABLE stipple.letter_version
  ADD COLUMN bindings text,
  ADD COLUMN open_sentences integer,
  ADD COLUMN checked_with integer,
  ADD COLUMN assertions_bound boolean GENERATED ALWAYS AS (open_sentences = 0) STORED,
  ADD CONSTRAINT bindings_are_a_list CHECK (bindings IS JSON ARRAY WITH UNIQUE KEYS),
  ADD CONSTRAINT open_sentences_counted CHECK (open_sentences >= 0),
  ADD CONSTRAINT checked_words_have_bindings CHECK ((bindings IS NULL) = (open_sentences IS NULL) AND (bindings IS NULL) = (checked_with IS NULL));
ALTER TABLE stipple.letter_version ALTER COLUMN content_hash SET EXPRESSION AS (stipple.letter_hash(procedure_codes, body, bindings));
ALTER TABLE stipple.letter_version ADD CONSTRAINT letter_version_bound UNIQUE (clinic_id, letter_id, version, assertions_bound);
GRANT INSERT (bindings, open_sentences, checked_with) ON stipple.letter_version TO stipple_app;
COMMENT ON COLUMN stipple.letter_version.bindings IS 'What each sentence rests on, and what that said, as compact JSON; covered by the hash. NULL: written before sentences were bound.';
COMMENT ON COLUMN stipple.letter_version.open_sentences IS
  'How many sentences stand against a signature: gaps, assertions without evidence, contradicted ones. Counted by the API when it was written; PostgreSQL cannot read a letter. It knows that the number goes with exactly these words and bindings, and that it was zero when they were signed. What the record has come to say since, the API looks at again when it signs.';
COMMENT ON COLUMN stipple.letter_version.checked_with IS 'Which version of the checker counted.';

-- NULL only in signatures from before. The application cannot write it, so that every new signature of a letter needs words without open sentences;
-- for other subjects there is no letter version, and the key is not looked at.
ALTER TABLE stipple.signature ADD COLUMN assertions_bound boolean;
ALTER TABLE stipple.signature ALTER COLUMN assertions_bound SET DEFAULT true;
ALTER TABLE stipple.signature ADD CONSTRAINT only_bound_words_are_signed
  FOREIGN KEY (clinic_id, subject_id, letter_version, assertions_bound) REFERENCES stipple.letter_version (clinic_id, letter_id, version, assertions_bound);
COMMENT ON COLUMN stipple.signature.assertions_bound IS 'True: no sentence of the letter was open. Never written by the application.';
`,
);
