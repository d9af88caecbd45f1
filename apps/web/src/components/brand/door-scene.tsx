export type DoorMood = 'closed' | 'lost' | 'empty';

const lightOf: Record<DoorMood, string> = {
  closed: 'light-dark(#d9c8b2, #332820)',
  lost: 'light-dark(#fbe3c4, #5a3d22)',
  empty: 'light-dark(#e6ecdf, #2c3a30)',
};

/** A small drawing of a café's door: shut with a sign, leading to a wall, or open on an empty table. */
export function DoorScene({ mood, className }: { mood: DoorMood; className?: string | undefined }) {
  return (
    <svg viewBox="0 0 160 150" className={className} aria-hidden="true" fill="none">
      <ellipse cx="80" cy="140" rx="66" ry="6" fill="var(--canvas-sunken)" />
      <path d="M34 140V64a46 46 0 0 1 92 0v76Z" fill="var(--roast)" />
      <path d="M46 140V66a34 34 0 0 1 68 0v74Z" fill={lightOf[mood]} />
      {mood === 'closed' && <ClosedSign />}
      {mood === 'lost' && <BrickWall />}
      {mood === 'empty' && <EmptyTable />}
      <path d="M22 140h116" stroke="var(--roast)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}

const ClosedSign = () => (
  <>
    <path d="M80 32v108" stroke="var(--roast)" strokeWidth="3" opacity=".35" />
    <path d="m80 70-16 14h32Z" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round" />
    <rect x="56" y="84" width="48" height="22" rx="4" fill="var(--accent)" />
    <path d="M66 95h28" stroke="var(--on-accent)" strokeWidth="3.5" strokeLinecap="round" />
    <circle cx="73" cy="122" r="2.4" fill="var(--roast)" />
    <circle cx="87" cy="122" r="2.4" fill="var(--roast)" />
  </>
);

const BrickWall = () => (
  <>
    <path
      d="M46 72h68M46 90h68M46 108h68M46 126h68M63 54v18M97 54v18M80 72v18M63 90v18M97 90v18M80 108v18M63 126v14M97 126v14M80 34v20M49 54h62"
      stroke="var(--accent)"
      strokeWidth="2"
      opacity=".55"
    />
    <path d="M72 74a8 8 0 1 1 11 7.4c-2.2 1-3 2.4-3 4.6" stroke="var(--ink)" strokeWidth="4" strokeLinecap="round" />
    <circle cx="80" cy="95" r="2.6" fill="var(--ink)" />
  </>
);

const EmptyTable = () => (
  <>
    <path d="M80 32v16" stroke="var(--ink)" strokeWidth="2" />
    <path d="M66 60a14 14 0 0 1 28 0Z" fill="var(--amber)" />
    <path d="M58 108h44" stroke="var(--roast)" strokeWidth="4" strokeLinecap="round" />
    <path d="M80 108v30M70 138h20" stroke="var(--roast)" strokeWidth="3.5" strokeLinecap="round" />
    <path d="M71 92h18v7a8 8 0 0 1-8 8h-2a8 8 0 0 1-8-8Z" fill="var(--accent)" />
    <path d="M89 94h2.5a4 4 0 0 1 0 8H88" stroke="var(--accent)" strokeWidth="2.6" />
    <path d="M76 86c-3-4 3-6 0-10M84 86c-3-4 3-6 0-10" stroke="var(--ink-soft)" strokeWidth="2" strokeLinecap="round" />
  </>
);
