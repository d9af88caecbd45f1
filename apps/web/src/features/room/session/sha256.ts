/** Lower-case hex; null where the browser cannot tell: without https. */
export async function sha256(bytes: ArrayBuffer): Promise<string | null> {
  // Absent without https, whatever the types say.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
