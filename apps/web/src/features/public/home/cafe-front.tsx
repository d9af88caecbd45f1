import { classNames } from '../../../components/class-names.js';
import styles from './cafe-front.module.css';

/** The picture of the first page: a small café in the evening sun, its door open. Drawn in the colours of the theme. */
export const CafeFront = ({ className }: { className?: string | undefined }) => (
  <svg viewBox="0 0 680 560" className={classNames(styles['front'], className)} aria-hidden="true" fill="none">
    <Sky />
    <House />
    <LitWindow x={96} />
    <LitWindow x={468} />
    <g className={styles['reader']}>
      <Reader />
    </g>
    <HangingPlant />
    <Doorway />
    <Street />
  </svg>
);

const Sky = () => (
  <>
    <circle cx="566" cy="118" r="74" fill="var(--sun)" />
    <path
      className={styles['stars']}
      d="M92 70v8M88 74h8M172 34v6M169 37h6M430 30v8M426 34h8M640 240v6M637 243h6"
      stroke="var(--sun)"
      strokeWidth="2"
      strokeLinecap="round"
    />
    <path d="M618 500V330c0-40 62-40 62 0v170Z" fill="var(--leaf-far)" />
    <path d="M649 500V390" stroke="var(--trunk)" strokeWidth="6" strokeLinecap="round" />
    <path d="M0 500V392c0-38 58-38 58 0v108Z" fill="var(--leaf-far)" />
    <path d="M28 500v-72" stroke="var(--trunk)" strokeWidth="6" strokeLinecap="round" />
  </>
);

const House = () => (
  <>
    <path d="M60 500V112h560v388Z" fill="var(--wall)" />
    <path d="M60 452h560v48H60Z" fill="var(--wall-foot)" />
    <rect x="42" y="84" width="596" height="30" rx="10" fill="var(--wood)" />
    <path d="M84 148h512" stroke="var(--wood)" strokeWidth="1.5" opacity=".35" />
    <path d="M84 132c60 34 118 34 170 6s118-30 172 0 112 28 170-6" stroke="var(--wood)" strokeWidth="2" />
    <g fill="var(--lamp)">
      {[118, 160, 204, 296, 340, 384, 474, 520, 562].map((x, index) => (
        <circle
          key={x}
          cx={x}
          cy={[157, 162, 158, 128, 123, 126, 156, 161, 156][index]}
          r="6"
          className={styles['bulb']}
        />
      ))}
    </g>
  </>
);

const LitWindow = ({ x }: { x: number }) => (
  <g transform={`translate(${x} 232)`}>
    <path d="M0 200V58a58 58 0 0 1 116 0v142Z" fill="var(--wood)" />
    <path d="M9 191V59a49 49 0 0 1 98 0v132Z" fill="var(--light)" />
    <path d="M58 10v181M9 104h98" stroke="var(--wood)" strokeWidth="6" />
    <rect x="-10" y="196" width="136" height="14" rx="7" fill="var(--wood)" />
    <path
      d="M-12 66h140l12 34a12 12 0 0 1-24 2 12 12 0 0 1-24 0 12 12 0 0 1-24 0 12 12 0 0 1-24 0 12 12 0 0 1-24 0 12 12 0 0 1-24 0 12 12 0 0 1-20-2Z"
      fill="var(--awning)"
    />
    <path
      d="m11 66-7 36a12 12 0 0 0 20 0l5-36ZM53 66l-1 36a12 12 0 0 0 24 0l-3-36ZM97 66l3 36a12 12 0 0 0 24 0l-9-36Z"
      fill="var(--awning-stripe)"
    />
  </g>
);

const Reader = () => (
  <>
    <circle cx="540" cy="366" r="15" fill="var(--person)" />
    <path d="M518 423v-16c0-14 10-22 22-22s22 8 22 22v16Z" fill="var(--person)" />
    <path d="m500 404 18 6 18-6v17l-18 4-18-4Z" fill="var(--page)" />
    <path d="M518 410v15" stroke="var(--person)" strokeWidth="1.5" />
  </>
);

const HangingPlant = () => (
  <>
    <path d="M181 342v26" stroke="var(--wood)" strokeWidth="1.5" />
    <path d="M169 368h24l-4 16h-16Z" fill="var(--awning)" />
    <path
      d="M172 370c-14 4-12 26-18 32M181 372c-2 16 2 24-4 38M190 370c14 6 8 24 14 36"
      stroke="var(--leaf-near)"
      strokeWidth="5"
      strokeLinecap="round"
    />
  </>
);

