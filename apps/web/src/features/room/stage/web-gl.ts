let isThere: boolean | undefined;

/** Whether this browser draws WebGL 2 at all; asked once. */
export function hasWebGl2(): boolean {
  isThere ??= askForContext();
  return isThere;
}

function askForContext(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers keep a few contexts only: this one makes room at once.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
