import * as pulumi from "@pulumi/pulumi";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** What a program has registered of one resource. */
export type Registration = pulumi.runtime.MockResourceArgs & { readonly inputs: Record<string, unknown> };

/** Puts the SDK's mocks in the engine's place; gives what the resource registers, once it has. */
export class Registrations {
  readonly #seen = new Map<string, Registration>();

  constructor(private readonly outputs: Record<string, unknown> = {}) {}

  async install(config: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#seen.clear();
    const mocks: pulumi.runtime.Mocks = {
      call: () => ({}),
      newResource: (registration) => {
        this.#seen.set(registration.name, registration);
        return { id: `${registration.name}-id`, state: { ...registration.inputs, ...this.outputs } };
      },
    };
    await pulumi.runtime.setMocks(mocks, "sample", "dev", false, "organization");
    pulumi.runtime.setAllConfig(config);
  }

  async of(resource: pulumi.Resource): Promise<Registration> {
    const urn = await valueOf(resource.urn);
    const registration = this.#seen.get(urn.split("::").at(-1) ?? "");
    if (registration === undefined) throw new Error(`${urn} was not registered`);
    return registration;
  }
}

/** Whether a registered value is a secret. */
export function isSecret(value: unknown): value is { readonly value: unknown } {
  return typeof value === "object" && value !== null && SIGNATURE in value && value[SIGNATURE] === SECRET;
}

/** A text as the plugin gets it, secret or not. */
export function plainText(value: unknown): string {
  return String(isSecret(value) ? value.value : value);
}

export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise<T>((resolve) => output.apply((value) => resolve(value)));
}
