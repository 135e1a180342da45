/**
 * The syntax of names, labels and port names, in the words of the API server. Each check gives the messages of what fails.
 *
 * Upstream: k8s.io/apimachinery/pkg/util/validation/validation.go and pkg/api/validate/content (1.36).
 */
import { byteLength } from '../go.ts';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const LABEL_KEY = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?';

const ALPHANUMERIC_ENDS = 'and must start and end with an alphanumeric character';

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`);
const IS_LABEL = whole(LABEL);
const IS_SUBDOMAIN = whole(SUBDOMAIN);
const IS_LABEL_KEY = whole(LABEL_KEY);
const IS_LABEL_VALUE = whole(LABEL_VALUE);

/** `RegexError`: the rule, examples, the pattern. Two spaces before each "or", as upstream. */
function regexError(message: string, pattern: string, ...examples: string[]): string {
  const list = examples.map((example) => `'${example}'`).join(',  or ');
  return `${message} (e.g. ${list}, regex used for validation is '${pattern}')`;
}

const maxCharacters = (length: number): string => `must be no more than ${length} characters`;
const maxBytes = (length: number): string => `must be no more than ${length} bytes`;

/** DNS-1123 label: Service names, Service port names, container names. */
export function isDNS1123Label(value: string): string[] {
  const errors = byteLength(value) > 63 ? [maxCharacters(63)] : [];
  if (IS_LABEL.test(value)) return errors;
  if (IS_SUBDOMAIN.test(value)) return [...errors, 'must not contain dots'];
  const rule = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', ${ALPHANUMERIC_ENDS}`;
  return [...errors, regexError(rule, LABEL, 'my-name', '123-abc')];
}

function subdomain(value: string, tooLong: string): string[] {
  const errors = byteLength(value) > 253 ? [tooLong] : [];
  if (IS_SUBDOMAIN.test(value)) return errors;
  const rule = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', ${ALPHANUMERIC_ENDS}`;
  return [...errors, regexError(rule, SUBDOMAIN, 'example.com')];
}

/** DNS-1123 subdomain: external names, names of Pods and EndpointSlices. */
export const isDNS1123Subdomain = (value: string): string[] => subdomain(value, maxCharacters(253));

const KEY_RULE = `must consist of alphanumeric characters, '-', '_' or '.', ${ALPHANUMERIC_ENDS}`;
const keyError = (): string => regexError(KEY_RULE, LABEL_KEY, 'MyName', 'my.name', '123-abc');

/** Keys of labels and annotations, appProtocol, loadBalancerClass: a name with an optional DNS prefix. */
export function isLabelKey(value: string): string[] {
  const parts = value.split('/');
  const optionalPrefix = "with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
  if (parts.length > 2) return [`a valid label key ${keyError()} ${optionalPrefix}`];
  const [first = '', second] = parts;
  if (second === undefined) return labelKeyName(first);
  const prefix = first === '' ? ['must be non-empty'] : subdomain(first, maxBytes(253));
  return [...prefix.map((error) => `prefix part ${error}`), ...labelKeyName(second)];
}

function labelKeyName(name: string): string[] {
  const errors: string[] = [];
  if (name === '') errors.push('must be non-empty');
  else if (byteLength(name) > 63) errors.push(maxBytes(63));
  if (!IS_LABEL_KEY.test(name)) errors.push(keyError());
  return errors.map((error) => `name part ${error}`);
}

export function isLabelValue(value: string): string[] {
  const errors = byteLength(value) > 63 ? [maxBytes(63)] : [];
  if (IS_LABEL_VALUE.test(value)) return errors;
  const rule = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', ${ALPHANUMERIC_ENDS}`;
  return [...errors, regexError(rule, LABEL_VALUE, 'MyValue', 'my_value', '12345')];
}

/** IANA service name: targetPort, container port names. */
export function isPortName(value: string): string[] {
  const errors: string[] = [];
  if (byteLength(value) > 15) errors.push(maxCharacters(15));
  if (!/^[-a-z0-9]+$/.test(value))
    errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  if (!/[a-z]/.test(value)) errors.push('must contain at least one letter (a-z)');
  if (value.includes('--')) errors.push('must not contain consecutive hyphens');
  if (/^-|-$/.test(value)) errors.push('must not begin or end with a hyphen');
  return errors;
}

export const isPortNumber = (value: number): string[] =>
  value >= 1 && value <= 65535 ? [] : ['must be between 1 and 65535, inclusive'];

/** What may stand in the path of a URL; IPAddress objects name their Service there. */
export function isPathSegment(value: string): string[] {
  if (value === '.' || value === '..') return [`may not be '${value}'`];
  return ['/', '%'].filter((character) => value.includes(character)).map((c) => `may not contain '${c}'`);
}
