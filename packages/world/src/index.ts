export * from './chat-log.js';
export * from './chat-text.js';
export * from './id-pool.js';
export * from './movement.js';
export { frameHeadroomBytes } from './frame-headroom.js';
export { defaultInterest, type InterestSettings } from './personal-frames.js';
export * from './token-bucket.js';
export * from './word-filter.js';
export * from './world.js';
