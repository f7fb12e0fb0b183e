import type {
  RecordArea,
  RecordDevice,
  RecordFunction,
  RecordMentalHealth,
  RecordNoTreatment,
  RecordStatement,
  RecordTreatment,
} from '@stipple/contracts';
import { Command } from '@stipple/database';
import { canBeStated, refusal, refusalsOf } from '@stipple/domain';
import {
  AreaMeasurementEntity,
  DeviceClearanceEntity,
  FunctionStatementEntity,
  MentalHealthNoteEntity,
  PhysicianStatementEntity,
  TreatmentTriedEntity,
} from './parts.entities';
import { insertPart, recordEvidence } from './record-evidence';

type Made = Promise<{ id: string }>;

export function recordArea(command: Command, caseId: string, body: RecordArea): Made {
  const { areaCm2, method } = body;
  return recordEvidence(command, { caseId, about: body, kind: 'area' }, (hand, evidenceId) =>
    insertPart(hand, AreaMeasurementEntity, { evidenceId, areaCm2, method }),
  );
}

export function recordFunction(command: Command, caseId: string, body: RecordFunction): Made {
  const { work, words = null } = body;
  const activities = [...new Set(body.activities)];
  return recordEvidence(command, { caseId, about: body, kind: 'function' }, (hand, evidenceId) =>
    insertPart(hand, FunctionStatementEntity, { evidenceId, activities, work, words }),
  );
}

export function recordTreatment(command: Command, caseId: string, body: RecordTreatment): Made {
  const { onDay: fromOn, toOn, treatment, result, words = null } = body;
  const kind = { caseId, about: body, kind: 'treatment', days: { toOn } } as const;
  return recordEvidence(command, kind, (hand, evidenceId) =>
    insertPart(hand, TreatmentTriedEntity, {
      evidenceId,
      treatment,
      fromOn,
      toOn: toOn ?? null,
      result,
      words,
    }),
  );
}

export function recordNoTreatment(command: Command, caseId: string, body: RecordNoTreatment): Made {
  return recordEvidence(command, { caseId, about: body, kind: 'no_treatment' }, null);
}

export function recordDevice(command: Command, caseId: string, body: RecordDevice): Made {
  const { device, productCode = null, submissionNumber = null, indication } = body;
  const { indicationFits, siteFits, ageFits } = body;
  const fits = { indicationFits, siteFits, ageFits };
  return recordEvidence(command, { caseId, about: body, kind: 'device' }, (hand, evidenceId) =>
    insertPart(hand, DeviceClearanceEntity, {
      evidenceId,
      device,
      productCode,
      submissionNumber,
      indication,
      ...fits,
    }),
  );
}

export function recordMentalHealth(command: Command, caseId: string, body: RecordMentalHealth): Made {
  const { profession, distress, summary } = body;
  return recordEvidence(command, { caseId, about: body, kind: 'mental_health' }, (hand, evidenceId) =>
    insertPart(hand, MentalHealthNoteEntity, { evidenceId, profession, distress, summary }),
  );
}

export function recordStatement(command: Command, caseId: string, body: RecordStatement): Made {
  const { fact, says, words = null } = body;
  const refusals = refusalsOf(
    canBeStated(fact, says)
      ? null
      : refusal('note_is_shown', 'Record the note itself; only that there is none can be stated.', 'says'),
  );
  return recordEvidence(command, { caseId, about: body, kind: 'statement', refusals }, (hand, evidenceId) =>
    insertPart(hand, PhysicianStatementEntity, { evidenceId, fact, says, words }),
  );
}
