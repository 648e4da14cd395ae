import { startEmulator, type Emulator, type EmulatorOptions } from "sms-emulator";
import type { SignatureId } from "../../provider/lifecycle/vendor";
import { ControlPlane, type Fault, type FiledSignature } from "../../tools/control/ControlPlane";

/** A vendor that is emulated, and the people on its side. */
export class Emulated {
  readonly control: ControlPlane;

  protected constructor(
    private readonly emulator: Emulator,
    vendor: "jpush" | "huaweicloud",
  ) {
    this.control = new ControlPlane(emulator.url, vendor);
  }

  protected static start(options: EmulatorOptions): Promise<Emulator> {
    return startEmulator({ strict: true, ...options });
  }

  get url(): string {
    return this.emulator.url;
  }

  reset(): Promise<void> {
    return this.emulator.reset();
  }

  close(): Promise<void> {
    return this.emulator.close();
  }

  review(id: SignatureId, decision: "approve" | "reject", reason?: string): Promise<void> {
    return decision === "approve" ? this.control.approve(id) : this.control.reject(id, reason);
  }

  faults(...list: readonly Fault[]): Promise<void> {
    return this.control.faults(list);
  }

  signatures(): Promise<FiledSignature[]> {
    return this.control.signatures();
  }

  /** `极光推送 approved`, oldest first. */
  async list(): Promise<string[]> {
    return (await this.signatures()).map(({ text, status }) => `${text} ${status}`);
  }

  /** `POST signatures 200` and the like, oldest first, without what all paths have in common. */
  async requests(): Promise<string[]> {
    return (await this.control.requests()).map(
      ({ method, path, status }) => `${method} ${path.replace(/^.*\/(msgsms|v3)\//, "")} ${status}`,
    );
  }
}
