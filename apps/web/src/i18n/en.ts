import { auth } from './en/auth.js';
import { cafe } from './en/cafe.js';
import { common } from './en/common.js';
import { errors } from './en/errors.js';
import { forms } from './en/forms.js';
import { home } from './en/home.js';
import type { ko } from './ko.js';
import { search } from './en/search.js';
import type { Translation } from './translation.js';

export const en: Translation<typeof ko> = { auth, cafe, common, errors, forms, home, search };
