import { Injectable, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { type LiveResource, type Moved, liveResource } from '@stipple/ui';

/** What a page of reports shows, all of it read from its address, and the way to change that. */
@Injectable()
export abstract class AddressedView {
  protected readonly router = inject(Router);
  protected readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  /** Moves of these change what the page counts. */
  protected abstract readonly counted: readonly string[];
  /** Somebody asked to see the rows behind a number, and is taken to their list as soon as it is there. */
  readonly wantsList = signal(false);

  go(change: Readonly<Record<string, string | null>>): void {
    this.wantsList.set(false);
    // The page stays where it is: it is the same page, and what was pressed is in sight.
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', scroll: 'manual' });
  }

  protected goToList(change: Readonly<Record<string, string | null>>): void {
    this.go(change);
    this.wantsList.set(true);
  }

  /**
   * Reads what a part of the page shows, again with every move that changes it; nothing while there is no address to ask.
   * Call from an injection context.
   */
  read<T>(address: () => string | undefined): LiveResource<T> {
    return liveResource<T>(
      () => {
        const url = this.isRefused() ? undefined : address();
        return url === undefined ? undefined : { url };
      },
      ({ subject }: Moved) => this.counted.includes(subject),
    );
  }

  /** The command of the page that does this: every page has its own. */
  abstract command(does: string): string;

  /** Where no report would answer, none is asked. */
  protected isRefused(): boolean {
    return false;
  }
}
