import type { ViewerMapType } from '@virtualcafe/contracts';
import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DropZone } from '../../../../components/upload/drop-zone.js';
import { maxMapBytes } from './glb-first-look.js';
import { UnfinishedUploads } from './unfinished-uploads.js';
import { UploadStatus } from './upload-status.js';
import type { OneMapUpload } from './use-map-upload.js';

type UploadBoxProps = { code: string; type: ViewerMapType; upload: OneMapUpload };

const megabytes = maxMapBytes / 1024 / 1024;

/** Takes one model, by a button or dropped, and tells how far it is on its way. */
export function UploadBox({ code, type, upload }: UploadBoxProps) {
  const { t } = useTranslation('maps');
  const { phase } = upload.state;
  const isFree = phase === 'idle' || phase === 'refused' || phase === 'sent';

  return (
    <>
      <UploadStatus upload={upload} />
      {phase === 'idle' && <UnfinishedUploads code={code} type={type} />}
      {isFree && (
        <DropZone
          buttonLabel={t(type === 'RENDER' ? 'upload.chooseRender' : 'upload.chooseCollider')}
          hint={t('upload.hint', { megabytes })}
          accept=".glb,model/gltf-binary"
          icon={<FileUp aria-hidden />}
          isSingle
          onFiles={([file]) => file !== undefined && upload.start(file)}
        />
      )}
    </>
  );
}
