/** Names of the kinds of people and of the ways they sign in. */
export const people = {
  types: { GENERAL: '일반 회원', BUSINESS: '사업자 회원', MANAGER: '운영자', ADMIN: '관리자' },
  logins: { LOCAL: '아이디', KAKAO: '카카오', NAVER: '네이버', GOOGLE: 'Google', APPLE: 'Apple' },
};
