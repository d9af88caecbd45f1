import { useTranslation } from 'react-i18next';
import { sketchPlan, type Patch } from './plan-sketch.js';
import styles from './plan-picture.module.css';
import { areaOf, type StarterChoices } from './starter-form.js';
import { coloursOf } from './style-colours.js';

const margin = 1.1;
const doorWidth = 1.2;

/** The room from above, drawn from what has been chosen so far. */
export function PlanPicture({ choices }: { choices: StarterChoices }) {
  const { t } = useTranslation('maps');
  const { width, depth, style, photos } = choices;
  const plan = sketchPlan({ ...choices, photoCount: photos.length });
  const colours = coloursOf[style];
  const view = [-width / 2 - margin, -depth / 2 - margin, width + 2 * margin, depth + 2 * margin].join(' ');
  const alt = t('plan.alt', {
    width,
    depth,
    area: Math.round(areaOf(choices)),
    tables: plan.tables.length,
    plants: plan.plants.length,
  });
  return (
    <figure className={styles['figure']}>
      <span className="visually-hidden">{alt}</span>
      <svg viewBox={view} aria-hidden="true" className={styles['plan']}>
        <rect
          x={-width / 2}
          y={-depth / 2}
          width={width}
          height={depth}
          fill={colours.floor}
          stroke={colours.trim}
          strokeWidth="0.24"
        />
        <FloorLines {...{ width, depth }} colour={colours.floorLine} />
        {plan.lamps.map(({ x, z }) => (
          <circle key={`${x},${z}`} cx={x} cy={z} r="1.15" fill="#fff3c4" opacity="0.32" />
        ))}
        {plan.counter !== null && <Box patch={plan.counter} fill={colours.trim} stroke={colours.second} />}
        {plan.tables.map(({ x, z, chairs }) => (
          <g key={`${x},${z}`}>
            {chairs.map((chair) => (
              <circle key={`${chair.x},${chair.z}`} cx={chair.x} cy={chair.z} r="0.21" fill={colours.accent} />
            ))}
            <circle cx={x} cy={z} r="0.37" fill={colours.table} stroke={colours.trim} strokeWidth="0.06" />
          </g>
        ))}
        {plan.plants.map(({ x, z }) => (
          <g key={`${x},${z}`}>
            <circle cx={x} cy={z} r="0.34" fill="#5b8a57" />
            <circle cx={x} cy={z} r="0.16" fill="#7fae74" />
          </g>
        ))}
        {plan.photos.map((patch) => (
          <Box key={`${patch.x},${patch.z}`} patch={patch} fill="#fffdf7" stroke={colours.second} />
        ))}
        <rect x={-doorWidth / 2} y={depth / 2 - 0.14} width={doorWidth} height="0.28" fill={colours.wall} />
        <path
          d={`M0 ${depth / 2 + 0.75}v-0.6m-0.22 0.24l0.22-0.26l0.22 0.26`}
          className={styles['arrow']}
          strokeWidth="0.1"
          fill="none"
        />
      </svg>
      <figcaption className={styles['caption']}>{t('plan.caption')}</figcaption>
    </figure>
  );
}

const Box = ({ patch: { x, z, width, depth }, fill, stroke }: { patch: Patch; fill: string; stroke: string }) => (
  <rect
    x={x - width / 2}
    y={z - depth / 2}
    width={width}
    height={depth}
    rx="0.05"
    fill={fill}
    stroke={stroke}
    strokeWidth="0.06"
  />
);

function FloorLines({ width, depth, colour }: { width: number; depth: number; colour: string }) {
  const count = Math.floor(width) - 1;
  return (
    <g stroke={colour} strokeWidth="0.03" opacity="0.6">
      {Array.from({ length: Math.max(0, count) }, (_, index) => {
        const x = index + 1 - width / 2;
        return <line key={x} x1={x} x2={x} y1={-depth / 2} y2={depth / 2} />;
      })}
    </g>
  );
}
