import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { contrasts, densities, themes } from '@stipple/domain';
import { Preferences } from '@stipple/ui';
import { ControlsShown } from './controls-shown';
import { StatesShown } from './states-shown';
import { Swatches } from './swatches';
import { TablesShown } from './tables-shown';
import { WordsShown } from './words-shown';

/** Every part of the dashboard in every state, as it looks now. The accessibility tests run on it in every theme. */
@Component({
  selector: 'st-design-page',
  imports: [ControlsShown, StatesShown, Swatches, TablesShown, WordsShown],
  templateUrl: './design-page.html',
  styleUrl: './design-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DesignPage {
  protected readonly preferences = inject(Preferences);
  protected readonly themes = themes;
  protected readonly densities = densities;
  protected readonly contrasts = contrasts;
}
