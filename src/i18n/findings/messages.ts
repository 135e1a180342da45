/**
 * What the engine finds wrong, for people: one sentence for what it is, one for what to change. The server's own words are shown
 * beside them, untranslated.
 *
 * Placeholders: `{field}` the path as the server prints it, `{value}` what stands there, and what the code itself names
 * (`{range}`, `{supported}`, `{suggestion}`, …). A code without both sentences is a compile error.
 */
import type { FindingCode } from '../../engine/admission/codes.ts';
import type { ConnectionFindingCode } from '../../engine/types.ts';

export interface Explanation {
  what: string;
  fix: string;
}

export type FindingMessages = Readonly<Record<FindingCode | ConnectionFindingCode, Explanation>>;
