import { z } from 'zod';
import { cafeCode, id, instant } from './identifiers.js';
import { image } from './images.js';
import { pageOf, pageQuery } from './pagination.js';
import { line } from './text.js';
import { worldData, worldDataChanges } from './world-data.js';

/** A room's part of the address, in the form of a café's code; the two name different things and may be the same. */
export const viewerCode = cafeCode;

export const viewerMapTypes = ['RENDER', 'COLLIDER'] as const;
export const viewerMapType = z.enum(viewerMapTypes).meta({ id: 'ViewerMapType' });

export const viewerMapVariants = ['ORIGINAL', 'DESKTOP', 'MOBILE'] as const;
export const viewerMapVariant = z.enum(viewerMapVariants).meta({ id: 'ViewerMapVariant' });

export const viewerMapStatuses = ['PROCESSING', 'READY', 'REFUSED'] as const;
export const viewerMapStatus = z.enum(viewerMapStatuses).meta({ id: 'ViewerMapStatus' });

/** A version of a room's geometry; versions count from 1 for each type. */
export const viewerMap = z
  .object({
    id,
    type: viewerMapType,
    version: z.int(),
    isDraco: z.boolean(),
    variants: z.array(z.object({ variant: viewerMapVariant, sizeBytes: z.int() })),
  })
  .meta({ id: 'ViewerMap' });

/** Where a file of a room's map can be fetched until `expiresAt`, ranges included. `contentHash`: SHA-256 of the file, hex. */
export const mapLink = z
  .object({
    mapId: id,
    type: viewerMapType,
    version: z.int(),
    variant: viewerMapVariant,
    url: z.string(),
    contentHash: z.string(),
    sizeBytes: z.int(),
    expiresAt: instant,
  })
  .meta({ id: 'MapLink' });

/** What a map costs whoever looks at it. `textureBytes`: in the graphics card's memory, with mipmaps. */
export const mapBudget = z
  .object({
    triangles: z.int(),
    drawCalls: z.int(),
    textures: z.int(),
    textureBytes: z.int(),
    nodes: z.int(),
    materials: z.int(),
  })
  .meta({ id: 'MapBudget' });

export const mapFindingSeverities = ['error', 'warning', 'info'] as const;

/** `code`: stable, for the owner's page to explain; `message`: in English, with what was found; `pointer`: where in the file, or empty. */
export const mapFinding = z
  .object({ severity: z.enum(mapFindingSeverities), code: z.string(), message: z.string(), pointer: z.string() })
  .meta({ id: 'MapFinding' });

/** What the check of a file has found and what it costs; `budget` of each variant that was made. */
export const mapReport = z
  .object({
    findings: z.array(mapFinding),
    budget: z.object({ original: mapBudget.nullable(), desktop: mapBudget.nullable(), mobile: mapBudget.nullable() }),
  })
  .meta({ id: 'MapReport' });

/** How far the work on a map is: 0 to 1. `stage`: what is being done. */
export const mapProgress = z
  .object({ stage: z.enum(['waiting', 'checking', 'converting', 'collider', 'storing']), done: z.number() })
  .meta({ id: 'MapProgress' });

export const mapSources = ['UPLOAD', 'DERIVED', 'STARTER_ROOM'] as const;

/**
 * `report`: null before the check. `progress`: null once it is over. `sourceMapId`: of a derived collider, what it was made from.
 * `fileId`: by which a keeper downloads a variant.
 */
export const managedViewerMap = viewerMap
  .extend({
    variants: z.array(z.object({ fileId: id, variant: viewerMapVariant, sizeBytes: z.int() })),
    status: viewerMapStatus,
    isActive: z.boolean(),
    source: z.enum(mapSources),
    sourceMapId: id.nullable(),
    report: mapReport.nullable(),
    progress: mapProgress.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'ManagedViewerMap' });

/** The pair that visitors get from now on, both of this room and READY: a new one, or an older one to go back to. */
export const activateMapsRequest = z
  .strictObject({ renderMapId: id, colliderMapId: id })
  .meta({ id: 'ActivateMapsRequest' });

/** What a link to a map's file carries: made by the server, of no other use. `expires`: seconds since 1970. */
export const mapFileQuery = z
  .strictObject({
    expires: z.string().regex(/^[0-9]{1,12}$/),
    participant: z.string().max(64),
    signature: z.string().max(100),
  })
  .partial();

