/**
 * The base of every error that a user can meet. A message says what happened, to which request, and what to do
 * next; it never holds a credential, an identity number or a document's bytes.
 */
export abstract class SmsError extends Error {
  abstract override readonly name: string;
}
