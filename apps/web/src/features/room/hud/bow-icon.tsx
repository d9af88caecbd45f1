import type { SVGAttributes } from 'react';

/** Somebody bowing, in the manner of the other icons. */
export const BowIcon = (attributes: SVGAttributes<SVGSVGElement>) => (
  <svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    {...attributes}
  >
    <circle cx="6" cy="9" r="2.6" />
    <path d="M9.5 8.2c4-1.4 7 .6 7.5 4.3L18 21m-4 0 .6-6M10.5 11.5 9 15.5" />
  </svg>
);
