import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type { PatientHit, PatientView } from '@stipple/contracts';
import { DraftKeeper, Drafts, Field, Typed, Values, draftFields, typedIn } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';

/** The draft of a case that is yet to be opened: the patient, and what was typed about them. */
@Injectable()
export class OpenCaseDraft {
  private readonly drafts = inject(Drafts);
  private readonly http = inject(HttpClient);
  keeper: DraftKeeper | null = null;
  readonly restored = signal<{ savedAt: string | null } | null>(null);

  /** What was typed in an earlier sitting, or null. @throws HttpErrorResponse */
  async open(authorId: string): Promise<{ values: Values; patient: PatientHit | null } | null> {
    const key = { authorId, caseId: null, subject: 'treatment_case', subjectId: null, move: 'open' };
    const { keeper, typed } = await this.drafts.open(key);
    this.keeper = keeper;
    if (typed === null) return null;
    this.restored.set({ savedAt: keeper.savedAt() });
    const { patientId, ...values } = typedIn(typed.fields, 'typed');
    return { values, patient: patientId ? await this.patient(String(patientId)) : null };
  }

  async discard(): Promise<void> {
    await this.keeper?.discard();
    this.restored.set(null);
  }

  typed(fields: readonly Field[], first: Values, now: Values, patient: PatientHit | null): Typed | null {
    const names = ['patientId', ...fields.map(({ name }) => name)];
    const found = draftFields(names, first, { ...now, patientId: patient?.id ?? '' });
    return found && { version: 0, fields: found };
  }

  private async patient(id: string): Promise<PatientHit> {
    const { name, recordNumber, birthDate, cases } = await firstValueFrom(
      this.http.get<PatientView>(`/api/patients/${id}`),
    );
    return { id, name, recordNumber, birthDate, openCases: cases.filter(({ open }) => open).length };
  }
}
