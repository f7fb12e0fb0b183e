import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CaseWorksheets, WorksheetOfCode } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, ApiProblem, Drafts, FormAbout, Live, MoveForm } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { worksheetFieldsOf } from './worksheet-fields';
import { contentOf, valuesOf } from './worksheet-values';

/** A worksheet that is being filled in: its form, and how to notice that others have changed it. */
export interface OpenedWorksheet {
  readonly form: MoveForm;
  readonly about: FormAbout;
  readonly code: WorksheetOfCode;
  readonly suggested: string;
}

/** Makes the form of a worksheet, with what this person typed into it in an earlier sitting. */
@Injectable()
export class WorksheetOpener {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly live = inject(Live);
  private readonly person = inject(CurrentPerson);

  /** @throws ApiProblem */
  async open(view: CaseWorksheets, code: WorksheetOfCode): Promise<OpenedWorksheet> {
    const { caseId } = view;
    const heard = this.live.heard(caseId);
    const key = {
      authorId: this.person.me()?.id ?? '',
      caseId,
      subject: 'code_worksheet',
      subjectId: code.worksheet?.id ?? null,
      // One draft of each code; a worksheet that exists has an id of its own.
      move: code.worksheet ? 'revise' : `start_${code.procedureCode}`,
    };
    const draft = await this.drafts.open(key);
    const api = this.api.from(() => draft.keeper.header());
    const formOf = (now: CaseWorksheets, of: WorksheetOfCode): MoveForm => ({
      title: `Worksheet for ${of.procedureCode}`,
      submit: 'Save worksheet',
      edits: true,
      fields: worksheetFieldsOf(now, of),
      initial: valuesOf(of),
      send: (values) => send(api, caseId, of, contentOf(values)),
    });
    const again = async (since: number) => {
      const now = await firstValueFrom(
        this.http.get<CaseWorksheets>(`/api/cases/${caseId}/worksheets`, passive),
      );
      const of = now.codes.find(({ procedureCode }) => procedureCode === code.procedureCode) ?? code;
      const changes = of.history.filter(({ version }) => version > since);
      return { form: formOf(now, of), version: of.worksheet?.version ?? 0, changes };
    };
    const timeZone = this.person.timeZone();
    return {
      form: formOf(view, code),
      about: { key, timeZone, heard, version: code.worksheet?.version ?? 0, draft, again },
      code,
      suggested: view.suggestedDescription,
    };
  }
}

async function send(
  api: Api,
  caseId: string,
  { procedureCode, worksheet }: WorksheetOfCode,
  content: ReturnType<typeof contentOf>,
): Promise<unknown> {
  if (Number.isNaN(content.feeCents)) throw notAnAmount;
  const filled = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null));
  return worksheet === null
    ? api.post(`/api/cases/${caseId}/worksheets`, { procedureCode, ...filled })
    : api.post(`/api/worksheets/${worksheet.id}/revisions`, { version: worksheet.version, ...filled });
}

const sentence = 'Give the fee in dollars and cents, such as 450.00.';
const notAnAmount = new ApiProblem(
  400,
  'not_an_amount',
  'Not an amount',
  [{ code: 'not_an_amount', sentence, field: 'feeCents' }],
  undefined,
);

/** What the page reads by itself is nobody's activity. */
const passive = { headers: { 'stipple-passive': '1' } };
