import { ChangeDetectionStrategy, Component } from '@angular/core';
import { densities, formatCents } from '@stipple/domain';
import { Chip } from '@stipple/ui';

/** The same table in both densities. */
@Component({
  selector: 'st-tables-shown',
  imports: [Chip],
  template: `
    <section aria-labelledby="tables-title">
      <h2 id="tables-title">Tables</h2>
      <div class="two">
        @for (density of densities; track density) {
          <div
            class="st-card"
            [attr.data-density]="density"
            tabindex="0"
            role="group"
            [attr.aria-label]="density"
          >
            <table>
              <caption>
                {{
                  density
                }}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Patient</th>
                  <th scope="col">Stage</th>
                  <th scope="col" class="st-number">Asked</th>
                </tr>
              </thead>
              <tbody>
                @for (row of rows; track row.name) {
                  <tr>
                    <td class="st-nowrap">{{ row.name }}</td>
                    <td><st-chip tone="info" icon="hourglass">With payer</st-chip></td>
                    <td class="st-number">{{ row.asked }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      </div>
    </section>
  `,
  styleUrl: './shown.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TablesShown {
  protected readonly densities = densities;
  protected readonly rows = [
    { name: 'Example, Ada', asked: formatCents(420_000) },
    { name: 'Example, Ben', asked: formatCents(90_000) },
    { name: 'Example, Cleo', asked: formatCents(1_260_050) },
  ];
}
