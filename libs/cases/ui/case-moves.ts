import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CaseView, Directory, OfferedMove } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, FormOpener, findMoveForm } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';

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

  /** Whether there is anything to click: some moves are made by the system alone. */
  has(subject: string, move: string): boolean {
    return this.find(`${subject}.${move}`) !== undefined;
  }

  /** Those moves of a list that a person makes. */
  offered(subject: string, moves: readonly OfferedMove[]): readonly OfferedMove[] {
    return moves.filter((offered) => this.has(subject, offered.move));
  }

  /** Resolves to whether the move was made. */
  async open(view: CaseView, { subject, id, version }: Mover, move: string): Promise<boolean> {
    const load = this.find(`${subject}.${move}`);
    const me = this.person.me();
    if (load === undefined || me === null) return false;
    const [make, directory] = await Promise.all([
      load(),
      firstValueFrom(this.http.get<Directory>('/api/directory')),
    ]);
    return this.opener.open(make({ case: view, subjectId: id, version, directory, me, api: this.api }));
  }
}
