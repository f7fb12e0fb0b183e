import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { evidenceKindWords } from '@stipple/domain';
import { Chip } from '@stipple/ui';
import { ScreeningModel } from './screening-model';
import { capital, documentLooks } from './words';

/** What the policy wants to see with a request: there, missing, not called for, and why. */
@Component({
  selector: 'st-documents-card',
  imports: [Chip],
  template: `
    <section class="st-card" aria-labelledby="policy-documents-title">
      <h2 id="policy-documents-title">Documents the policy asks for</h2>
      <ul>
        @for (one of documents(); track $index) {
          <li>
            <span class="line"
              ><b>{{ one.title }}</b>
              <st-chip [tone]="looks[one.state].tone" [icon]="looks[one.state].icon">{{
                looks[one.state].words
              }}</st-chip></span
            >
            <span>{{ one.words }}</span>
            <span class="st-small st-muted">{{ one.why }}</span>
          </li>
        } @empty {
          <li class="st-muted">It asks for none.</li>
        }
      </ul>
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--st-2);
      padding: var(--st-4);
    }
    ul {
      display: grid;
      gap: var(--st-3);
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: var(--st-1);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--st-1) var(--st-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentsCard {
  private readonly model = inject(ScreeningModel);
  protected readonly looks = documentLooks;
  protected readonly documents = computed(() =>
    (this.model.result()?.documents ?? []).map((one) => ({
      ...one,
      title: evidenceKindWords[one.kind],
      words: capital(one.words),
    })),
  );
}
