import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { AllowSignedIn, Id, Input, Moves, Passive, type SignedRequest, Who } from '@stipple/http';
import { bePresent, leave } from './be-present';
import { WakeUps } from './wake-ups';

/** Who is where. Repeating does no harm, so these go without an Idempotency-Key; the page calls them by itself. */
@Controller('api')
export class PresenceController {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly wakeUps: WakeUps,
  ) {}

  @Moves('cases/:id/presences', 'coordinator', 'physician', 'manager')
  @Passive()
  async come(
    @Req() request: SignedRequest,
    @Who() who: Principal,
    @Id() id: string,
    @Input(contract.BePresent) body: contract.BePresent,
  ): Promise<void> {
    if (request.signInToken === undefined) throw new Error('this endpoint has no sign-in');
    const signIn = request.signInToken;
    if (await bePresent(this.db, { who, signIn }, { caseId: id, ...body }))
      this.wakeUps.wake('stipple_presence');
  }

  /** Also while the screen is locked: locking it is one way to leave. */
  @Post('presence-ends')
  @AllowSignedIn({ evenWhenLocked: true })
  @HttpCode(204)
  @Passive()
  async leave(@Who() who: Principal, @Input(contract.Leave) { tab }: contract.Leave): Promise<void> {
    if (await leave(this.db, who, { tab, silentSeconds: 0 })) this.wakeUps.wake('stipple_presence');
  }
}
