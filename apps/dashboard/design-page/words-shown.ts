import { ChangeDetectionStrategy, Component } from '@angular/core';
import { sessionLooks, stageLooks } from '@stipple/cases-ui';
import { ClearanceBadge, ShownClearance } from '@stipple/cases-ui/clearance-badge';
import { formatCents, stageWords, stages } from '@stipple/domain';
import {
  Chip,
  Icon,
  IconName,
  Keys,
  clockWords,
  count,
  dayClockWords,
  formatDay,
  formatName,
  icons,
  initials,
} from '@stipple/ui';

/** Type, spaces, chips, icons, keys and how figures read. */
@Component({
  selector: 'st-words-shown',
  imports: [Chip, ClearanceBadge, Icon, Keys],
  templateUrl: './words-shown.html',
  styleUrl: './shown.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordsShown {
  protected readonly sizes = ['display', 'title', 'large', '', 'small', 'tiny'];
  protected readonly spaces = [1, 2, 3, 4, 5, 6, 7];
  protected readonly stages = stages.map((stage) => ({ words: stageWords[stage], ...stageLooks[stage] }));
  protected readonly sessions = Object.values(sessionLooks);
  protected readonly clearances: readonly ShownClearance[] = [
    { lock: { unlocked: false, by: null }, clearances: [] },
    { lock: { unlocked: true, by: 'authorization' }, clearances: [approval('A-1234')] },
    { lock: { unlocked: true, by: 'authorization' }, clearances: [approval('A-1234'), approval('A-1301')] },
    { lock: { unlocked: true, by: 'self_pay' }, clearances: [] },
  ];
  protected readonly tones = ['good', 'warn', 'bad', 'info', 'accent', 'quiet'] as const;
  protected readonly icons = Object.keys(icons) as readonly IconName[];
  protected readonly keys = ['j', 'Shift+x', 'g q', 'mod+k', 'Alt+ArrowDown', 'Enter', 'Escape', '?'];
  protected readonly figures: readonly (readonly [string, string])[] = [
    ['Money', formatCents(123_450)],
    ['A day', formatDay('2026-11-25')],
    ['A clock of hours', clockWords('2026-11-27T16:00:00Z', '2026-11-25T12:00:00Z')],
    ['A clock that ran out', dayClockWords('2026-11-12', '2026-11-25')],
    ['A name', formatName('Hart', 'Lena')],
    ['Initials', initials('Dr. Lena Hart')],
    ['A count', count(1234, 'case')],
  ];
}

function approval(number: string): ShownClearance['clearances'][number] {
  return { active: true, source: 'authorization', number };
}
