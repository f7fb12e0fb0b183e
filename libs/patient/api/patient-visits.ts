import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OpenPatientLink } from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { HttpProblem, Settings, hashToken } from '@stipple/http';
import type { FastifyReply } from 'fastify';

export const patientCookie = 'stipple_patient';
/** Minutes that a patient has on the page once they are in. */
const visitMinutes = 60;

interface Visit {
  readonly linkId: string;
  readonly caseId: string;
  /** Whoever made the link: what the patient does is done in their clinic, on their behalf. */
  readonly who: Principal;
}

/** By a link to one estimate. */
export interface PatientVisit extends Visit {
  readonly agreementId: string;
}

/** By a link to a case, and what that allows beside reading where it stands. */
export interface CaseVisit extends Visit {
  readonly takesPhotos: boolean;
  readonly givesPapers: boolean;
}

interface VisitRow {
  clinic_id: string;
  clinic_name: string;
  time_zone: string;
  is_demo: boolean;
  link_id: string;
  case_id: string;
  agreement_id: string | null;
  takes_photos: boolean;
  gives_papers: boolean;
  staff_id: string;
  staff_name: string;
  email: string;
}

/** Patients who come by a link. They have no account: a browser holds an opaque token for an hour, PostgreSQL its hash. */
@Injectable()
export class PatientVisits {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly settings: Settings,
  ) {}

  /**
   * Returns the token for the cookie. A link that is unknown, used, run out, locked or taken back and a wrong date of
   * birth read the same, so that nobody learns which it was.
   */
  async open(
    { token, birthDate }: OpenPatientLink,
    request: { readonly id: string; readonly ip: string },
    leadsTo: 'estimate' | 'case',
  ): Promise<string> {
    await this.refuseTooMany(request.ip);
    const visit = randomBytes(32).toString('base64url');
    const { rows } = await this.db.pool.query<{ opened: boolean }>(
      'SELECT stipple.open_patient_link($1, $2, $3, make_interval(mins => $4), $5, $6) AS opened',
      [hashToken(token), birthDate, hashToken(visit), visitMinutes, request.id, leadsTo === 'case'],
    );
    if (rows[0]?.opened !== true) throw notOpened();
    return visit;
  }

  /** @throws HttpProblem when the visit is over, its link was taken back, or its estimate is not the one in force */
  async visit(token: string | undefined): Promise<PatientVisit> {
    const row = await this.find(token);
    if (row.agreement_id === null) throw visitOver();
    const { link_id: linkId, case_id: caseId, agreement_id: agreementId } = row;
    return { linkId, caseId, agreementId, who: actingFor(row) };
  }

  /** @throws HttpProblem when the visit is over, or its link was taken back */
  async caseVisit(token: string | undefined): Promise<CaseVisit> {
    const row = await this.find(token);
    if (row.agreement_id !== null) throw visitOver();
    const { link_id: linkId, case_id: caseId, takes_photos: takesPhotos, gives_papers: givesPapers } = row;
    return { linkId, caseId, takesPhotos, givesPapers, who: actingFor(row) };
  }

  private async find(token: string | undefined): Promise<VisitRow> {
    if (token === undefined || token.length > 200) throw visitOver();
    const { rows } = await this.db.pool.query<VisitRow>('SELECT * FROM stipple.patient_link_of($1)', [
      hashToken(token),
    ]);
    const [row] = rows;
    if (row === undefined) throw visitOver();
    return row;
  }

  /** Counted as tries to sign in are, and with them: one address must not try the links of many. */
  private async refuseTooMany(address: string): Promise<void> {
    const { rows } = await this.db.pool.query<{ seconds: number }>(
      'SELECT stipple.count_sign_in_try($1, $2) AS seconds',
      [address, this.settings.signInsPerMinute],
    );
    const seconds = rows[0]?.seconds ?? 0;
    if (seconds > 0)
      throw new HttpProblem(429, 'too_many_tries', 'Wait a minute, then try again.', undefined, seconds);
  }
}

const actingFor = (row: VisitRow): Principal => ({
  clinicId: row.clinic_id,
  clinicName: row.clinic_name,
  timeZone: row.time_zone,
  isDemo: row.is_demo,
  staffId: row.staff_id,
  name: row.staff_name,
  email: row.email,
  // A link was made by a coordinator. It holds, also when that person has another role by now.
  roles: ['coordinator'],
});

const notOpened = () =>
  new HttpProblem(
    410,
    'link_not_opened',
    'The link or the date of birth is not right, or the link was used or has run out.',
  );

export const visitOver = () =>
  new HttpProblem(410, 'visit_over', 'This page is closed. Ask the clinic for a new link.');

interface Kept {
  readonly token: string;
  /** Only requests below it are sent the cookie. */
  readonly path: string;
  readonly secure: boolean;
}

/** Lets the patient's browser hold their visit. */
export function keepVisit(reply: FastifyReply, { token, path, secure }: Kept): void {
  const maxAge = visitMinutes * 60;
  void reply.setCookie(patientCookie, token, { httpOnly: true, sameSite: 'strict', path, secure, maxAge });
}
