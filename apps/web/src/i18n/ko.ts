import { auth } from './ko/auth.js';
import { cafe } from './ko/cafe.js';
import { common } from './ko/common.js';
import { errors } from './ko/errors.js';
import { forms } from './ko/forms.js';
import { home } from './ko/home.js';
import { search } from './ko/search.js';

/**
 * All Korean texts, one namespace for each area: the type that keys are checked against, and what tests compare. The
 * site itself loads the areas one by one (see setup.ts), each from the file that has its name.
 */
export const ko = { auth, cafe, common, errors, forms, home, search };
