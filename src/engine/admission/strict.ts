/**
 * What strict decoding finds in a document: duplicate keys, a value of the wrong type, unknown fields.
 */
import { duplicateFinding, strictFinding, typeFinding } from '../findings.ts';
import { textAt } from '../json.ts';
import type { SourceText } from '../source.ts';
import type { Finding } from '../types.ts';
import type { YamlDocument } from '../yaml/decode.ts';
import { decodeTyped } from './decode.ts';
import { RESOURCES } from './schema.ts';

/** For the kinds that are decoded here; of others only duplicate keys are found. */
export function admissionFindings({ json, duplicates }: YamlDocument, source: SourceText): Finding[] {
  const twice = duplicates.map((duplicate) => duplicateFinding(duplicate, source, 'error'));
  const text = (key: string): string => textAt(json, key);
  const resource = RESOURCES.find(
    ({ kind, group, version }) =>
      kind === text('kind') && (group ? `${group}/${version}` : version) === text('apiVersion'),
  );
  if (!resource) return twice;
  const { error, strict } = decodeTyped(resource.type, json);
  const unknown = strict.map((item) => strictFinding(item, source, 'error'));
  return [...twice, ...(error ? [typeFinding(error, source)] : []), ...unknown];
}
