import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { PriceListView, PriceView } from '@stipple/contracts';
import { formatCents, priceKindWords } from '@stipple/domain';
import {
  Api,
  Chip,
  EmptyState,
  FormOpener,
  Icon,
  MoveForm,
  ProblemBanner,
  Skeleton,
  formatDay,
  joined,
  liveResource,
} from '@stipple/ui';
import { endForm, identityForm, priceForm } from './price-forms';

/** A price as it holds today, with what comes after it and what was before. */
interface PriceRow {
  readonly code: string;
  /** The one to change: the newest that was entered. */
  readonly newest: PriceView;
  readonly now: PriceView | null;
  readonly next: PriceView | null;
  readonly earlier: readonly PriceView[];
}

/** What the clinic charges, and under which name and number: what every estimate is made of. */
@Component({
  selector: 'st-prices-page',
  imports: [Chip, EmptyState, Icon, ProblemBanner, Skeleton],
  templateUrl: './prices-page.html',
  styleUrl: './prices-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PricesPage {
  private readonly api = inject(Api);
  private readonly opener = inject(FormOpener);
  protected readonly list = liveResource<PriceListView>(
    () => ({ url: '/api/prices' }),
    () => false,
  );
  protected readonly rows = computed(() => rowsOf(this.list.value()));
  protected readonly money = formatCents;
  protected readonly day = formatDay;
  protected readonly kinds = priceKindWords;

  protected about({ kind, sessions, procedureCode, words }: PriceView): string {
    const what = kind === 'package' ? `${priceKindWords[kind]} of ${sessions}` : priceKindWords[kind];
    return joined(what, `code ${procedureCode}`, words.es);
  }

  protected address({ street, city, state, postalCode }: NonNullable<PriceListView['identity']>): string {
    return `${street}, ${city}, ${state} ${postalCode}`;
  }

  protected identify(list: PriceListView): Promise<void> {
    return this.open(identityForm(this.api, list));
  }

  protected add(list: PriceListView): Promise<void> {
    return this.open(priceForm(this.api, list));
  }

  protected change(list: PriceListView, price: PriceView): Promise<void> {
    return this.open(priceForm(this.api, list, price));
  }

  protected end(list: PriceListView, price: PriceView): Promise<void> {
    return this.open(endForm(this.api, list, price));
  }

  private async open(form: MoveForm): Promise<void> {
    if (await this.opener.open(form)) this.list.reload();
  }
}

/** The versions of each code, which come together and the newest first. */
function rowsOf(list: PriceListView | undefined): readonly PriceRow[] {
  if (list === undefined) return [];
  const codes = Map.groupBy(list.prices, ({ code }) => code);
  const rows = [...codes].flatMap(([code, versions]) => {
    const [newest] = versions;
    if (newest === undefined) return [];
    const now = versions.find(({ validFrom }) => validFrom <= list.today) ?? null;
    const next = newest.validFrom > list.today ? newest : null;
    return [{ code, newest, now, next, earlier: versions.filter((one) => one !== now && one !== next) }];
  });
  // Sessions, then packages of them, then what is added; within each as the words sort.
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.newest.words.en.localeCompare(b.newest.words.en));
}

const rank = ({ newest }: PriceRow) => ['session', 'package', 'add_on'].indexOf(newest.kind);
