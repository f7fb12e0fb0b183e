import { inOrder } from '../sql';
import { Bench, someSlot } from '../bench';
import { bookBare } from '../verbs/session';
import { Attack, attack, newOf } from './attack';

const denied = (name: string, ...sql: readonly string[]): Attack =>
  attack(name, [], () => inOrder(...sql), '42501');

/** Not breaking the law but abolishing it. */
export const schemaAttacks: readonly Attack[] = [
  denied('drop a constraint', 'ALTER TABLE stipple.session_unit DROP CONSTRAINT no_clearance_no_session'),
  denied('drop an index', 'DROP INDEX stipple.one_session_per_unit'),
  denied('disable triggers', 'ALTER TABLE stipple.treatment_session DISABLE TRIGGER ALL'),
  denied('drop a trigger', 'DROP TRIGGER session_moves_forward ON stipple.treatment_session'),
  denied(
    'add a trigger',
    'CREATE TRIGGER mine BEFORE INSERT ON stipple.session_unit FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
  ),
  denied('add a rule', 'CREATE RULE mine AS ON INSERT TO stipple.session_unit DO INSTEAD NOTHING'),
  denied(
    'switch row security off for a table',
    'ALTER TABLE stipple.session_unit DISABLE ROW LEVEL SECURITY',
  ),
  denied(
    'switch row security off for oneself',
    'SET LOCAL row_security = off',
    'SELECT count(*) FROM stipple.session_unit',
  ),
  denied('drop a policy', 'DROP POLICY clinic_scope ON stipple.session_unit'),
  denied('act as a replica', 'SET LOCAL session_replication_role = replica'),
  denied('empty a table', 'TRUNCATE stipple.session_unit CASCADE'),
  denied('empty the history', 'TRUNCATE stipple.case_event CASCADE'),
  denied(
    'replace a function',
    'CREATE OR REPLACE FUNCTION stipple.current_clinic() RETURNS uuid LANGUAGE sql RETURN NULL',
  ),
  denied('put a table before the real one', 'CREATE TEMPORARY TABLE clearance (id uuid)'),
  denied('put a table into the public schema', 'CREATE TABLE public.clearance (id uuid)'),
  denied('make a schema', 'CREATE SCHEMA mine'),
  denied('become a superuser', 'ALTER ROLE stipple_app SUPERUSER'),
  denied('bypass row security', 'ALTER ROLE stipple_app BYPASSRLS'),
  denied('join the owner', 'GRANT stipple_owner TO stipple_app'),
  denied('become the owner', 'SET ROLE stipple_owner'),
  denied('sign in as the owner', 'SET SESSION AUTHORIZATION stipple_owner'),
  denied(
    'give oneself a right',
    'GRANT UPDATE ON stipple.clearance TO stipple_app',
    'UPDATE stipple.clearance SET recorded_at = now()',
  ),
  denied('run the migrations’ own procedure', `CALL stipple.scope_by_clinic('stipple.clearance')`),
  denied(
    'change the schema with the migrations’ own procedure',
    `CALL stipple.make_subject('stipple.clearance', 'clearance')`,
  ),
  denied('read passwords', 'SELECT password_hash FROM stipple.staff'),
  denied('read the signed-in', 'SELECT * FROM stipple.sign_in'),
  denied('copy rows to a program', `COPY stipple.session_unit TO PROGRAM 'cat'`),
  attack(
    'copy rows in',
    [],
    () => 'COPY stipple.clearance_clinician (clinic_id, clearance_id, clinician_id) FROM STDIN',
    '0A000',
  ),
  attack(
    'put off what speaks at once',
    [],
    () => 'SET CONSTRAINTS stipple.session_unit_of_clearance DEFERRED',
    '42809',
  ),
  attack(
    'put everything off and book without a clearance',
    [],
    (b: Bench) =>
      inOrder('SET CONSTRAINTS ALL DEFERRED', bookBare(b.ground, { ...newOf(b), ...someSlot(b) })),
    'session_holds_its_units',
  ),
];
