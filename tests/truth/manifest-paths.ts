/** Reading and removing the value at a path as the API server prints it: `spec.ports[0].targetPort`, `metadata.annotations[key]`. */
import type { Decision, KubeObject } from '../../src/engine/index.ts';

type Container = Record<string, unknown>;

function keysOf(path: string): string[] {
  return [...path.matchAll(/\[([^\]]+)\]|[^.[\]]+/g)].map(([key, bracketed]) => bracketed ?? key);
}

export function at(object: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>((value, key) => (value as Container | undefined)?.[key], object);
}

export function writtenObject(objects: readonly KubeObject[], name: string): KubeObject | undefined {
  return objects.find(
    ({ kind, metadata }) => `${kind}/${metadata.namespace ?? 'default'}/${metadata.name}` === name,
  );
}

export function namesValue(objects: readonly KubeObject[], { object, path }: Decision): boolean {
  return at(writtenObject(objects, object), path) !== undefined;
}

export function without(objects: readonly KubeObject[], { object, path }: Decision): KubeObject[] {
  const copies = structuredClone(objects) as KubeObject[];
  const keys = keysOf(path);
  const last = keys.pop() ?? '';
  const container = keys.reduce<unknown>(
    (value, key) => (value as Container)[key],
    writtenObject(copies, object),
  );
  if (Array.isArray(container)) container.splice(Number(last), 1);
  else delete (container as Container)[last];
  return copies;
}
