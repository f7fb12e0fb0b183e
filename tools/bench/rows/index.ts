import { bookings } from './bookings';
import { wholeExport } from './export';
import { denialFigures, denialFiguresCounted, denialGroups } from './denials';
import type { Ground } from './ground';
import { changeSeen } from './live';
import type { Measured, RowName } from './measured';
import { packet } from './packet';
import { casePage, identifierSearch, page400, queuePage } from './reading';
import { stateChange } from './state-change';

/** Every row of the product’s table, in its order. */
export const measureRow: Readonly<Record<RowName, (ground: Ground) => Promise<Measured>>> = {
  queue: queuePage,
  'page-400': page400,
  case: casePage,
  search: identifierSearch,
  change: stateChange,
  booking: bookings,
  live: changeSeen,
  figures: denialFigures,
  'figures-counted': denialFiguresCounted,
  groups: denialGroups,
  export: wholeExport,
  packet,
};
