import { starterRoomRequest } from '@virtualcafe/contracts';
import { z } from 'zod';

/** The kind of job that makes a starter room; its `dedupeKey` is the id of the RENDER map. */
export const makeStarterRoomJob = 'starter-room.make';

/** What the job is told: whose maps wait for their files, and what was ordered. */
export const starterRoomPayload = z.object({
  viewerId: z.uuid(),
  renderMapId: z.uuid(),
  colliderMapId: z.uuid(),
  order: starterRoomRequest,
});

export type StarterRoomPayload = z.infer<typeof starterRoomPayload>;
