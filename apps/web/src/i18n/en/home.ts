import type { home as ko } from '../ko/home.js';
import type { Translation } from '../translation.js';

export const home: Translation<typeof ko> = {
  pageTitle: 'Open the door to a café',
  headline: 'Whose door will\nyou open today?',
  lead: 'Look around in photos, read their stories, and step into their virtual rooms first. When you have found your place, we show you the way to its door.',
  searchLabel: 'Find a café',
  searchPlaceholder: 'Name, neighbourhood or address',
  searchHint: 'Korean initials are enough: “ㅅㅅ ㅋㅍ”.',
  browseAll: 'See all cafés',
  newestTitle: 'Newly opened doors',
  newestEmptyTitle: 'No café has opened yet',
  newestEmptyText: 'The first one will hang here.',
  regionsTitle: 'Find by region',
  regionsLead: 'Pick the part of the country you would like to visit, and see the cafés there.',
  regionsMenu: 'Today’s regions',
  count: '{{count}}',
};
