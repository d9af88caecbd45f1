import { useQueryClient } from '@tanstack/react-query';
import type { ViewerMapType } from '@virtualcafe/contracts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { managedViewerQuery } from '../../../../lib/queries/managed-viewers.js';
import { lookAtGlb } from './glb-first-look.js';
import { openTransfer } from './map-transfer.js';
import { MapUpload, type MapUploadState } from './map-upload.js';

const createUpload = (): MapUpload =>
  new MapUpload({ lookAt: lookAtGlb, open: openTransfer, nowMs: () => performance.now() });

/** The sending of one room's model of one type. */
export type OneMapUpload = Pick<MapUpload, 'pause' | 'resume' | 'cancel'> & {
  readonly state: MapUploadState;
  readonly start: (file: File) => void;
};

/** Both kinds of model of a room. They go on while another tab is shown, and pause when the page is left. */
export function useMapUpload(code: string) {
  const render = useOneUpload(code, 'RENDER');
  const collider = useOneUpload(code, 'COLLIDER');
  return { render, collider, isUnderway: [render, collider].some(({ state }) => isUnderway(state)) };
}

export type MapUploads = ReturnType<typeof useMapUpload>;

const isUnderway = ({ phase }: MapUploadState): boolean =>
  phase === 'looking' || phase === 'sending' || phase === 'waiting';

function useOneUpload(viewerCode: string, type: ViewerMapType): OneMapUpload {
  const client = useQueryClient();
  const [upload] = useState(createUpload);

  useEffect(() => {
    upload.tellWhenSent(() => void client.invalidateQueries({ queryKey: managedViewerQuery(viewerCode).queryKey }));
    const goOn = (): void => {
      if (upload.getState().phase === 'failed') upload.resume();
    };
    addEventListener('online', goOn);
    return () => {
      removeEventListener('online', goOn);
      void upload.leave();
    };
  }, [client, upload, viewerCode]);

  const state = useSyncExternalStore(upload.subscribe, upload.getState);
  return {
    state,
    start: (file) => void upload.start(file, { viewerCode, type }),
    pause: upload.pause,
    resume: upload.resume,
    cancel: upload.cancel,
  };
}
