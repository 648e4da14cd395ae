import { parseDuration } from "../duration";
import { InvalidDurationError, InvalidSettingError } from "../errors";

/** What bounds each request, in milliseconds. */
export interface Limits {
  /** Until the connection stands, its TLS included. */
  readonly connectTimeout: number;
  /** The whole exchange: connection, request, headers and body of the answer. */
  readonly requestTimeout: number;
  /** How often a request is sent at most. */
  readonly maxTries: number;
}

const DEFAULT_LIMITS: Limits = { connectTimeout: 10_000, requestTimeout: 60_000, maxTries: 3 };

const LONGEST = 3_600_000;

/**
 * Reads the settings `connectTimeout`, `requestTimeout` and `maxTries` of a vendor's namespace.
 * @param read gives a setting by its full name, undefined where it is not given
 * @throws InvalidSettingError
 */
export function parseLimits(namespace: string, read: (setting: string) => string | undefined): Limits {
  const timeout = (name: "connectTimeout" | "requestTimeout"): number => {
    const setting = `${namespace}:${name}`;
    const text = read(setting);
    if (text === undefined) return DEFAULT_LIMITS[name];
    const duration = durationOf(setting, text);
    if (duration === 0 || duration > LONGEST) throw new InvalidSettingError(setting, "it must be between 1s and 1h");
    return duration;
  };
  return {
    connectTimeout: timeout("connectTimeout"),
    requestTimeout: timeout("requestTimeout"),
    maxTries: triesOf(`${namespace}:maxTries`, read),
  };
}

function durationOf(setting: string, text: string): number {
  try {
    return parseDuration(text);
  } catch (error) {
    if (error instanceof InvalidDurationError) throw new InvalidSettingError(setting, error.message);
    throw error;
  }
}

function triesOf(setting: string, read: (setting: string) => string | undefined): number {
  const text = read(setting);
  if (text === undefined) return DEFAULT_LIMITS.maxTries;
  if (!/^([1-9]|10)$/.test(text)) throw new InvalidSettingError(setting, "it must be a whole number from 1 to 10");
  return Number(text);
}
