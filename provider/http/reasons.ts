/** Why no connection came about, in words that quote nothing. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
}

const WORDS: { readonly [code: string]: string } = {
  ENOTFOUND: "the host's name is not known",
  EAI_AGAIN: "the host's name could not be looked up just now",
  ECONNREFUSED: "the connection was refused",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "the connection timed out",
  ECONNRESET: "the other side closed the connection before the whole answer came",
  UND_ERR_SOCKET: "the other side closed the connection before the whole answer came",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the other side closed the connection before the whole answer came",
  EPIPE: "the other side closed the connection",
  UND_ERR_INVALID_ARG:
    "a credential or another header has a character that HTTP does not allow: a line break, or a character outside ASCII",
  UND_ERR_HEADERS_OVERFLOW: "the answer's head is too long",
};

/** Why an exchange failed, in words, from an error's code: its message and its parts may quote what was sent. */
export function reasonOf(error: Error): string {
  if (error instanceof ConnectionError) return error.message;
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return `${WORDS[code] ?? wordsOfFamily(code)} (${code})`;
}

function wordsOfFamily(code: string): string {
  if (/^HPE_|^HTTPParserError$/.test(code)) return "the answer is not HTTP";
  if (/CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_VERIFY/.test(code))
    return "the protected connection (TLS) failed";
  return "the exchange failed";
}
