/** Headers of every answer: it is what it says, nothing in it runs, and no other site frames or uses it. */
export const answerHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

// three.js's decoders need WebAssembly and blob workers; styles are set from scripts.
const pageContentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss: blob:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of pages, in place of or beside those of every answer: what a page may do, and what it tells other sites. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': pageContentSecurityPolicy,
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'x-permitted-cross-domain-policies': 'none',
};

const onlyOurselves = "frame-ancestors 'none'";

/**
 * As `pageHeaders`, for a page that these other sites may show within theirs; with none, nobody may. `X-Frame-Options` knows no list, and
 * would forbid it to browsers that read both. The opener policy stays: within a frame it says nothing, in a window of its own it protects.
 * @param ancestors Origins, checked by whoever read them.
 */
export function framedPageHeaders(ancestors: readonly string[]): Readonly<Record<string, string>> {
  if (ancestors.length === 0) return pageHeaders;
  const { 'x-frame-options': _denied, ...rest } = pageHeaders;
  const policy = pageContentSecurityPolicy.replace(onlyOurselves, `frame-ancestors ${ancestors.join(' ')}`);
  return { ...rest, 'content-security-policy': policy };
}
