import type { Avatar } from '@virtualcafe/contracts';
import type { ReactNode } from 'react';

const ink = '#33241b';
const skin = '#f3d0ae';

/** Somebody from the waist up, drawn: to choose from, and beside their words. */
export function AvatarFigure({ avatar, className }: { avatar: Avatar; className?: string | undefined }) {
  const { Behind, Head, Front } = figures[avatar.look];
  return (
    <svg viewBox="0 0 120 132" className={className} aria-hidden="true" fill="none">
      <Behind />
      <path d="M20 132c0-32 16-46 40-46s40 14 40 46Z" fill={avatar.color} />
      <path d="M20 132c0-32 16-46 40-46v46Z" fill="#fff" opacity=".1" />
      <Front />
      <Head />
    </svg>
  );
}

type Figure = { Behind: () => ReactNode; Head: () => ReactNode; Front: () => ReactNode };

const nothing = (): null => null;

const Face = () => (
  <>
    <circle cx="49" cy="60" r="3" fill={ink} />
    <circle cx="71" cy="60" r="3" fill={ink} />
    <path d="M53 70c4 4 10 4 14 0" stroke={ink} strokeWidth="2.4" strokeLinecap="round" />
    <circle cx="42" cy="68" r="4.5" fill="#e98f77" opacity=".45" />
    <circle cx="78" cy="68" r="4.5" fill="#e98f77" opacity=".45" />
  </>
);

const Skull = () => <circle cx="60" cy="58" r="29" fill={skin} />;

const figures: Record<Avatar['look'], Figure> = {
  barista: {
    Behind: () => <circle cx="60" cy="20" r="11" fill="#5a3b28" />,
    Head: () => (
      <>
        <Skull />
        <path d="M31 56c0-18 12-29 29-29s29 11 29 29c-6-12-16-16-29-16s-23 4-29 16Z" fill="#5a3b28" />
        <Face />
      </>
    ),
    Front: () => (
      <>
        <path d="M42 132v-28h36v28Z" fill="#fbf1e2" />
        <path d="M42 106 34 92M78 106l8-14" stroke="#fbf1e2" strokeWidth="5" strokeLinecap="round" />
        <path d="M52 116h16" stroke="#c9a27c" strokeWidth="3" strokeLinecap="round" />
      </>
    ),
  },
  student: {
    Behind: () => <path d="M29 60c0-22 13-35 31-35s31 13 31 35v22H29Z" fill="#2f2a2b" />,
    Head: () => (
      <>
        <Skull />
        <path d="M31 58c1-20 13-30 29-30s28 10 29 30c-14-3-22-8-27-15-6 8-16 13-31 15Z" fill="#2f2a2b" />
        <Face />
        <g stroke={ink} strokeWidth="2">
          <circle cx="49" cy="60" r="8" />
          <circle cx="71" cy="60" r="8" />
          <path d="M57 59c2-2 4-2 6 0" />
        </g>
      </>
    ),
    Front: () => (
      <>
        <path d="m46 88 14 12 14-12-14 26Z" fill="#fff" />
        <path d="M34 94v38M86 94v38" stroke="#5b4636" strokeWidth="7" />
      </>
    ),
  },
  traveler: {
    Behind: () => <path d="M33 62c0-20 10-28 27-28s27 8 27 28v14H33Z" fill="#7a5236" />,
    Head: () => (
      <>
        <Skull />
        <path d="M37 42c1-18 9-26 23-26s22 8 23 26Z" fill="#c79a5b" />
        <path d="M20 45c12-8 68-8 80 0 3 2 1 6-3 6H23c-4 0-6-4-3-6Z" fill="#d8ae6d" />
        <path d="M37 40c15-5 31-5 46 0" stroke="#7a4b28" strokeWidth="5" />
        <Face />
      </>
    ),
    Front: () => <path d="M38 90c12 9 32 9 44 0l4 8c-14 10-38 10-52 0Zm30 10 10 22-12 3-6-21Z" fill="#f3e3c3" />,
  },
  artist: {
    Behind: () => (
      <g fill="#8a4b2c">
        <circle cx="34" cy="58" r="12" />
        <circle cx="86" cy="58" r="12" />
        <circle cx="38" cy="76" r="11" />
        <circle cx="82" cy="76" r="11" />
      </g>
    ),
    Head: () => (
      <>
        <Skull />
        <path d="M30 44c-4-14 10-27 32-27 20 0 34 8 32 20-1 7-14 9-32 9s-30 2-32-2Z" fill="#a23b33" />
        <path d="M60 18c-1-5 2-8 6-9" stroke="#a23b33" strokeWidth="4" strokeLinecap="round" />
        <Face />
      </>
    ),
    Front: () => (
      <>
        <path d="M46 90c8 6 20 6 28 0l-5 9H51Z" fill="#fbf1e2" />
        <path d="m84 128 12-26" stroke="#c79a5b" strokeWidth="4" strokeLinecap="round" />
        <path d="m95 104 6-12-9 6Z" fill="#3d7ea6" />
      </>
    ),
  },
  bear: {
    Behind: () => (
      <g>
        <circle cx="36" cy="34" r="12" fill="#8a5f3f" />
        <circle cx="84" cy="34" r="12" fill="#8a5f3f" />
        <circle cx="36" cy="34" r="6" fill="#d9ab84" />
        <circle cx="84" cy="34" r="6" fill="#d9ab84" />
      </g>
    ),
    Head: () => (
      <>
        <ellipse cx="60" cy="58" rx="32" ry="29" fill="#8a5f3f" />
        <ellipse cx="60" cy="69" rx="15" ry="12" fill="#e2bd99" />
        <ellipse cx="60" cy="63" rx="5" ry="3.6" fill={ink} />
        <path d="M60 66v5m-6 2c3 3 9 3 12 0" stroke={ink} strokeWidth="2.2" strokeLinecap="round" />
        <circle cx="46" cy="55" r="3.2" fill={ink} />
        <circle cx="74" cy="55" r="3.2" fill={ink} />
      </>
    ),
    Front: nothing,
  },
  cat: {
    Behind: () => (
      <g>
        <path d="M32 48 30 16l26 16Z" fill="#e9a55c" />
        <path d="M88 48l2-32-26 16Z" fill="#e9a55c" />
        <path d="m36 38-1-13 11 8ZM84 38l1-13-11 8Z" fill="#f6cfc0" />
      </g>
    ),
    Head: () => (
      <>
        <ellipse cx="60" cy="58" rx="32" ry="27" fill="#e9a55c" />
        <path d="M60 31v10M50 33l2 8M70 33l-2 8" stroke="#c77d38" strokeWidth="4" strokeLinecap="round" />
        <ellipse cx="60" cy="70" rx="14" ry="10" fill="#fdeed9" />
        <path d="m56 64 4 4 4-4Z" fill="#c7605a" />
        <path d="M60 68c-1 5-6 6-9 3m9-3c1 5 6 6 9 3" stroke={ink} strokeWidth="2" strokeLinecap="round" />
        <circle cx="46" cy="57" r="3.4" fill={ink} />
        <circle cx="74" cy="57" r="3.4" fill={ink} />
        <path d="M30 66l-10-2m10 8-9 3M90 66l10-2m-10 8 9 3" stroke={ink} strokeWidth="1.6" strokeLinecap="round" />
      </>
    ),
    Front: nothing,
  },
};
