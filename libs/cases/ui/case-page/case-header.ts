import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import { bodySiteWords, partyWords, sideWords, stageWords } from '@stipple/domain';
import { Chip, Icon, KeyHint, dayClockWords, formatDay, joined, standsInSight, urgency } from '@stipple/ui';
import { partyIcons, stageLooks } from '../looks';
import { ClearanceBadge } from './clearance-badge';
import { CaseNeighbours } from './neighbours';

/** Who it is about, and the one line that says it all: state → who acts next → by when; and whether it may be booked. */
@Component({
  selector: 'st-case-header',
  imports: [Chip, ClearanceBadge, Icon, KeyHint],
  templateUrl: './case-header.html',
  styleUrl: './case-header.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseHeader {
  readonly view = input.required<CaseView>();
  protected readonly neighbours = inject(CaseNeighbours);
  protected readonly stageWords = stageWords;
  protected readonly stageLooks = stageLooks;
  protected readonly partyWords = partyWords;
  protected readonly partyIcons = partyIcons;
  protected readonly formatDay = formatDay;
  protected readonly dayClockWords = dayClockWords;
  protected readonly urgency = urgency;

  constructor() {
    standsInSight('case-header');
  }

  protected aboutOf(view: CaseView): string {
    const site = bodySiteWords[view.bodySite];
    return joined(
      `Case #${view.number}`,
      view.side === 'midline' ? site : `${sideWords[view.side]} ${site.toLowerCase()}`,
      view.procedureCode,
      view.payer.name,
      view.owner?.name ?? 'unassigned',
    );
  }
}
