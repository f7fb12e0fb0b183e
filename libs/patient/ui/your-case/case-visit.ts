import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import type { YourCaseView } from '@stipple/contracts';
import { CaseTexts, PhotoView, caseTexts, photoConsentWords } from '@stipple/domain';
import { Visit } from '../visit';
import { ApiProblem } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';

export type PhotoProblem = keyof CaseTexts['photoProblems'];

/** A photograph as the patient sends it. */
export interface PhotoToSend {
  readonly file: File;
  readonly view: PhotoView;
  readonly showsScale: boolean;
  readonly allowsPayer: boolean;
}

/** A patient's visit to the page of their case. */
@Injectable()
export class CaseVisit extends Visit<YourCaseView> {
  private readonly files = inject(HttpClient);
  protected readonly address = '/api/your-case';
  readonly caseTexts = computed(() => caseTexts[this.language()]);

  protected knownLanguage({ language }: YourCaseView): YourCaseView['language'] {
    return language;
  }

  /** @returns what is wrong with it, or null once it is sent */
  async sends(photo: PhotoToSend, onProgress: (part: number) => void): Promise<PhotoProblem | null> {
    const { file, view, showsScale, allowsPayer } = photo;
    const consentLanguage = this.language();
    const fields = {
      view,
      showsScale: showsScale ? 'yes' : 'no',
      allowsPayer: allowsPayer ? 'yes' : 'no',
      consentLanguage,
      consentWords: photoConsentWords(consentLanguage, allowsPayer),
    };
    try {
      await this.api.upload(`${this.address}/photos`, fields, [file], onProgress);
      await this.read();
      return null;
    } catch (error) {
      const problem = ApiProblem.from(error);
      if (problem.code === 'visit_over') this.fails(problem);
      return photoProblemOf(problem);
    }
  }

  /** The papers as a file in the browser's hands, or null where something went wrong. */
  async papers(): Promise<Blob | null> {
    let file: Blob | null = null;
    await this.asked(async () => {
      const address = `${this.address}/papers?language=${this.language()}`;
      file = await firstValueFrom(this.files.get(address, { responseType: 'blob' }));
    });
    return file;
  }
}

const problems: Readonly<Record<string, PhotoProblem>> = {
  not_a_picture: 'kind',
  file_kind: 'kind',
  file_hides_another: 'kind',
  picture_moves: 'kind',
  file_heic: 'heic',
  too_large: 'large',
  too_many_pixels: 'large',
  picture_unreadable: 'broken',
  form_unreadable: 'broken',
  photo_sent_already: 'twice',
  photos_enough: 'enough',
  too_many_photos: 'wait',
  consent_changed: 'changed',
};

function photoProblemOf({ code, refusals }: ApiProblem): PhotoProblem {
  return (
    [code, ...refusals.map((refusal) => refusal.code)].flatMap((one) => problems[one] ?? []).at(0) ?? 'away'
  );
}
