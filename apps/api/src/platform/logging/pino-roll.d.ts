declare module 'pino-roll' {
  import type { SonicBoom } from 'sonic-boom';

  /** The options this project uses; see pino-roll's README. */
  interface Options {
    file: string;
    extension: string;
    frequency: 'daily' | 'hourly';
    size: string;
    dateFormat: string;
    limit: { count: number };
    mkdir: boolean;
    sync: boolean;
    /** Bytes that wait for one write. */
    minLength: number;
    /** Milliseconds after which they are written anyhow. */
    periodicFlush: number;
  }

  export default function pinoRoll(options: Options): Promise<SonicBoom>;
}
