import { startEmulator, type Emulator, type EmulatorOptions } from "sms-emulator";
import { ControlPlane } from "../../../tools/control/ControlPlane";
import { fileByHand } from "./fileByHand";

/** The emulated vendor, seen from outside. */
export class Vendor extends ControlPlane {
  private constructor(
    private readonly emulator: Emulator,
    vendor: ControlPlane["vendor"],
  ) {
    super(emulator.url, vendor);
  }

  static async start(vendor: ControlPlane["vendor"], options: EmulatorOptions = {}): Promise<Vendor> {
    return new Vendor(await startEmulator({ strict: true, ...options }), vendor);
  }

  close(): Promise<void> {
    return this.emulator.close();
  }

  /** Another client of the same app files something, which is then under review. Gives its id. */
  occupy(): Promise<number> {
    return fileByHand(this.url);
  }

  /** `POST /v1/sign` and the like, oldest first. */
  async calls(): Promise<string[]> {
    return (await this.requests()).map(({ method, path }) => `${method} ${path}`);
  }

  /** The calls that change something at the vendor. */
  async changes(): Promise<string[]> {
    return (await this.calls()).filter((call) => !call.startsWith("GET"));
  }

  /** `37582 极光推送 pending`, oldest first. */
  async list(): Promise<string[]> {
    return (await this.signatures()).map(({ id, text, status }) => `${id} ${text} ${status}`);
  }
}
