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
