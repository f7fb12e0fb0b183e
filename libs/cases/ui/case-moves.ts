import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { CaseView, Directory, OfferedMove } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, Change, Drafts, FormNow, FormOpener, Live, Presence, Values, findMoveForm } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { subjectIn } from './subject-in';

/** Which thing of a case moves: `letter`, its id and the version on screen; without an id something new. */
export interface Mover {
  readonly subject: string;
  readonly id: string | null;
  readonly version: number;
}

/** Opens the form of a move, whichever library brings it. */
@Injectable({ providedIn: 'root' })
export class CaseMoves {
  private readonly find = findMoveForm();
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly person = inject(CurrentPerson);
  private readonly opener = inject(FormOpener);
  private readonly router = inject(Router);
  private readonly live = inject(Live);
  private readonly presence = inject(Presence);
  private readonly drafts = inject(Drafts);

  /** Whether there is anything to click: some moves are made by the system alone. */
  has(subject: string, move: string): boolean {
    return hasPage(subject, move) || this.find(`${subject}.${move}`) !== undefined;
  }

  /** Those moves of a list that a person makes. */
  offered(subject: string, moves: readonly OfferedMove[]): readonly OfferedMove[] {
    return moves.filter((offered) => this.has(subject, offered.move));
  }

  /** Whether something was typed for this move and not sent yet. */
  hasDraft(view: CaseView, { subject, id }: Mover, move: string): boolean {
    const key = { caseId: view.id, subject, subjectId: id };
    // A worksheet that is begun has a form for each unlisted code.
    if (isFilledIn(subject) && id === null)
      return view.worksheets.some((one) => this.drafts.has({ ...key, move: `${move}_${one.procedureCode}` }));
    return this.drafts.has({ ...key, move });
  }

  /**
   * Resolves to whether the move was made.
   *
   * @param begun what the way here has answered already; a draft of the person's own outweighs it
   */
  async open(view: CaseView, mover: Mover, move: string, begun: Values = {}): Promise<boolean> {
    const { subject, id } = mover;
    if (isSigned(subject, move)) {
      await this.router.navigate(['/cases', view.id, 'sign', subject, id], { queryParams: { from: 'case' } });
      return false;
    }
    if (isWritten(subject, move)) {
      await this.router.navigate(['/cases', view.id, 'letter']);
      return false;
    }
    if (isFilledIn(subject)) {
      await this.router.navigate(['/cases', view.id, 'worksheet']);
      return false;
    }
    const load = this.find(`${subject}.${move}`);
    const me = this.person.me();
    if (load === undefined || me === null) return false;
    const heard = this.live.heard(view.id);
    const key = { authorId: me.id, caseId: view.id, subject: mover.subject, subjectId: mover.id, move };
    const [make, directory, draft] = await Promise.all([
      load(),
      firstValueFrom(this.http.get<Directory>('/api/directory')),
      this.drafts.open(key),
    ]);
    const api = this.api.from(() => draft.keeper.header());
    const form = (of: CaseView, version: number) => {
      const made = make({ case: of, subjectId: mover.id, version, directory, me, api });
      return { ...made, initial: { ...made.initial, ...begun } };
    };
    const again = async (since: number): Promise<FormNow> => {
      const now = await firstValueFrom(this.http.get<CaseView>(`/api/cases/${view.id}`, passive));
      const version =
        mover.id === null ? mover.version : (subjectIn(now, mover.id)?.version ?? mover.version);
      return { form: form(now, version), version, changes: changesOf(now, mover.id, since) };
    };
    const about = { key, heard, timeZone: view.timeZone, version: mover.version, draft, again };
    // Colleagues see that this form is open, from before anything is typed until it is closed.
    // Managers see who is at what as well, and evidence is not theirs to know the kind of.
    const closed = this.presence.edit(
      view.id,
      subject === 'evidence' ? 'evidence.record' : `${subject}.${move}`,
    );
    try {
      return await this.opener.open(form(view, mover.version), about);
    } finally {
      closed();
    }
  }
}

/** What a physician signs is read on a page of its own, not in a form. */
function isSigned(subject: string, move: string): boolean {
  return move === 'sign' && (subject === 'letter' || subject === 'screening');
}

/** A letter is written on a page of its own, beside what it rests on. */
function isWritten(subject: string, move: string): boolean {
  return subject === 'letter' && (move === 'draft' || move === 'revise');
}

/** So is the worksheet of an unlisted code, which shows what it lacks and how it travels. */
const isFilledIn = (subject: string) => subject === 'code_worksheet';

const hasPage = (subject: string, move: string) =>
  isSigned(subject, move) || isWritten(subject, move) || isFilledIn(subject);

/** What was done to one thing since somebody saw it, newest first. */
function changesOf({ timeline }: CaseView, id: string | null, since: number): readonly Change[] {
  return timeline.filter((entry) => entry.subjectId === id && entry.seq > since);
}

/** What the page reads by itself is nobody's activity. */
const passive = { headers: { 'stipple-passive': '1' } };
