/**
 * The one server a recording talks to: an API server behind `kubectl proxy`.
 *
 * What a manifest can be answered is an answer; anything else (no connection, no rights, no Kubernetes) ends the recording with a message.
 */
import { setTimeout as wait } from 'node:timers/promises';

/** What went wrong and what to do about it, for whoever runs the command. */
export class RecordingError extends Error {
  override name = 'RecordingError';
}

export interface Reply {
  http: number;
  body: unknown;
  warnings: readonly string[];
}

export interface Question {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: Uint8Array | object;
  contentType?: string;
  signal?: AbortSignal;
}

/** A Warning header as the API server writes it: `299 - "text"`, with \ and " escaped; several are joined by commas. */
const WARNING = /299 \S+ "((?:[^"\\]|\\.)*)"/g;
const ATTEMPTS = 6;

export class Server {
  readonly #base: string;

  constructor(base: URL) {
    this.#base = base.href.replace(/\/+$/, '');
  }

  /** Busy servers (429, 503) are asked again, as their Retry-After says. */
  async ask(question: Question): Promise<Reply> {
    for (let attempt = 1; ; attempt++) {
      const response = await this.#fetch(question);
      const busy = response.status === 429 || response.status === 503;
      if (!busy || attempt === ATTEMPTS) return this.#reply(question, response);
      await response.body?.cancel();
      await wait(1000 * Number(response.headers.get('retry-after') ?? 1), undefined, options(question));
    }
  }

  async #fetch({ method, path, query = {}, body, contentType, signal }: Question): Promise<Response> {
    const search = new URLSearchParams(query).toString();
    const raw = body === undefined || body instanceof Uint8Array;
    const headers = { Accept: 'application/json', 'Content-Type': contentType ?? 'application/json' };
    try {
      return await fetch(`${this.#base}${path}${search && `?${search}`}`, {
        method,
        redirect: 'error',
        headers,
        ...(body === undefined
          ? {}
          : { body: raw ? new Uint8Array(body as Uint8Array) : JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw new RecordingError(
        `${this.#base} does not answer (${causeOf(error)}). Is \`kubectl proxy\` running there?`,
      );
    }
  }

  async #reply({ method, path }: Question, response: Response): Promise<Reply> {
    const text = await response.text();
    const body = parsed(text);
    if (body === undefined)
      throw new RecordingError(
        `${this.#base} does not answer as an API server does: ${method} ${path} gave HTTP ${response.status} and no JSON.`,
      );
    if ([401, 403, 429, 503].includes(response.status))
      throw new RecordingError(
        `${this.#base} does not let us ${method} ${path}: HTTP ${response.status}, ${messageOf(body)}`,
      );
    return { http: response.status, body, warnings: warningsOf(response.headers.get('warning') ?? '') };
  }
}

const options = ({ signal }: Question): { signal?: AbortSignal } => (signal ? { signal } : {});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const messageOf = (body: unknown): string => String((body as { message?: unknown } | null)?.message);

/** Header bytes arrive as Latin-1; the server sent UTF-8. */
function warningsOf(header: string): string[] {
  const text = Buffer.from(header, 'latin1').toString('utf8');
  return [...text.matchAll(WARNING)].map(([, quoted = '']) => quoted.replace(/\\(.)/g, '$1'));
}

function causeOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
}
