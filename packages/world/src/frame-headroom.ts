/** Bytes before each frame, in the same buffer, that are free for whoever puts it into a message: a WebSocket's header has at most 10. */
export const frameHeadroomBytes = 10;

/** A copy of a frame that has them. */
export function withHeadroom(frame: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(frameHeadroomBytes + frame.byteLength);
  bytes.set(frame, frameHeadroomBytes);
  return bytes.subarray(frameHeadroomBytes);
}
