import type { CafeFigures } from '@virtualcafe/contracts';
import type { CafeFiguresRecord, DaySpan } from './cafe-figures.repository.js';

type Counts = CafeFigures['total'];

export const presentFigures = ({ from, to }: DaySpan, { days, products }: CafeFiguresRecord): CafeFigures => ({
  from,
  to,
  days: days.map(({ day, pageVisits, roomVisits, wishes }) => ({ day, pageVisits, roomVisits, wishes })),
  total: { pageVisits: sum(days, 'pageVisits'), roomVisits: sum(days, 'roomVisits'), wishes: sum(days, 'wishes') },
  products: products.map(({ code, name, wishCount }) => ({ code, name, wishCount })),
});

const sum = (days: readonly Counts[], field: keyof Counts): number =>
  days.reduce((total, day) => total + day[field], 0);
