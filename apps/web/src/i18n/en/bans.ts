import type { bans as ko } from '../ko/bans.js';
import type { Translation } from '../translation.js';

export const bans: Translation<typeof ko> = {
  count_one: '{{count}} ban',
  count_other: '{{count}} bans',
  all: 'All',
  who: 'Who',
  guest: 'Guest without an account',
  member: 'Member',
  now: 'Now called {{name}}',
  reason: 'Reason',
  scope: 'From',
  scopes: { SITE: 'The whole site', BOARDS: 'The boards', ROOMS: 'All 3D rooms' },
  time: 'Time',
  from: 'From {{moment}}',
  until: 'until {{moment}}',
  forGood: 'for good',
  state: 'State',
  states: { active: 'Active', over: 'Over', lifted: 'Lifted' },
  past: 'Past',
  by: 'by {{name}}',
  liftedBy: 'lifted by {{name}}',
  actions: 'Actions',
  lift: 'Lift',
  liftOf: 'Lift the ban of {{name}}',
  lifted: 'The ban of {{name}} is lifted.',
};