/** The largest file of a map that is taken, in bytes. */
export const maxMapBytes = 500 * 1024 * 1024;

export const mapUploadStatuses = ['RECEIVING', 'RECEIVED'] as const;

/** A resumable upload (tus 1.0.0) of a map's file. `mapId`: of the map that it has become, null before. Unfinished it goes at `expiresAt`. */
export const mapUpload = z
  .object({
    id,
    status: z.enum(mapUploadStatuses),
    type: viewerMapType,
    fileName: z.string(),
    sizeBytes: z.int(),
    receivedBytes: z.int(),
    mapId: id.nullable(),
    expiresAt: instant,
  })
  .meta({ id: 'MapUpload' });

export const viewerCafe = z.object({ id, code: cafeCode, name: z.string() }).meta({ id: 'ViewerCafe' });

/** `isOpen`: visitors may enter: neither the room nor its café is hidden, and a map of each type is active. */
export const viewerSummary = z
  .object({
    id,
    code: viewerCode,
    name: z.string(),
    cafe: viewerCafe,
    isDisabled: z.boolean(),
    isOpen: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ViewerSummary' });

export const viewerPage = pageOf(viewerSummary).meta({ id: 'ViewerPage' });

const viewerContent = {
  worldData,
  /** The images that its photo hotspots name, in no order. */
  photos: z.array(image),
};

/** A room as a visitor enters it; `maps` is the active pair. */
export const viewer = z
  .object({
    code: viewerCode,
    name: z.string(),
    cafe: viewerCafe,
    ...viewerContent,
    maps: z.array(viewerMap),
    updatedAt: instant,
  })
  .meta({ id: 'Viewer' });

/** What its keepers see, all maps included, the newest first. The response's ETag is what `If-Match` must carry in an edit. */
export const managedViewer = viewerSummary
  .extend({ ...viewerContent, maps: z.array(managedViewerMap) })
  .meta({ id: 'ManagedViewer' });

/** `q`: words split on spaces, all must be found in the room's name or code or the café's name. */
export const viewerListQuery = pageQuery.extend({
  q: line(0, 100).optional(),
  cafeId: id.optional(),
  isDisabled: z.enum(['true', 'false']).optional(),
});

const viewerFields = { name: line(1, 60), worldData: worldDataChanges };

export const createViewerRequest = z
  .strictObject({ ...viewerFields, code: viewerCode, cafeId: id, worldData: viewerFields.worldData.default({}) })
  .meta({ id: 'CreateViewerRequest' });

/** Fields of `worldData` that are left out stay as well. */
export const updateViewerRequest = z
  .strictObject({ ...viewerFields, isDisabled: z.boolean() })
  .partial()
  .refine((value) => Object.values(value).some((field) => field !== undefined), 'name something to change')
  .meta({ id: 'UpdateViewerRequest' });

export type ViewerMapType = z.infer<typeof viewerMapType>;
export type ViewerMapStatus = z.infer<typeof viewerMapStatus>;
export type ViewerMap = z.infer<typeof viewerMap>;
export type MapLink = z.infer<typeof mapLink>;
export type MapBudget = z.infer<typeof mapBudget>;
export type MapFinding = z.infer<typeof mapFinding>;
export type MapReport = z.infer<typeof mapReport>;
export type MapProgress = z.infer<typeof mapProgress>;
export type MapFileQuery = z.infer<typeof mapFileQuery>;
export type MapUpload = z.infer<typeof mapUpload>;
export type ActivateMapsRequest = z.infer<typeof activateMapsRequest>;
export type ManagedViewerMap = z.infer<typeof managedViewerMap>;
export type ViewerCafe = z.infer<typeof viewerCafe>;
export type ViewerSummary = z.infer<typeof viewerSummary>;
export type ViewerPage = z.infer<typeof viewerPage>;
export type Viewer = z.infer<typeof viewer>;
export type ManagedViewer = z.infer<typeof managedViewer>;
export type ViewerListQuery = z.infer<typeof viewerListQuery>;
export type CreateViewerRequest = z.infer<typeof createViewerRequest>;
export type UpdateViewerRequest = z.infer<typeof updateViewerRequest>;
