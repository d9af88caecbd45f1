import { account } from './ko/account.js';
import { admin } from './ko/admin.js';
import { auth } from './ko/auth.js';
import { cafe } from './ko/cafe.js';
import { common } from './ko/common.js';
import { controls } from './ko/controls.js';
import { errors } from './ko/errors.js';
import { forms } from './ko/forms.js';
import { home } from './ko/home.js';
import { owner } from './ko/owner.js';
import { people } from './ko/people.js';
import { photos } from './ko/photos.js';
import { room } from './ko/room.js';
import { search } from './ko/search.js';

/**
 * All Korean texts, one namespace for each area: the type that keys are checked against, and what tests compare. The
 * site itself loads the areas one by one (see setup.ts), each from the file that has its name.
 */
export const ko = {
  account,
  admin,
  auth,
  cafe,
  common,
  controls,
  errors,
  forms,
  home,
  owner,
  people,
  photos,
  room,
  search,
};
