import { Controller, Get, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Filter, Passive, type SignedRequest, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { leave } from './be-present';
import { LiveEvent, LiveEvents, Place } from './live-events';
import { Presence } from './presence';
import { WakeUps } from './wake-ups';

/** After this the browser connects anew, and the guard looks at the sign-in again. */
const longestMs = 5 * 60_000;
const heartbeatMs = 20_000;
/** A browser that renews its stream is back within this time; one that is not has gone, or died. */
const graceSeconds = 2.5;

@Controller('api')
export class LiveController {
  constructor(
    private readonly live: LiveEvents,
    private readonly presence: Presence,
    private readonly wakeUps: WakeUps,
    private readonly db: ClinicDatabase,
  ) {}

  /**
   * Server-sent events: ids of what moved, and of who is at which case. A browser that was away says with Last-Event-ID where it left off. The
   * stream reconnects by itself, so it is nobody's activity.
   */
  @Get('events')
  @Passive()
  @Allow('coordinator', 'physician', 'manager')
  async events(
    @Req() request: SignedRequest,
    @Who() who: Principal,
    @Filter(contract.EventsQuery) { tab }: contract.EventsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const following = await this.live.follow(who.clinicId, placeOf(request.headers['last-event-id']));
    reply.hijack();
    const out = reply.raw;
    // Somebody who left while we looked will not say so again.
    if (out.destroyed || request.raw.destroyed) return following.leave();
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    out.write(`retry: 1000\n${following.place ? `id: ${idOf(following.place)}\n` : ''}\n`);
    if (following.missed === null) out.write('event: reload\ndata: {}\n\n');
    else for (const event of following.missed) out.write(lineOf(event));
    following.listen((event) => out.write(lineOf(event)));
    const leaving = this.presence.follow(who.clinicId, (news) => {
      if (!out.writableEnded) out.write(`event: presence\ndata: ${JSON.stringify(news)}\n\n`);
    });
    const heartbeat = setInterval(() => out.write(': still here\n\n'), heartbeatMs);
    const end = setTimeout(() => out.end(), longestMs);
    out.on('close', () => {
      following.leave();
      void leaving.then((unfollow) => unfollow());
      clearInterval(heartbeat);
      clearTimeout(end);
      if (tab) this.missSoon(who, tab);
    });
  }

  /** A browser that died says nothing, but its stream ends. Whoever gives no sign of life after that has gone. */
  private missSoon(who: Principal, tab: string): void {
    setTimeout(
      () => {
        leave(this.db, who, { tab, silentSeconds: graceSeconds })
          .then((gone) => gone && this.wakeUps.wake('stipple_presence'))
          .catch(() => undefined);
      },
      graceSeconds * 1000 + 50,
    ).unref();
  }
}

function lineOf({ caseId, subject, subjectId, move, ...place }: LiveEvent): string {
  return `id: ${idOf(place)}\nevent: moved\ndata: ${JSON.stringify({ caseId, subject, subjectId, move })}\n\n`;
}

function idOf({ tx, position }: Place): string {
  return `${tx}-${position}`;
}

function placeOf(header: unknown): Place | null {
  const parts = typeof header === 'string' ? /^(\d{1,19})-(\d{1,18})$/.exec(header) : null;
  return parts?.[1] && parts[2] ? { tx: parts[1], position: parts[2] } : null;
}
