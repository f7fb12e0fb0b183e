import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { MapImport, RosterFileView } from '@stipple/contracts';
import { RosterField, rosterKinds } from '@stipple/domain';
import { Chip, Icon, Tone, count, formatBytes } from '@stipple/ui';

type MappedFile = MapImport['files'][number];

/** One file: what it was taken for, which column feeds which field, and its first rows as they would be read. */
@Component({
  selector: 'st-import-file',
  imports: [Chip, Icon],
  templateUrl: './import-file.html',
  styleUrl: './import-file.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportFile {
  readonly file = input.required<RosterFileView>();
  readonly editable = input(false);
  readonly mapped = output<MappedFile>();
  protected readonly kinds = rosterKinds;
  protected readonly size = computed(
    () => `${count(this.file().rows, 'row')}, ${formatBytes(this.file().bytes)}`,
  );
  /** What the line under the name says: the worst first. */
  protected readonly standing = computed<{ tone: Tone; words: string }>(() => {
    const { problem, aside, missing, kind, kindWords } = this.file();
    if (problem) return { tone: 'bad', words: 'Cannot be read' };
    if (aside) return { tone: 'quiet', words: 'Left out' };
    if (kind === null) return { tone: 'warn', words: 'Not recognised' };
    if (missing.length > 0) return { tone: 'warn', words: 'Columns to choose' };
    return { tone: 'good', words: kindWords ?? 'Left out' };
  });
  /** Columns that hold more than a roster needs are shown, and cannot be chosen. */
  protected readonly choosable = computed(() => this.file().columns.filter(({ never }) => !never));
  protected readonly neverRead = computed(() =>
    this.file()
      .columns.filter(({ never }) => never)
      .map(({ column }) => column)
      .join(', '),
  );
  protected readonly shownFields = computed(() => this.file().fields.filter(({ column }) => column !== null));

  protected sampleOf(column: string | null): string {
    const found = this.file().columns.find((one) => one.column === column);
    return found?.samples.filter(Boolean).slice(0, 3).join(' · ') ?? '';
  }

  protected take(kind: string): void {
    // Another kind has other fields: the server recognises the columns anew.
    this.mapped.emit({
      file: this.file().file,
      kind: kind === '' ? null : (kind as MappedFile['kind']),
      columns: {},
    });
  }

  protected choose(field: RosterField, column: string): void {
    const { file, kind, fields } = this.file();
    const columns = Object.fromEntries(
      fields.flatMap((one) => {
        const from = one.field === field ? column : one.column;
        return from ? [[one.field, from]] : [];
      }),
    ) as MappedFile['columns'];
    this.mapped.emit({ file, kind, columns });
  }

  protected cell(values: Readonly<Record<string, string | null>>, field: string): string {
    return values[field] ?? '–';
  }
}
