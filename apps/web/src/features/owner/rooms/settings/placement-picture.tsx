import { useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './placement-picture.module.css';
import { placementView, placeTextOf, pointOf } from './placement-view.js';
import type { RoomValues } from './room-values.js';

type PlacementPictureProps = {
  values: RoomValues;
  chosenId: string | null;
  onChoose: (id: string) => void;
  onPlace: (place: { x: string; z: string }) => void;
};

/**
 * The room from above with its hotspots: a click on one opens it, a click elsewhere puts the open one there. For who
 * points; the same is done with the fields beside, so nothing in it takes the focus.
 */
export function PlacementPicture({ values, chosenId, onChoose, onPlace }: PlacementPictureProps) {
  const { t } = useTranslation('world');
  const ref = useRef<SVGSVGElement>(null);
  const view = placementView(values);
  const { x, z, width, depth } = view;
  const unit = Math.max(width, depth) / 30;
  const spawn = pointOf(values.spawnPoint);
  const [min, max] = [pointOf(values.boundsMin), pointOf(values.boundsMax)];

  const place = (event: MouseEvent): void => {
    const toScreen = ref.current?.getScreenCTM();
    if (toScreen === null || toScreen === undefined || chosenId === null) return;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(toScreen.inverse());
    onPlace(placeTextOf({ x: point.x, z: point.y }));
  };

  return (
    <figure className={styles['figure']}>
      <span className="visually-hidden">{t('placement.alt', { count: values.hotspots.length })}</span>
      <svg
        ref={ref}
        viewBox={[x, z, width, depth].join(' ')}
        aria-hidden="true"
        className={styles['picture']}
        style={{ aspectRatio: `${width} / ${depth}` }}
        data-placing={chosenId !== null || undefined}
        onClick={place}
      >
        <Grid {...view} />
        {min !== null && max !== null && (
          <rect
            x={min.x}
            y={min.z}
            width={Math.max(0, max.x - min.x)}
            height={Math.max(0, max.z - min.z)}
            className={styles['bounds']}
            strokeWidth={unit / 6}
          />
        )}
        {spawn !== null && (
          <path
            d={`M${spawn.x} ${spawn.z - unit}L${spawn.x + unit * 0.7} ${spawn.z + unit * 0.7}H${spawn.x - unit * 0.7}z`}
            transform={`rotate(${-Number(values.playerRotation) || 0} ${spawn.x} ${spawn.z})`}
            className={styles['spawn']}
          />
        )}
        {values.hotspots.map(({ id, position }, index) => {
          const point = pointOf(position);
          if (point === null) return null;
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- as above
            <g
              key={id}
              className={styles['spot']}
              data-chosen={id === chosenId || undefined}
              onClick={(event) => {
                if (id === chosenId) return;
                event.stopPropagation();
                onChoose(id);
              }}
            >
              <circle cx={point.x} cy={point.z} r={unit * 0.95} />
              <text x={point.x} y={point.z} dy="0.36em" fontSize={unit} textAnchor="middle">
                {index + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className={styles['caption']}>
        {chosenId === null ? t('placement.caption') : t('placement.captionPlacing')}
      </figcaption>
    </figure>
  );
}

function Grid({ x, z, width, depth }: { x: number; z: number; width: number; depth: number }) {
  const step = Math.max(width, depth) > 40 ? 5 : 1;
  const lines = (from: number, length: number): number[] => {
    const first = Math.ceil(from / step) * step;
    return Array.from({ length: Math.floor((from + length - first) / step) + 1 }, (_, index) => first + index * step);
  };
  return (
    <g className={styles['grid']} strokeWidth={Math.max(width, depth) / 600}>
      {lines(x, width).map((at) => (
        <line key={`x${at}`} x1={at} x2={at} y1={z} y2={z + depth} />
      ))}
      {lines(z, depth).map((at) => (
        <line key={`z${at}`} x1={x} x2={x + width} y1={at} y2={at} />
      ))}
    </g>
  );
}
