import type { Provider } from '@angular/core';
import { ActiveRow } from './active-row';
import { LiveRows } from './live-rows';
import { QueueDesk } from './queue-desk';
import { QueueExport } from './queue-export';
import { QueueSearch } from './queue-search';
import { QueueWork } from './queue-work';
import { RecordContact } from './record-contact';
import { SavedViews } from './saved-views';
import { SelectMore } from './select-more';
import { Selection } from './selection';
import { ServeNext } from './serve-next';
import { ViewCounts } from './view-counts';

/** What works behind the queue page, for as long as it is open. */
export const queueParts: Provider[] = [
  ActiveRow,
  LiveRows,
  QueueDesk,
  QueueExport,
  QueueSearch,
  QueueWork,
  RecordContact,
  SavedViews,
  SelectMore,
  Selection,
  ServeNext,
  ViewCounts,
];
