import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Icon, IconName } from '@stipple/ui';
import { ScheduleView } from '../schedule-view';
import { dayWords } from '../words';

interface Export {
  readonly words: string;
  readonly hint: string;
  readonly icon: IconName;
  readonly href: string;
}

/** The schedule to take along: on paper, in a calendar, or as a list of what will go wrong. */
@Component({
  selector: 'st-export-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  template: `
    <button type="button" class="st-button" [cdkMenuTriggerFor]="menu">
      <st-icon name="download" />Export
    </button>
    <ng-template #menu>
      <div class="st-menu" cdkMenu>
        @for (one of exports(); track one.words) {
          <a cdkMenuItem [href]="one.href" target="_blank" rel="noopener">
            <st-icon [name]="one.icon" /><span
              ><b>{{ one.words }}</b
              ><small class="st-muted">{{ one.hint }}</small></span
            >
          </a>
        }
      </div>
    </ng-template>
  `,
  styles: `
    .st-menu {
      width: min(22rem, 92vw);
    }
    .st-menu a {
      align-items: start;
      padding-block: var(--st-2);
    }
    st-icon {
      flex: none;
      margin-top: 0.15em;
    }
    span {
      display: grid;
    }
    b {
      font-weight: 560;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportMenu {
  private readonly view = inject(ScheduleView);
  /** The day on screen; in a week, today where it lies in it, else its first day. */
  private readonly day = computed(() => {
    const [first] = this.view.days();
    const today = this.view.days().find(({ day }) => day === this.view.today());
    return today?.day ?? first?.day ?? this.view.today();
  });
  private readonly clinician = computed(() =>
    this.view.axis() === 'clinician' && this.view.lanes().length === 1 ? this.view.lanes()[0] : undefined,
  );
  protected readonly exports = computed<readonly Export[]>(() => {
    const clinician = this.clinician();
    const whose = clinician ? clinician.name : 'everybody';
    const only = clinician ? `clinicianId=${clinician.id}` : '';
    return [
      {
        words: 'Day sheet (PDF)',
        hint: `${dayWords(this.day())}, ${whose}; to print and to write on`,
        icon: 'print',
        href: `/api/schedule/day-sheet?day=${this.day()}${only ? `&${only}` : ''}`,
      },
      {
        words: 'Calendar (ICS)',
        hint: `Times and rooms of ${whose}, without patients’ names`,
        icon: 'calendar',
        href: `/api/schedule/calendar.ics${only ? `?${only}` : ''}`,
      },
      {
        words: 'Bookings at risk (CSV)',
        hint: 'The next 30 days: what will or may fail, and what to do',
        icon: 'warning',
        href: '/api/schedule/at-risk/export',
      },
    ];
  });
}
