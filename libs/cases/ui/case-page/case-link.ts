import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, MoveForm } from '@stipple/ui';
import { type LinkForm, LinkMaker, linkStanding } from './link-maker';
import { linkAddress, newToken, sha256 } from './link-token';

/** The patient's own way to their case: where it stands, and what else the coordinator lets them do there. */
@Component({
  selector: 'st-case-link',
  imports: [LinkMaker],
  template: `
    <section aria-labelledby="case-link-title">
      <header><h2 id="case-link-title">The patient’s page</h2></header>
      <st-link-maker
        name="case"
        label="Link to the case"
        [standing]="standing()"
        [mayMake]="mayMake()"
        [isOut]="view().caseLink?.endedAt === null"
        [form]="form"
        [endPath]="'/api/cases/' + view().id + '/patient-link-ends'"
        (made)="made.emit()"
      />
    </section>
  `,
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseLink {
  readonly view = input.required<CaseView>();
  readonly made = output();
  private readonly api = inject(Api);
  private readonly person = inject(CurrentPerson);
  protected readonly mayMake = computed(() => this.person.holds('coordinator'));
  protected readonly standing = computed(() => {
    const { caseLink: link, timeZone } = this.view();
    if (link === null) return 'No link yet: the patient reads by one where their case stands.';
    return `${linkStanding(link, timeZone)}. ${allows(link)}`;
  });

  protected readonly form: LinkForm = (made) => caseLinkForm(this.api, this.view().id, made);
}

function allows({ takesPhotos, givesPapers }: NonNullable<CaseView['caseLink']>): string {
  const more = [...(takesPhotos ? ['send photographs'] : []), ...(givesPapers ? ['take papers'] : [])];
  return more.length === 0 ? 'They read where it stands.' : `They can ${more.join(' and ')}.`;
}

function caseLinkForm(api: Api, caseId: string, made: (address: string) => void): MoveForm {
  return {
    title: 'Make a link to the case',
    signature: true,
    lead: 'The patient opens it with their date of birth and reads where their case stands. It opens once, for an hour, and a link made before ends.',
    submit: 'Make link',
    initial: { days: 14, takesPhotos: true, givesPapers: true },
    fields: [
      { kind: 'number', name: 'days', label: 'Works for', min: 1, max: 30, unit: 'days', half: true },
      {
        kind: 'check',
        name: 'takesPhotos',
        label: 'They can send photographs',
        optional: true,
        hint: 'You look at each before it counts as evidence.',
      },
      {
        kind: 'check',
        name: 'givesPapers',
        label: 'They can take the copy of what was sent, and their rights of appeal',
        optional: true,
      },
    ],
    send: async ({ days, takesPhotos, givesPapers }) => {
      const token = newToken();
      await api.post(`/api/cases/${caseId}/patient-links`, {
        days,
        takesPhotos: takesPhotos === true,
        givesPapers: givesPapers === true,
        tokenSha256: await sha256(token),
      });
      made(linkAddress('your-case', token));
    },
  };
}
