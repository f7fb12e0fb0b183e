import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Input, Moves, Who } from '@stipple/http';
import { changeBillingIdentity } from './change-billing-identity';
import { changePrice } from './change-price';
import { readPriceList } from './price-list.queries';

/** What the clinic charges, and under which name and number it does. */
@Controller('api')
export class PricesController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('prices')
  @Allow('coordinator', 'manager')
  list(@Who() who: Principal): Promise<contract.PriceListView> {
    return readPriceList(this.db, who);
  }

  @Moves('prices', 'manager')
  change(@Caller() call: Call, @Input(contract.ChangePrice) body: contract.ChangePrice): Promise<void> {
    return this.db.command(call, (command) => changePrice(command, body));
  }

  @Moves('billing-identity', 'manager')
  identify(
    @Caller() call: Call,
    @Input(contract.ChangeBillingIdentity) body: contract.ChangeBillingIdentity,
  ): Promise<void> {
    return this.db.command(call, (command) => changeBillingIdentity(command, body));
  }
}
