import { createHash } from 'node:crypto';
import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ClinicDatabase, Principal } from '@stipple/database';
import { Role } from '@stipple/domain';
import { Access, accessKey, passiveKey } from './access';
import { HttpProblem } from './http-problem';
import { RequestLimit } from './request-limit';
import { SignedRequest } from './request-parts';
import { Settings } from './settings';

export const signInCookie = 'stipple_sign_in';

interface SignInRow {
  clinic_id: string;
  clinic_name: string;
  time_zone: string;
  is_demo: boolean;
  staff_id: string;
  staff_name: string;
  email: string;
  roles: Role[];
  locked: boolean;
}

/** Decides before every request: who asks, and whether this endpoint is open to them. */
@Injectable()
export class SignInGuard implements CanActivate {
  private readonly limit: RequestLimit;

  constructor(
    private readonly reflector: Reflector,
    private readonly db: ClinicDatabase,
    private readonly settings: Settings,
  ) {
    this.limit = new RequestLimit(settings.requestsPerMinute);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedRequest>();
    refuseForeignSite(request);
    const declared = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, declared);
    if (access?.to === 'anyone') return true;
    const token = tokenOf(request);
    if (token !== null) refuseTooMany(this.limit.take(token.toString('base64'), Date.now()));
    const passive = this.reflector.getAllAndOverride<boolean | undefined>(passiveKey, declared) === true;
    const row = token === null ? undefined : await this.find(token, !passive && isActive(request));
    if (token === null || row === undefined)
      throw new HttpProblem(401, 'signed_out', 'You are not signed in, or your sign-in has ended.');
    if (row.locked && !(access?.to === 'signed-in' && access.evenWhenLocked)) {
      throw new HttpProblem(
        423,
        'locked',
        'The screen was locked after a while without activity. Enter your password to go on.',
      );
    }
    request.principal = principalOf(row);
    request.signInToken = token;
    request.signInLocked = row.locked;
    if (access?.to === 'signed-in') return true;
    if (access?.to === 'roles' && access.roles.some((role) => row.roles.includes(role))) return true;
    throw new HttpProblem(403, 'not_for_your_role', 'This is not for your role.');
  }

  private async find(token: Buffer, active: boolean): Promise<SignInRow | undefined> {
    const { rows } = await this.db.pool.query<SignInRow>({
      name: 'who_signed_in',
      text: 'SELECT * FROM stipple.who_signed_in($1, make_interval(mins => $2), $3)',
      values: [token, this.settings.idleMinutes, active],
    });
    return rows[0];
  }
}

/** @throws HttpProblem when there is something to wait for */
function refuseTooMany(seconds: number): void {
  if (seconds === 0) return;
  const sentence = `That was more at once than one person needs. Go on in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
  throw new HttpProblem(429, 'too_many_requests', sentence, undefined, seconds);
}

/** What the page fetches by itself, because somebody else changed something, does not keep an idle sign-in awake. */
function isActive(request: SignedRequest): boolean {
  return request.headers['stipple-passive'] === undefined;
}

/** Only the hash of a token is ever stored or looked up. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function tokenOf(request: SignedRequest): Buffer | null {
  const token = request.cookies[signInCookie];
  return token === undefined || token.length > 200 ? null : hashToken(token);
}

function principalOf(row: SignInRow): Principal {
  return {
    clinicId: row.clinic_id,
    clinicName: row.clinic_name,
    timeZone: row.time_zone,
    isDemo: row.is_demo,
    staffId: row.staff_id,
    name: row.staff_name,
    email: row.email,
    roles: row.roles,
  };
}

/** Browsers say where a request comes from; one that another site caused may change nothing. */
function refuseForeignSite(request: SignedRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (request.method === 'GET' || site === undefined || site === 'same-origin' || site === 'none') return;
  throw new HttpProblem(403, 'foreign_site', 'This request came from another site.');
}
