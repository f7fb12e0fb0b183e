import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import type { SavedView } from '@stipple/contracts';
import { ApiProblem, ProblemBanner } from '@stipple/ui';
import { SavedViews } from './saved-views';

/** Keeps the view under a name; one that is kept already is renamed or removed here. */
@Component({
  selector: 'st-save-view',
  imports: [ProblemBanner],
  template: `
    <h2>{{ known() ? 'This saved view' : 'Save this view' }}</h2>
    <st-problem [problem]="problem()" />
    <form class="form" (submit)="$event.preventDefault(); save(name.value)">
      <label>
        <span>Name</span>
        <input #name class="st-control" autocomplete="off" maxlength="60" [value]="known()?.name ?? ''" />
      </label>
      <p>Filters and order are kept, for you alone. What you searched for is not.</p>
      <div class="row">
        @if (known(); as view) {
          <button type="button" class="st-button small danger" (click)="remove(view)">Remove</button>
        }
        <button type="submit" class="st-button small main" [disabled]="busy()">
          {{ known() ? 'Rename' : 'Save view' }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--st-2);
    }
    label {
      padding: 0;
      border: 0;
    }
  `,
  styleUrl: './small-window.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveView {
  readonly query = input.required<string>();
  readonly known = input<SavedView>();
  readonly closed = output();
  private readonly views = inject(SavedViews);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector('input')?.focus());
  }

  protected save(name: string): Promise<void> {
    const view = this.known();
    return this.try(() =>
      view ? this.views.rename(view, name.trim()) : this.views.save(name.trim(), this.query()),
    );
  }

  protected remove(view: SavedView): Promise<void> {
    return this.try(() => this.views.remove(view));
  }

  private async try(change: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await change();
      this.closed.emit();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
