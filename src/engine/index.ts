/** The door of the engine: Kubernetes, and nothing else. */
export { admit } from './admission/index.ts';
export { parseManifests, spanOf } from './parse.ts';
export * from './types.ts';
