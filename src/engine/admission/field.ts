/**
 * Field errors: a type, a field, the value and a detail, and how the API server writes them.
 *
 * Upstream: k8s.io/apimachinery/pkg/util/validation/field/errors.go, pkg/api/errors/errors.go `NewInvalid`.
 */
import { formatValue, quote } from '../go.ts';
import type { Cause } from '../types.ts';
import type { FindingCode } from './codes.ts';

type ErrorType =
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueNotSupported'
  | 'FieldValueDuplicate'
  | 'FieldValueForbidden'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany';

const TITLES: Readonly<Record<ErrorType, string>> = {
  FieldValueRequired: 'Required value',
  FieldValueInvalid: 'Invalid value',
  FieldValueNotSupported: 'Unsupported value',
  FieldValueDuplicate: 'Duplicate value',
  FieldValueForbidden: 'Forbidden',
  FieldValueTooLong: 'Too long',
  FieldValueTooMany: 'Too many',
};

const WITHOUT_VALUE: ReadonlySet<ErrorType> = new Set([
  'FieldValueRequired',
  'FieldValueForbidden',
  'FieldValueTooLong',
]);

export type Params = Readonly<Record<string, string | number>>;

export interface FieldError {
  code: FindingCode;
  type: ErrorType;
  field: string;
  value: unknown;
  detail: string;
  /** What the explanation needs besides the value. */
  params: Params;
}

const make = (
  code: FindingCode,
  type: ErrorType,
  field: string,
  value: unknown,
  detail: string,
  params: Params = {},
): FieldError => ({ code, type, field, value, detail, params });

export const required = (code: FindingCode, field: string, detail = '', params?: Params): FieldError =>
  make(code, 'FieldValueRequired', field, '', detail, params);

export const invalid = (
  code: FindingCode,
  field: string,
  value: unknown,
  detail: string,
  params?: Params,
): FieldError => make(code, 'FieldValueInvalid', field, value, detail, params);

export const forbidden = (code: FindingCode, field: string, detail: string, params?: Params): FieldError =>
  make(code, 'FieldValueForbidden', field, '', detail, params);

export const duplicate = (code: FindingCode, field: string, value: unknown, params?: Params): FieldError =>
  make(code, 'FieldValueDuplicate', field, value, '', params);

export const tooLong = (code: FindingCode, field: string, limit: number): FieldError =>
  make(code, 'FieldValueTooLong', field, '', `may not be more than ${limit} bytes`, { limit });

export const tooMany = (field: string, count: number, limit: number): FieldError =>
  make('value-invalid', 'FieldValueTooMany', field, count, `must have at most ${limit} items`, { limit });

/** The values are listed in the order given, which is usually that of the alphabet. */
export function unsupported(
  code: FindingCode,
  field: string,
  value: unknown,
  values: readonly string[],
): FieldError {
  const detail = `supported values: ${values.map(quote).join(', ')}`;
  return make(code, 'FieldValueNotSupported', field, value, detail, { supported: values.join(', ') });
}

/** One error for each of the messages that a syntax check gives. */
export const invalidEach = (
  code: FindingCode,
  field: string,
  value: string,
  messages: readonly string[],
): FieldError[] => messages.map((message) => invalid(code, field, value, message));

/** `Invalid value: "x": must be …` */
export function errorBody(error: FieldError): string {
  const value = WITHOUT_VALUE.has(error.type) ? '' : `: ${formatValue(error.value)}`;
  return `${TITLES[error.type]}${value}${error.detail && `: ${error.detail}`}`;
}

export const toCause = (error: FieldError): Cause => ({
  reason: error.type,
  message: errorBody(error),
  field: error.field,
});

/** `[E1, E2]` of what differs, without brackets for one. */
export function aggregate(errors: readonly FieldError[]): string {
  const messages = [...new Set(errors.map((error) => `${error.field}: ${errorBody(error)}`))];
  return messages.length === 1 ? messages.join() : `[${messages.join(', ')}]`;
}
