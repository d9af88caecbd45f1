import type { UserType } from '@virtualcafe/contracts';

export interface DemoPerson {
  loginId: string;
  nickname: string;
  email: string;
  userType: UserType;
}

/** Who can log in to the demo; the owners keep the demo's cafés. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { loginId: 'admin', nickname: '운영지기', email: 'admin@example.com', userType: 'ADMIN' },
  { loginId: 'manager', nickname: '골목반장', email: 'manager@example.com', userType: 'MANAGER' },
  { loginId: 'owner', nickname: '연남동주인장', email: 'owner@example.com', userType: 'BUSINESS' },
  { loginId: 'owner2', nickname: '파도집지기', email: 'owner2@example.com', userType: 'BUSINESS' },
  { loginId: 'owner3', nickname: '마루지기', email: 'owner3@example.com', userType: 'BUSINESS' },
  { loginId: 'owner4', nickname: '빵굽는아침', email: 'owner4@example.com', userType: 'BUSINESS' },
  { loginId: 'owner5', nickname: '숲속오두막', email: 'owner5@example.com', userType: 'BUSINESS' },
  { loginId: 'owner6', nickname: '돌담너머', email: 'owner6@example.com', userType: 'BUSINESS' },
  { loginId: 'visitor', nickname: '카페산책자', email: 'visitor@example.com', userType: 'GENERAL' },
  { loginId: 'visitor2', nickname: '라떼한잔', email: 'visitor2@example.com', userType: 'GENERAL' },
];
