import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, effect, input, model, signal } from '@angular/core';
import type { PatientHit } from '@stipple/contracts';
import { Icon, formatDay } from '@stipple/ui';

/** Finds a patient of the roster by name or record number. What is typed travels in a header, never in an address. */
@Component({
  selector: 'st-patient-picker',
  imports: [Icon],
  template: `
    @if (chosen(); as patient) {
      <div class="chosen">
        <st-icon name="user" />
        <div>
          <b>{{ patient.name }}</b><span class="st-muted"
            >{{ patient.recordNumber }}, born {{ day(patient.birthDate) }}</span
          >
        </div>
        <button type="button" class="st-button small" (click)="chosen.set(null)">Choose another</button>
      </div>
    } @else {
      <label for="patient-search">Patient</label>
      <input
        id="patient-search"
        class="st-control"
        type="search"
        autocomplete="off"
        placeholder="Family name or record number"
        role="combobox"
        aria-controls="patient-hits"
        [attr.aria-expanded]="hits().length > 0"
        [attr.aria-activedescendant]="hits().length > 0 ? 'patient-' + active() : null"
        [attr.aria-invalid]="mistake() !== null"
        aria-describedby="patient-mistake"
        [value]="typed()"
        (input)="typed.set($any($event.target).value)"
        (keydown)="keyed($event)"
      />
      <p id="patient-mistake" class="mistake">{{ mistake() }}</p>
      @if (search().length > 0) {
        <ul id="patient-hits" role="listbox" aria-label="Patients found">
          @for (hit of hits(); track hit.id; let index = $index) {
            <li
              role="option"
              [id]="'patient-' + index"
              [attr.aria-selected]="index === active()"
              [class.active]="index === active()"
              (click)="chosen.set(hit)"
              (keydown.enter)="chosen.set(hit)"
              tabindex="-1"
            >
              <b>{{ hit.name }}</b><span class="st-muted"
                >{{ hit.recordNumber }}, born {{ day(hit.birthDate) }}
                @if (hit.openCases > 0) {
                  , {{ hit.openCases }} open {{ hit.openCases === 1 ? 'case' : 'cases' }}
                }
              </span>
            </li>
          } @empty {
            <li class="none">
              {{
                found.isLoading()
                  ? 'Searching…'
                  : found.error()
                    ? 'The search did not answer. Type again in a moment.'
                    : 'Nobody of that name or number. Import the roster first if they are new.'
              }}
            </li>
          }
        </ul>
      }
    }
  `,
  styles: `
    label {
      display: block;
      margin-bottom: var(--st-1);
      font-weight: 560;
    }
    ul {
      list-style: none;
      padding: var(--st-1);
      margin-top: var(--st-1);
      border: 1px solid var(--st-line);
      border-radius: var(--st-radius);
      background: var(--st-surface-raised);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--st-3);
      padding: var(--st-2) var(--st-3);
      border-radius: var(--st-radius);
      cursor: pointer;
    }
    li.active,
    li:hover {
      background: var(--st-accent-soft);
    }
    li.none,
    li.none:hover {
      background: none;
      color: var(--st-ink-muted);
      cursor: default;
    }
    .chosen {
      display: flex;
      align-items: center;
      gap: var(--st-3);
      padding: var(--st-3) var(--st-4);
      border: 1px solid var(--st-accent);
      border-radius: var(--st-radius);
      background: var(--st-accent-soft);
    }
    .chosen div {
      display: grid;
      flex: 1;
    }
    .mistake {
      color: var(--st-bad);
      font-size: var(--st-size-small);
      font-weight: 560;
    }
    .mistake:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientPicker {
  readonly chosen = model<PatientHit | null>(null);
  readonly mistake = input<string | null>(null);
  protected readonly typed = signal('');
  protected readonly search = signal('');
  protected readonly active = signal(0);
  protected readonly found = httpResource<readonly PatientHit[]>(() =>
    this.search() === ''
      ? undefined
      : { url: '/api/patients', headers: { 'stipple-search': encodeURIComponent(this.search()) } },
  );
  protected readonly day = formatDay;

  constructor() {
    effect((onCleanup) => {
      const text = this.typed().trim();
      const timer = setTimeout(() => {
        this.search.set(text);
        this.active.set(0);
      }, 180);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected hits(): readonly PatientHit[] {
    return this.found.hasValue() ? this.found.value() : [];
  }

  protected keyed(event: KeyboardEvent): void {
    const last = this.hits().length - 1;
    if (event.key === 'ArrowDown') this.active.update((index) => Math.min(last, index + 1));
    else if (event.key === 'ArrowUp') this.active.update((index) => Math.max(0, index - 1));
    else if (event.key === 'Enter') this.chosen.set(this.hits()[this.active()] ?? null);
    else return;
    event.preventDefault();
  }
}
