import { Command } from '@stipple/database';
import { SafeFile, StoredFile } from '@stipple/files';
import { StoredFileEntity, StoredPictureEntity } from './case-document.entity';

/** Records a file that lies in the store, and a picture’s smaller copies with it. The same file is recorded once. */
export async function keepFile({ tx, who }: Command, file: SafeFile): Promise<void> {
  const { clinicId } = who;
  const row = ({ sha256, bytes, mediaType }: StoredFile) => ({
    clinicId,
    sha256,
    bytes,
    mediaType: mediaType ?? '',
  });
  const { picture } = file;
  const files = picture ? [file, picture.small, picture.large] : [file];
  await tx.createQueryBuilder().insert().into(StoredFileEntity).values(files.map(row)).orIgnore().execute();
  if (picture === null) return;
  const { width, height, small, large } = picture;
  const copies = { smallSha256: small.sha256, largeSha256: large.sha256 };
  await tx
    .createQueryBuilder()
    .insert()
    .into(StoredPictureEntity)
    .values({ clinicId, sha256: file.sha256, width, height, ...copies })
    .orIgnore()
    .execute();
}
