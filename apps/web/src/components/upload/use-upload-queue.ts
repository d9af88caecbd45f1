import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { uploadImage } from '../../lib/api/upload-image.js';
import { refusalOf } from './image-file-rules.js';
import { UploadQueue, type OnUploaded } from './upload-queue.js';

const createQueue = (): UploadQueue =>
  new UploadQueue({
    send: uploadImage,
    check: refusalOf,
    preview: { make: (file) => URL.createObjectURL(file), drop: (url) => URL.revokeObjectURL(url) },
  });

/** A queue of pictures for one place of a page; what is still on its way is cancelled when the place is left. */
export function useUploadQueue(onUploaded: OnUploaded) {
  const [queue] = useState(createQueue);
  const deliver = useEffectEvent(onUploaded);

  useEffect(() => {
    queue.deliverTo(deliver);
    return queue.cancelAll;
  }, [queue]);

  const uploads = useSyncExternalStore(queue.subscribe, queue.getUploads);
  return { uploads, add: queue.add, retry: queue.retry, cancel: queue.cancel };
}
