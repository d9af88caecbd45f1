import type { Avatar, Frame, Participant, RoomEvents, Transform, WorldData } from '@virtualcafe/contracts';

/** The files of a room's maps, fetched and checked by whoever opens the viewer; GLB. */
export interface MapFiles {
  readonly render: ArrayBuffer;
  readonly collider: ArrayBuffer;
}

/** Texts that are drawn within the scene, in the visitor's language. */
export interface ViewerTexts {
  /** Of each hotspot by its id. */
  readonly hotspotLabels: ReadonlyMap<string, string>;
}

/** What the viewer tells whoever opened it. Called within a frame: do little. */
export interface ViewerEvents {
  /** Where oneself is, at most 20 times a second while something changes, once a second in a hidden page. */
  readonly onMove: (transform: Transform) => void;
  /** A hotspot was clicked, tapped, or walked up to and the action key pressed. */
  readonly onHotspot: (hotspotId: string) => void;
  /** The hotspot near enough for the action key; null when there is none any more. */
  readonly onNearHotspot: (hotspotId: string | null) => void;
  /** Somebody else was clicked. */
  readonly onPerson: (participantId: number) => void;
  /** The graphics card took its memory away, or gave it back and everything stands again. */
  readonly onContextLost: (isLost: boolean) => void;
  /** Something failed that the viewer cannot mend by itself. */
  readonly onFailure: (error: Error) => void;
}

export interface ViewerOptions extends ViewerEvents {
  readonly canvas: HTMLCanvasElement;
  readonly world: WorldData;
  readonly maps: MapFiles;
  readonly texts: ViewerTexts;
  /** Oneself, who is not in `people`. */
  readonly self: Participant;
  /** Where one stands at first; the world's spawn point when there is none. */
  readonly start: Pick<Transform, 'x' | 'y' | 'z' | 'yaw'> | null;
  /** Milliseconds between the server's ticks at first. */
  readonly tickMs: number;
  /** Whoever wants less motion gets no camera easing and no emote loops. */
  readonly reducedMotion: boolean;
  /** What was chosen; `auto` adapts to the device as it goes. */
  readonly quality: ViewerQuality;
  /** How far opening is: 0 to 1. */
  readonly onProgress: (done: number) => void;
}

export type ViewerQuality = 'auto' | 'low' | 'medium' | 'high';

/** Steering from outside the canvas: the on-screen stick and buttons. −1 to 1; `forward` positive is away from the camera. */
export interface SteeringInput {
  readonly right: number;
  readonly forward: number;
}

/** Counts for the profile and the tests. */
export interface ViewerFigures {
  readonly people: number;
  readonly drawCalls: number;
  readonly triangles: number;
  /** Median milliseconds of our script in a frame, over the last 120 frames. */
  readonly scriptMs: number;
  readonly framesPerSecond: number;
  readonly pixelRatio: number;
}

/** An open room on a canvas. After `dispose` nothing of it is left: no listener, timer, worker, or byte on the graphics card. */
export interface RoomViewer {
  /** Everybody else, anew: after a welcome. */
  setPeople(people: readonly Participant[]): void;
  /** Who came, went or changed. */
  changePeople(change: RoomEvents['roster']): void;
  /** A frame as it came over the wire and was decoded; `atMs` of `performance.now()` at its arrival. */
  takeFrame(frame: Frame, atMs: number): void;
  setTickMs(tickMs: number): void;
  /** The server puts one elsewhere. */
  correct(place: RoomEvents['corrected']): void;
  /** Oneself anew, perhaps with another number: after a welcome. */
  setSelf(self: Participant): void;
  /** How oneself looks from now on. */
  setAvatar(avatar: Avatar): void;
  /** Plays an emote (its animation number, from 16 on) until it is over or one moves. */
  playEmote(animation: number): void;
  sit(): void;
  jump(): void;
  steer(input: SteeringInput): void;
  /** Words above somebody's head for a while; oneself included. */
  showSpeech(participantId: number, text: string): void;
  /** Takes one to a hotspot at once, facing it; false when there is none of this id. */
  goToHotspot(hotspotId: string): boolean;
  /** Other maps or another world without leaving: the old ones stay until the new ones stand. */
  replaceWorld(world: WorldData, maps: MapFiles | null, texts: ViewerTexts): Promise<void>;
  setTexts(texts: ViewerTexts): void;
  setQuality(quality: ViewerQuality): void;
  setReducedMotion(reducedMotion: boolean): void;
  /** While a dialog or the chat has the keyboard, keys steer nobody. */
  setKeyboardActive(isActive: boolean): void;
  /** Where everybody is now, oneself first: for tests and the roster's distances. */
  positions(): readonly { readonly id: number; readonly x: number; readonly y: number; readonly z: number }[];
  figures(): ViewerFigures;
  /** An image of the room as it is seen now, JPEG, at most so wide: for a poster. */
  takePicture(widthPixels: number): Promise<Blob>;
  dispose(): void;
}

/** Opens a room on a canvas. Rejects when the maps cannot be read or WebGL 2 is missing (`WebGlMissingError`). */
export type OpenRoomViewer = (options: ViewerOptions) => Promise<RoomViewer>;
