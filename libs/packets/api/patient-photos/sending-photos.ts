import { Injectable } from '@nestjs/common';
import { SendPatientPhoto } from '@stipple/contracts';
import { ClinicDatabase, type Command, type Principal, refuseIfAny } from '@stipple/database';
import { patientPhotoLifecycle, photoConsentWords, refusal } from '@stipple/domain';
import { FileStore, type SafeFile, readUpload, takeIn, unfitFile } from '@stipple/files';
import { HttpProblem, RequestLimit, type SignedRequest, callOf, parse } from '@stipple/http';
import { withCase } from '@stipple/moves';
import { keepFile } from '../keep-file';
import { PatientPhotoEntity } from './patient-photo.entity';

/** A telephone’s camera makes five megabytes or so; nothing else is to be sent this way. */
const mostBytes = 15 * 1024 * 1024;
/** As many as may wait to be looked at, and as many as one link takes in all. */
const mostWaiting = 8;
const mostOfLink = 24;
/** Sent by hand, one after the other, nobody comes near it. */
const perMinute = 6;

/** Where a patient’s photograph goes, and by which link it comes. */
export interface SentPhoto {
  readonly caseId: string;
  readonly linkId: string;
  /** Whoever made the link. */
  readonly who: Principal;
  /** Refuses, under the case’s lock, what comes by a link that was taken back while the file was on its way. */
  stillOpen(command: Command): Promise<void>;
}

/** Takes in what patients send. It goes the way of every picture, so that nothing that was not visible is kept. */
@Injectable()
export class SendingPhotos {
  private readonly limit = new RequestLimit(perMinute);

  constructor(
    private readonly db: ClinicDatabase,
    private readonly files: FileStore,
  ) {}

  /** @throws HttpProblem saying what is wrong with the photograph, or that it is one too many */
  async take(request: SignedRequest, sent: SentPhoto): Promise<{ id: string }> {
    const seconds = this.limit.take(sent.linkId, Date.now());
    if (seconds > 0)
      throw new HttpProblem(429, 'too_many_photos', 'Wait a minute, then try again.', undefined, seconds);
    // Before the file is read: it would be kept for nothing. Under the lock it is asked again.
    refuseIfAny(tooMany(await this.counted(sent)));
    const shelf = sent.who.clinicId;
    const { file, fields } = await readUpload(request, mostBytes, (content) =>
      takeIn(this.files, shelf, content, mostBytes),
    );
    if (file.picture === null) throw unfitFile(415, 'not_a_picture', 'This file is no photograph.');
    const body = parse(SendPatientPhoto, fields);
    const call = callOf(request, Buffer.concat([file.sha256, Buffer.from(JSON.stringify(body))]));
    return this.db.command(call, (command) => sendPhoto(command, sent, body, file));
  }

  private async counted({ who, caseId, linkId }: SentPhoto): Promise<Counted> {
    const values = [who.clinicId, caseId, linkId];
    const [row] = await this.db.read<Counted>(who, { name: 'patient_photos', text: countedSql, values });
    return row ?? { waiting: 0, ofLink: 0 };
  }
}

interface Counted {
  readonly waiting: number;
  readonly ofLink: number;
}

const countedSql = /* sql */ `
SELECT count(*) FILTER (WHERE state = 'waiting')::integer AS waiting, count(*) FILTER (WHERE link_id = $3)::integer AS "ofLink"
  FROM stipple.patient_photo WHERE clinic_id = $1 AND case_id = $2`;

const tooMany = ({ waiting, ofLink }: Counted) =>
  waiting < mostWaiting && ofLink < mostOfLink
    ? []
    : [refusal('photos_enough', 'So many photographs wait already; nobody has looked at them yet.', 'file')];

function sendPhoto(
  command: Command,
  { caseId, linkId, stillOpen }: SentPhoto,
  body: SendPatientPhoto,
  file: SafeFile,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    await stillOpen(command);
    const { view, showsScale, allowsPayer, consentLanguage, consentWords } = body;
    const values = [command.who.clinicId, caseId, linkId];
    const [counted]: Counted[] = await command.tx.query(countedSql, values);
    refuseIfAny([
      ...(counted ? tooMany(counted) : []),
      // What is kept is what was on the screen, and that is one of our own texts.
      ...(consentWords === photoConsentWords(consentLanguage, allowsPayer) ? [] : [otherWords]),
    ]);
    await keepFile(command, file);
    const { sha256: fileSha256 } = file;
    const sentOn = hand.facts.clock.today;
    const row = { ...body, linkId, fileSha256, sentOn, documentId: null, setAsideBecause: null };
    const id = await hand.create(patientPhotoLifecycle, 'send', PatientPhotoEntity, row, {
      to: 'waiting',
      data: { view, showsScale, allowsPayer, onScreen: true },
    });
    return { id };
  });
}

const otherWords = refusal(
  'consent_changed',
  'The words of the consent have changed. Load the page again and read them.',
  'consentWords',
);
