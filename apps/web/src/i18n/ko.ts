import { account } from './ko/account.js';
import { admin } from './ko/admin.js';
import { auth } from './ko/auth.js';
import { bans } from './ko/bans.js';
import { cafe } from './ko/cafe.js';
import { common } from './ko/common.js';
import { controls } from './ko/controls.js';
import { errors } from './ko/errors.js';
import { forms } from './ko/forms.js';
import { home } from './ko/home.js';
import { maps } from './ko/maps.js';
import { moderation } from './ko/moderation.js';
import { owner } from './ko/owner.js';
import { people } from './ko/people.js';
import { photos } from './ko/photos.js';
import { room } from './ko/room.js';
import { rooms } from './ko/rooms.js';
import { search } from './ko/search.js';
import { world } from './ko/world.js';

/**
 * All Korean texts, one namespace for each area: the type that keys are checked against, and what tests compare. The
 * site itself loads the areas one by one (see setup.ts), each from the file that has its name.
 */
export const ko = {
  account,
  admin,
  auth,
  bans,
  cafe,
  common,
  controls,
  errors,
  forms,
  home,
  maps,
  moderation,
  owner,
  people,
  photos,
  room,
  rooms,
  search,
  world,
};
