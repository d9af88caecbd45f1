/** The browser or its graphics driver gives no WebGL 2: no room can be shown here. */
export class WebGlMissingError extends Error {
  constructor(options?: ErrorOptions) {
    super('This browser offers no WebGL 2; switch hardware acceleration on or use another browser', options);
    this.name = 'WebGlMissingError';
  }
}

/** A map's bytes are no GLB that the viewer reads; `map` says which of the two. */
export class MapUnreadableError extends Error {
  constructor(
    readonly map: 'render' | 'collider',
    options?: ErrorOptions,
  ) {
    super(`The room's ${map} map cannot be read; upload it anew`, options);
    this.name = 'MapUnreadableError';
  }
}