const Doorway = () => (
  <>
    <path className={styles['spill']} d="M262 500h156l64 60H198Z" fill="var(--lamp)" />
    <path d="M248 500V280a92 92 0 0 1 184 0v220Z" fill="var(--wood)" />
    <path d="M262 500V282a78 78 0 0 1 156 0v218Z" fill="var(--light)" />
    <path d="M292 206v44M384 206v28" stroke="var(--person)" strokeWidth="2" />
    <path d="M274 270a18 18 0 0 1 36 0ZM368 252a16 16 0 0 1 32 0Z" fill="var(--awning)" />
    <g className={styles['glow']} fill="var(--lamp)">
      <ellipse cx="292" cy="271" rx="14" ry="5" />
      <ellipse cx="384" cy="253" rx="12" ry="4.5" />
    </g>
    <path d="M306 326h104M306 364h104" stroke="var(--wood)" strokeWidth="5" strokeLinecap="round" />
    <path
      d="M316 323v-14h14v14ZM338 323v-20h10v20ZM356 323v-12h16v12ZM382 323v-18h12v18ZM318 361v-16h12v16ZM340 361v-11h18v11ZM368 361v-20h9v20ZM386 361v-13h14v13Z"
      fill="var(--shelf)"
    />
    <path d="M262 432h156v68H262Z" fill="var(--counter)" />
    <path d="M262 424h156v12H262Z" fill="var(--person)" />
    <path d="M346 424v-34h56v34Z" fill="var(--person)" />
    <path d="M354 398h40v8h-40Z" fill="var(--light)" />
    <path d="M362 410v5M386 410v5" stroke="var(--light)" strokeWidth="4" strokeLinecap="round" />
    <path d="M284 404h28v7a12 12 0 0 1-12 12h-4a12 12 0 0 1-12-12Z" fill="var(--page)" />
    <path d="M312 407h4a5 5 0 0 1 0 10h-5" stroke="var(--page)" strokeWidth="3.5" />
    <path
      className={styles['steam']}
      d="M292 396c-5-6 5-9 0-15M303 396c-5-6 5-9 0-15"
      stroke="var(--person)"
      strokeWidth="2.5"
      strokeLinecap="round"
    />
    <path d="M248 500V280c0-26-12-48-34-60v292Z" fill="var(--door)" />
    <path d="M240 408V296c0-16-6-28-17-38v140Z" fill="var(--light)" opacity=".55" />
    <circle cx="223" cy="426" r="4.5" fill="var(--lamp)" />
  </>
);

const Street = () => (
  <>
    <path d="M10 500h660" stroke="var(--person)" strokeWidth="4" strokeLinecap="round" />
    <path d="M78 500v-40h54v40Z" fill="var(--pot)" />
    <path
      d="M105 462c-34-8-36-44-22-60 18 12 26 34 22 60Zm0 0c30-6 44-36 34-66-20 10-34 36-34 66Zm0 0c-6-30 0-64 6-84 14 22 12 58-6 84Z"
      fill="var(--leaf-near)"
    />
    <path d="M450 500v-32h44v32Z" fill="var(--pot)" />
    <path
      d="M472 470c-24-4-30-26-24-42 16 6 24 22 24 42Zm0 0c24-4 30-26 24-42-16 6-24 22-24 42Z"
      fill="var(--leaf-near)"
    />
    <path d="m148 500 12-74h38l12 74h-12l-4-24h-30l-4 24Z" fill="var(--wood)" />
    <path d="M165 434h28l5 32h-38Z" fill="var(--board)" />
    <path d="M170 443h18M169 451h14M168 459h20" stroke="var(--page)" strokeWidth="2.5" strokeLinecap="round" />
    <g fill="var(--person)">
      <path d="M560 500c-6-26 2-46 20-50 14 6 20 28 16 50Z" />
      <path d="M562 440l2-16 9 9h12l9-9 2 16c0 12-8 18-17 18s-17-6-17-18Z" />
      <path
        className={styles['tail']}
        d="M594 494c16 4 26-6 24-22"
        stroke="var(--person)"
        strokeWidth="7"
        strokeLinecap="round"
        fill="none"
      />
    </g>
    <path d="M571 440h.1M587 440h.1" stroke="var(--lamp)" strokeWidth="4" strokeLinecap="round" />
  </>
);
