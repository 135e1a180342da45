/** The bank of questions, for all languages. */
import { practiceBank } from '../practice.ts';

export function GET(): Response {
  return new Response(JSON.stringify(practiceBank()), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}
