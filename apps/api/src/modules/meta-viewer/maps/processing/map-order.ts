import type { MapFinding, MapProgress, MapReport, ViewerMapType } from '@virtualcafe/contracts';

/** What the process that works on maps is asked for. */
export interface MapOrder {
  readonly type: ViewerMapType;
  /** The uploaded file. */
  readonly path: string;
  /** Where the files it makes go. */
  readonly folder: string;
}

/** A file that was made. */
export interface MadeFile {
  readonly path: string;
  /** SHA-256 of its content, hex. */
  readonly hash: string;
  readonly sizeBytes: number;
}

/** What was made: of a COLLIDER only `desktop`. */
export interface MapWork {
  readonly isDraco: boolean;
  readonly report: MapReport;
  readonly desktop: MadeFile;
  readonly mobile?: MadeFile;
  readonly collider?: MadeFile;
}

export type MapMessage =
  | { readonly kind: 'progress'; readonly progress: MapProgress }
  | { readonly kind: 'done'; readonly work: MapWork }
  | { readonly kind: 'refused'; readonly findings: MapFinding[] };

export type MapOutcome = Exclude<MapMessage, { kind: 'progress' }>;
