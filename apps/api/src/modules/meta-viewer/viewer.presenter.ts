import type {
  ManagedViewer,
  ManagedViewerMap,
  Viewer,
  ViewerCafe,
  ViewerMap,
  ViewerSummary,
} from '@virtualcafe/contracts';
import { presentImage } from '../image-upload/image.presenter.js';
import type { ViewerPageRecord, ViewerSummaryRecord } from './viewer-records.js';
import { completeWorldData } from './viewer.rules.js';

export const presentSummary = (viewer: ViewerSummaryRecord): ViewerSummary => ({
  id: viewer.id,
  code: viewer.code,
  name: viewer.name,
  cafe: presentCafe(viewer.cafe),
  isDisabled: viewer.isDisabled,
  isOpen: viewer.isOpen,
  createdAt: toInstant(viewer.createdAt),
  updatedAt: toInstant(viewer.updatedAt),
});

export const presentViewer = (viewer: ViewerPageRecord): Viewer => ({
  code: viewer.code,
  name: viewer.name,
  cafe: presentCafe(viewer.cafe),
  worldData: completeWorldData(viewer.worldData),
  photos: viewer.photos.map(presentImage),
  maps: viewer.maps.filter(({ isActive }) => isActive).map(presentMap),
  updatedAt: toInstant(viewer.updatedAt),
});

export const presentManagedViewer = (viewer: ViewerPageRecord): ManagedViewer => ({
  ...presentSummary(viewer),
  worldData: completeWorldData(viewer.worldData),
  photos: viewer.photos.map(presentImage),
  maps: viewer.maps.map(presentManagedMap),
});

const presentCafe = ({ id, code, name }: ViewerCafe): ViewerCafe => ({ id, code, name });

const presentMap = (map: ViewerMap): ViewerMap => ({
  id: map.id,
  type: map.type,
  version: map.version,
  isDraco: map.isDraco,
  variants: map.variants.map(({ variant, sizeBytes }) => ({ variant, sizeBytes })),
});

const presentManagedMap = (map: ManagedViewerMap): ManagedViewerMap => ({
  ...presentMap(map),
  variants: map.variants.map(({ fileId, variant, sizeBytes }) => ({ fileId, variant, sizeBytes })),
  status: map.status,
  isActive: map.isActive,
  source: map.source,
  sourceMapId: map.sourceMapId,
  report: map.report,
  progress: map.progress,
  createdAt: toInstant(map.createdAt),
});

const toInstant = (written: string): string => new Date(written).toISOString();
