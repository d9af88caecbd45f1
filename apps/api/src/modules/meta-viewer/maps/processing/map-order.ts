import type { MapFinding, MapProgress, MapReport, ViewerMapType } from '@virtualcafe/contracts';

/** What the process that works on maps is asked for. */
export interface MapOrder {
  readonly type: ViewerMapType;
  /** The uploaded file. */
  readonly path: string;
  /** Where the files it makes go. */
  readonly folder: string;
  /** 0 to 19: how far the process stands back behind others. */
  readonly niceness: number;
}

/** What was made, by path: of a COLLIDER only `desktop`. */
export interface MapWork {
  readonly isDraco: boolean;
  readonly report: MapReport;
  readonly desktop: string;
  readonly mobile?: string;
  readonly collider?: string;
}

export type MapMessage =
  | { readonly kind: 'progress'; readonly progress: MapProgress }
  | { readonly kind: 'done'; readonly work: MapWork }
  | { readonly kind: 'refused'; readonly findings: MapFinding[] };

export type MapOutcome = Exclude<MapMessage, { kind: 'progress' }>;
