// @ts-check
// Lets a plain Node process run our TypeScript sources: `node --conditions=source --import …/hooks.mjs FILE.ts`. For tests that need a
// process of their own, to be killed; everything else runs in the test runner.
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformWithOxc } from 'vite';

// Hooks run in a thread that imports this file too.
if (isMainThread) {
  register(import.meta.url);
  Object.assign(globalThis, { babelHelpers: { decorate, decorateMetadata: Reflect.metadata, decorateParam } });
}

/**
 * What TypeScript's `__decorate` does; `descriptor` is null for a member, to be looked up.
 * @param {(ClassDecorator | MethodDecorator)[]} decorators
 * @param {object} target
 * @param {string} [key]
 * @param {PropertyDescriptor | null} [descriptor]
 */
function decorate(decorators, target, key, descriptor) {
  if (key === undefined) return Reflect.decorate(decorators, target);
  const found = descriptor === null ? Object.getOwnPropertyDescriptor(target, key) : descriptor;
  const decorated = Reflect.decorate(decorators, target, key, found);
  if (decorated !== undefined && descriptor !== undefined) Object.defineProperty(target, key, decorated);
  return decorated;
}

/**
 * @param {number} index
 * @param {ParameterDecorator} decorator
 * @returns {(target: object, key?: string | symbol) => void}
 */
function decorateParam(index, decorator) {
  return (target, key) => decorator(target, key, index);
}

/** @type {import('node:module').ResolveHook} */
export function resolve(specifier, context, nextResolve) {
  // The program of a child that the sources start is named whole, and has no parent.
  if (/^(?:\.|file:).*\.js$/.test(specifier)) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return nextResolve(specifier, context);
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context);
  const path = fileURLToPath(url);
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, {
    decorator: { legacy: true, emitDecoratorMetadata: true },
    // `babelHelpers`, below: the package of helpers that would be imported otherwise is not installed.
    helpers: { mode: 'External' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
