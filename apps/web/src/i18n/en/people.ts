import type { people as ko } from '../ko/people.js';
import type { Translation } from '../translation.js';

export const people: Translation<typeof ko> = {
  types: { GENERAL: 'Member', BUSINESS: 'Business member', MANAGER: 'Moderator', ADMIN: 'Administrator' },
  logins: { LOCAL: 'Login id', KAKAO: 'Kakao', NAVER: 'Naver', GOOGLE: 'Google', APPLE: 'Apple' },
};
