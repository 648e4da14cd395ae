import { hasSecret, secret, withSecrets } from "../engine/secrets";
import { fromWire, toWire } from "../engine/wire";
import type { Wire } from "../engine/wire";
import { UNKNOWN } from "../values";
import type { Values } from "../values";
import { gateInputs } from "./gate";
import type { PluginResource } from "./resources";

/*
 * A resource's properties between the engine and the core. Every input is echoed as it came: the engine's assets and
 * secrets are recognised by their key.
 */

/** A resource, and the names of its outputs that are not inputs. */
export interface Shape extends Pick<PluginResource, "secrets" | "gated"> {
  readonly outputs: readonly string[];
}

/** As the core takes them. */
export function valuesOf({ gated }: Shape, properties: Wire): Values {
  const values = fromWire(properties);
  return gated === undefined ? values : gateInputs(gated, values);
}

/** The inputs among a state's properties. What the dynamic resources keep beside them, `__provider` for one, is none. */
export function inputsIn({ outputs }: Shape, properties: Wire): Wire {
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => !outputs.includes(name) && !name.startsWith("__")),
  );
}

/** The inputs with others in their place; what came as a secret stays one. */
export function inputsWith(shape: Shape, properties: Wire, others: Values): Wire {
  const changed: Wire = Object.fromEntries(
    Object.entries(toWire(others) as Wire).map(([name, value]) => [
      name,
      hasSecret(properties[name]) ? secret(value) : value,
    ]),
  );
  return withSecrets({ ...inputsIn(shape, properties), ...changed }, shape.secrets);
}

/** What stands in the state: the inputs, and the outputs beside them. To the SDKs an output that is absent is null. */
export function stateOf(shape: Shape, properties: Wire, outputs: Values): Wire {
  const present = Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== null));
  return withSecrets({ ...inputsIn(shape, properties), ...(toWire(present) as Wire) }, shape.secrets);
}

/** The outputs as a preview shows them before anything is known of them. */
export function unknownOutputs({ outputs }: Shape): Values {
  return Object.fromEntries(outputs.filter((name) => !name.startsWith("__")).map((name) => [name, UNKNOWN]));
}
