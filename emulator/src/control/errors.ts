import { largestBody } from "../server/body";

/** What the control plane refuses: what is wrong, and how to put it right. */
export class ControlError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }

  response(): Response {
    return Response.json({ error: { message: this.message, fix: this.fix } }, { status: this.status });
  }
}

export function tooLarge(): ControlError {
  const megabytes = largestBody / 1024 / 1024;
  return new ControlError(
    413,
    `the body has more than ${megabytes} MiB`,
    "send less; what the control plane takes is a few lines of JSON",
  );
}
