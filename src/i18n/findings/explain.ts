/** A finding → the two sentences that explain it. */
import type { Finding } from '../../engine/types.ts';
import type { Lang } from '../locales.ts';
import { fill } from '../plural.ts';
import { findingWords } from './index.ts';
import type { Explanation } from './messages.ts';

/** What is wrong and what to change, with the values of this finding in place. */
export function explain(lang: Lang, finding: Finding): Explanation {
  const { what, fix } = findingWords(lang)[finding.code as keyof ReturnType<typeof findingWords>];
  const values = { field: finding.path ?? '', ...finding.params };
  return { what: fill(what, values), fix: fill(fix, values) };
}
