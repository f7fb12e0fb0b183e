import { HttpClient, httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CaseMoves } from '@stipple/cases-ui';
import type { CaseView, PacketManifest, PacketView } from '@stipple/contracts';
import {
  Api,
  ApiProblem,
  Chip,
  Commands,
  EmptyState,
  Icon,
  KeyHint,
  ProblemBanner,
  Skeleton,
  Toasts,
  doing,
  liveResource,
} from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { ContentsCard } from './contents-card';
import { packetCommands } from './packet-commands';
import { PacketChecklist } from './packet-checklist';
import { SealCard } from './seal-card';
import { fileOf, requestLook, requestWords } from './words';

/** What goes to the payer: what its policy asks for, what is there, the one file, and the seal once it is sent. */
@Component({
  selector: 'st-packet-page',
  imports: [
    Chip,
    ContentsCard,
    EmptyState,
    Icon,
    KeyHint,
    PacketChecklist,
    ProblemBanner,
    RouterLink,
    SealCard,
    Skeleton,
  ],
  templateUrl: './packet-page.html',
  styleUrl: './packet-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PacketPage {
  readonly caseId = input.required<string>();
  private readonly router = inject(Router);
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);
  private readonly moves = inject(CaseMoves);
  private readonly toasts = inject(Toasts);
  private readonly checklist = viewChild(PacketChecklist);
  protected readonly page = liveResource<PacketView>(
    () => ({ url: `/api/cases/${this.caseId()}/packet` }),
    (moved) => moved.caseId === this.caseId(),
  );
  /** Another case's data must never stay on screen while this one loads. */
  protected readonly view = computed(() => {
    const view = this.page.value();
    return view?.caseId === this.caseId() ? view : undefined;
  });
  /** Pages are counted where they matter: of a packet that waits to be sent. */
  private readonly counted = httpResource<PacketManifest>(() => {
    const request = this.view()?.request;
    // The version makes it another question after every move.
    return request?.state === 'ready'
      ? { url: `/api/auth-requests/${request.id}/packet/manifest`, headers: { 'stipple-passive': '1' } }
      : undefined;
  });
  protected readonly manifest = computed(
    () => this.view()?.sealed?.manifest ?? (this.counted.hasValue() ? this.counted.value() : null),
  );
  protected readonly counting = computed(() => this.counted.isLoading());
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly fileOf = fileOf;
  protected readonly requestLook = requestLook;
  protected readonly requestWords = requestWords;

  constructor() {
    const to = (...path: readonly string[]) => void this.router.navigate(['/cases', this.caseId(), ...path]);
    inject(Commands).offer(
      doing(packetCommands, {
        'packet.preview': { run: () => this.open(), when: () => !!this.view()?.request },
        'packet.go-on': { run: () => void this.goOn(), whileTyping: true },
        'packet.screening': { run: () => to('screening') },
        'packet.letter': { run: () => to('letter') },
        'packet.evidence': { run: () => to('evidence') },
        'packet.back': { run: () => to() },
      }),
    );
  }

  protected offered(move: string) {
    return this.view()?.request?.moves.find((one) => one.move === move);
  }

  protected async goOn(): Promise<void> {
    const state = this.view()?.request?.state;
    if (state === 'draft') await this.complete();
    if (state === 'ready') await this.submit();
  }

  protected async complete(): Promise<void> {
    const omissions = this.checklist()?.reasons();
    // A reason that is missing has its field marked, and the caret in it.
    if (omissions === undefined) return;
    const sent = await this.send(
      'completions',
      { omissions },
      'Marked ready. Look at the packet, then send it.',
    );
    if (sent) this.checklist()?.sent();
  }

  protected returnToDraft(): Promise<boolean> {
    return this.send('returns', {}, 'Taken back to draft.');
  }

  protected async submit(): Promise<void> {
    const request = this.view()?.request;
    if (!request || this.busy()) return;
    this.problem.set(undefined);
    this.busy.set(true);
    try {
      const view = await firstValueFrom(this.http.get<CaseView>(`/api/cases/${this.caseId()}`));
      const mover = { subject: 'auth_request', id: request.id, version: request.version };
      if (await this.moves.open(view, mover, 'submit'))
        this.toasts.say('Submission recorded. The packet is sealed as it was sent.');
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
      this.page.reload();
    }
  }

  private open(): void {
    const request = this.view()?.request;
    if (request) window.open(fileOf(request.id), '_blank', 'noopener');
  }

  private async send(path: string, body: object, done: string): Promise<boolean> {
    const request = this.view()?.request;
    if (!request || this.busy()) return false;
    this.problem.set(undefined);
    this.busy.set(true);
    try {
      await this.api
        .from(() => this.checklist()?.draft() ?? null)
        .post(`/api/auth-requests/${request.id}/${path}`, { ...body, version: request.version });
      this.toasts.say(done);
      return true;
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
      return false;
    } finally {
      this.busy.set(false);
      this.page.reload();
    }
  }
}
