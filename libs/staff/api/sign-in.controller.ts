import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { AllowAnyone, AllowSignedIn, Settings, type SignedRequest, Who, signInCookie } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { SignIns } from './sign-in';

/** Sign-in and its end. The only changes without an Idempotency-Key: repeating them does no harm. */
@Controller('api')
export class SignInController {
  constructor(
    private readonly signIns: SignIns,
    private readonly settings: Settings,
    private readonly db: ClinicDatabase,
  ) {}

  @Post('sign-in')
  @AllowAnyone()
  @HttpCode(204)
  async open(
    @Body({ schema: contract.SignIn }) body: contract.SignIn,
    @Req() request: SignedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = await this.signIns.open(body.email, body.password, request);
    this.setCookie(reply, token, this.settings.signInHours * 3600);
  }

  @Post('sign-out')
  @AllowSignedIn({ evenWhenLocked: true })
  @HttpCode(204)
  async close(@Req() request: SignedRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (request.signInToken) await this.signIns.close(request.signInToken);
    this.setCookie(reply, '', 0);
  }

  @Post('lock')
  @AllowSignedIn({ evenWhenLocked: true })
  @HttpCode(204)
  async lock(@Req() request: SignedRequest): Promise<void> {
    if (request.signInToken) await this.signIns.lock(request.signInToken);
  }

  @Post('unlock')
  @AllowSignedIn({ evenWhenLocked: true })
  @HttpCode(204)
  async unlock(
    @Body({ schema: contract.Unlock }) body: contract.Unlock,
    @Req() request: SignedRequest,
    @Who() who: Principal,
  ): Promise<void> {
    if (request.signInToken)
      await this.signIns.unlock(request.signInToken, who.email, body.password, request.id);
  }

  @Get('me')
  @AllowSignedIn()
  async me(@Who() who: Principal): Promise<contract.Me> {
    const { rows } = await this.db.pool.query<{ today: string }>(
      `SELECT ((now() AT TIME ZONE $1)::date)::text AS today`,
      [who.timeZone],
    );
    return {
      id: who.staffId,
      name: who.name,
      email: who.email,
      roles: [...who.roles],
      clinic: { name: who.clinicName, timeZone: who.timeZone, isDemo: who.isDemo },
      idleMinutes: this.settings.idleMinutes,
      today: rows[0]?.today ?? '',
    };
  }

  private setCookie(reply: FastifyReply, token: string, maxAge: number): void {
    const { secureCookies: secure } = this.settings;
    void reply.setCookie(signInCookie, token, {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure,
      maxAge,
    });
  }
}
