import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicDatabase } from '@stipple/database';
import { HttpProblem, Settings, hashToken } from '@stipple/http';
import { Account, failedTry, refuseLockedOut } from './lock-out';
import { nobodysHash, passwordMatches } from './password';

/** Opens, locks and closes sign-ins. They live in PostgreSQL; a browser holds an opaque token, the database its hash. */
@Injectable()
export class SignIns {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly settings: Settings,
  ) {}

  /** Returns the token for the cookie. Every failure reads the same, so that nobody learns which addresses exist. */
  async open(email: string, password: string, request: { id: string; ip: string }): Promise<string> {
    await this.refuseTooMany(request.ip);
    const requestId = request.id;
    const account = await this.account(email);
    refuseLockedOut(account);
    const matches = await passwordMatches(password, account.password_hash ?? (await nobodysHash));
    const { clinic_id: clinicId, staff_id: staffId } = account;
    if (!matches || account.active !== true || clinicId === null || staffId === null) {
      await this.failed(email, requestId);
      throw new HttpProblem(401, 'sign_in_failed', 'E-mail address or password is not right.');
    }
    const token = randomBytes(32).toString('base64url');
    await this.db.pool.query('SELECT stipple.open_sign_in($1, $2, $3, make_interval(hours => $4))', [
      clinicId,
      staffId,
      hashToken(token),
      this.settings.signInHours,
    ]);
    const note = { action: 'staff.sign_in', subject: 'staff', subjectId: staffId, caseId: null };
    await this.db.note({ clinicId, staffId }, requestId, note);
    return token;
  }

  async close(token: Buffer): Promise<void> {
    await this.db.pool.query('SELECT stipple.close_sign_in($1)', [token]);
  }

  async lock(token: Buffer): Promise<void> {
    await this.db.pool.query('SELECT stipple.set_sign_in_lock($1, true)', [token]);
  }

  /** Opens the lock screen again. Failed tries count towards the lock-out as at sign-in. */
  async unlock(token: Buffer, email: string, password: string, requestId: string): Promise<void> {
    const account = await this.account(email);
    refuseLockedOut(account);
    if (!(await passwordMatches(password, account.password_hash ?? (await nobodysHash)))) {
      await this.failed(email, requestId);
      throw new HttpProblem(401, 'sign_in_failed', 'The password is not right.');
    }
    await this.db.pool.query('SELECT stipple.set_sign_in_lock($1, false)', [token]);
  }

  /** Beside the lock-out of an account: one address must not try the passwords of many. */
  private async refuseTooMany(address: string): Promise<void> {
    const { rows } = await this.db.pool.query<{ seconds: number }>(
      'SELECT stipple.count_sign_in_try($1, $2) AS seconds',
      [address, this.settings.signInsPerMinute],
    );
    const seconds = rows[0]?.seconds ?? 0;
    if (seconds === 0) return;
    const sentence = `Too many people sign in from here at once. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
    throw new HttpProblem(429, 'too_many_sign_ins', sentence, undefined, seconds);
  }

  private async account(email: string): Promise<Account> {
    const { rows } = await this.db.pool.query<Account>('SELECT * FROM stipple.account_for_sign_in($1)', [
      email,
    ]);
    const [account] = rows;
    if (account === undefined) throw new Error('every address has its row');
    return account;
  }

  private async failed(email: string, requestId: string): Promise<void> {
    const { text, values } = failedTry(email, requestId);
    await this.db.pool.query(text, [...values]);
  }
}
