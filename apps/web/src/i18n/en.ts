import type { Translation } from './translation.js';
import type { ko } from './ko.js';
import { account } from './en/account.js';
import { admin } from './en/admin.js';
import { auth } from './en/auth.js';
import { bans } from './en/bans.js';
import { cafe } from './en/cafe.js';
import { common } from './en/common.js';
import { controls } from './en/controls.js';
import { errors } from './en/errors.js';
import { forms } from './en/forms.js';
import { home } from './en/home.js';
import { maps } from './en/maps.js';
import { moderation } from './en/moderation.js';
import { owner } from './en/owner.js';
import { people } from './en/people.js';
import { photos } from './en/photos.js';
import { room } from './en/room.js';
import { rooms } from './en/rooms.js';
import { search } from './en/search.js';
import { world } from './en/world.js';

export const en: Translation<typeof ko> = {
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
