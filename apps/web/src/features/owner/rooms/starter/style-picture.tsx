import type { StarterRoomStyle } from '@virtualcafe/contracts';
import { coloursOf, type StyleColours } from './style-colours.js';

/** A corner of a room in a style, drawn: wall, window, lamp, table and plant. */
export function StylePicture({ style, className }: { style: StarterRoomStyle; className?: string | undefined }) {
  const colours = coloursOf[style];
  const { floor, floorLine, wall, trim } = colours;
  return (
    <svg viewBox="0 0 160 108" className={className} aria-hidden="true" preserveAspectRatio="xMidYMid slice">
      <rect width="160" height="108" fill={wall} />
      {style === 'industrial' && <Bricks />}
      {style === 'hanok' && <Timber colour={trim} />}
      <polygon points="0,76 160,76 160,108 0,108" fill={floor} />
      {[-60, -10, 40, 90, 140, 190].map((x) => (
        <line key={x} x1={80 + (x - 80) * 0.55} y1="76" x2={x} y2="108" stroke={floorLine} strokeWidth="1.2" />
      ))}
      <rect y="73.5" width="160" height="3" fill={trim} />
      <Window colours={colours} />
      <Lamp colours={colours} style={style} />
      <Table colours={colours} isLow={style === 'hanok'} />
      <Plant pot={colours.second} />
    </svg>
  );
}

const Bricks = () => (
  <g stroke="#c9b7a6" strokeWidth="0.9" opacity="0.75">
    {Array.from({ length: 9 }, (_, row) => (
      <g key={row}>
        <line x1="0" x2="160" y1={row * 8.4} y2={row * 8.4} />
        {Array.from({ length: 9 }, (_, column) => {
          const x = column * 19 + (row % 2) * 9.5;
          return <line key={column} x1={x} x2={x} y1={row * 8.4} y2={row * 8.4 + 8.4} />;
        })}
      </g>
    ))}
  </g>
);

const Timber = ({ colour }: { colour: string }) => (
  <g fill={colour}>
    <rect width="160" height="5" />
    <rect x="70" width="5" height="76" />
    <rect x="2" width="5" height="76" />
    <rect x="153" width="5" height="76" />
    {[20, 44, 96, 122].map((x) => (
      <circle key={x} cx={x} cy="5" r="4" />
    ))}
  </g>
);

function Window({ colours: { sky, trim, window: shape } }: { colours: StyleColours }) {
  if (shape === 'arched') {
    return (
      <g>
        <path d="M12 60V28a17 17 0 0 1 34 0v32z" fill={sky} stroke="#f7f4ea" strokeWidth="4" />
        <path d="M29 11v49M12 36h34" stroke="#f7f4ea" strokeWidth="2" fill="none" />
        <path d="M14 60c6-12 9-9 14-5 4-8 11-6 17 5z" fill="#8fae7f" />
      </g>
    );
  }
  const [width, bars] = shape === 'pane' ? [56, [] as number[]] : [46, shape === 'lattice' ? [11, 23, 34] : [23]];
  const rows = { pane: [], mullioned: [20], steel: [14, 28], lattice: [12, 24, 36] }[shape];
  const top = shape === 'pane' ? 10 : 18;
  const height = 76 - top - (shape === 'pane' ? 6 : 18);
  return (
    <g transform={`translate(12 ${top})`}>
      <rect width={width} height={height} fill={sky} stroke={trim} strokeWidth="3" />
      <g stroke={trim} strokeWidth="1.8">
        {bars.map((x) => (
          <line key={x} x1={x} x2={x} y2={height} />
        ))}
        {rows
          .filter((y) => y < height)
          .map((y) => (
            <line key={y} x2={width} y1={y} y2={y} />
          ))}
      </g>
    </g>
  );
}

function Lamp({ colours: { shade, trim }, style }: { colours: StyleColours; style: StarterRoomStyle }) {
  return (
    <g>
      <ellipse cx="104" cy="44" rx="26" ry="18" fill="#ffe6a8" opacity="0.35" />
      <line x1="104" x2="104" y2="24" stroke={trim} strokeWidth="1.5" />
      {style === 'modern' && <circle cx="104" cy="32" r="9" fill={shade} stroke={trim} strokeWidth="0.8" />}
      {style === 'hanok' && (
        <rect x="95" y="24" width="18" height="19" rx="2" fill={shade} stroke={trim} strokeWidth="1.6" />
      )}
      {style === 'garden' && (
        <path d="M91 38c1-11 7-14 13-14s12 3 13 14z" fill={shade} stroke="#a57b4c" strokeWidth="1" />
      )}
      {(style === 'wood' || style === 'industrial') && <path d="M92 37c2-9 6-13 12-13s10 4 12 13z" fill={shade} />}
      <circle cx="104" cy="38" r="2.6" fill="#fff1c2" />
    </g>
  );
}

function Table({ colours: { table, trim, accent }, isLow }: { colours: StyleColours; isLow: boolean }) {
  const top = isLow ? 82 : 72;
  return (
    <g>
      <ellipse cx="104" cy="99" rx="27" ry="4" fill="#000" opacity="0.14" />
      <rect x="75" y={top + 2} width="9" height="25" rx="2" fill={accent} opacity={isLow ? 0 : 1} />
      {isLow && <ellipse cx="74" cy="96" rx="9" ry="4" fill={accent} />}
      {isLow && <ellipse cx="134" cy="96" rx="9" ry="4" fill={accent} />}
      <rect x="102" y={top} width="4" height={98 - top} fill={trim} />
      <ellipse cx="104" cy={top} rx="22" ry="4.5" fill={table} stroke={trim} strokeWidth="0.8" />
      <path d={`M99 ${top - 1}v-5h7v5z`} fill="#fff" stroke={trim} strokeWidth="0.6" />
    </g>
  );
}

const Plant = ({ pot }: { pot: string }) => (
  <g>
    <g fill="#5b8a57">
      <path d="M146 82c-10-8-12-20-8-28 6 6 9 16 8 28z" />
      <path d="M146 82c8-6 12-17 8-26-6 5-9 15-8 26z" fill="#6d9c63" />
      <path d="M146 84c0-12-2-24 0-36 4 12 3 24 0 36z" fill="#4c7a4c" />
    </g>
    <path d="M138 82h16l-2.5 16h-11z" fill={pot} />
  </g>
);
