import { csvFile } from './csv-file';
import { pdfFile } from './pdf-file';
import type { TableFile } from './table-file';
import { xlsxFile } from './xlsx-file';

/** As what a table can be taken along: its media type, and how it is written. */
export const tableFormats = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: csvFile },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxFile },
  pdf: { mediaType: 'application/pdf', write: pdfFile },
} as const satisfies Readonly<
  Record<string, { mediaType: string; write: (file: TableFile) => AsyncGenerator<string | Uint8Array> }>
>;
export type TableFormat = keyof typeof tableFormats;
