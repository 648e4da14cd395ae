import { SmsError } from "./SmsError";

/** A setting of the provider, the environment or the stack's config cannot be used. */
export class InvalidSettingError extends SmsError {
  override readonly name = "InvalidSettingError";
  readonly setting: string;

  /**
   * @param setting its name, as the user wrote it
   * @param reason what is wrong with it and what it should be, as a clause; not the value where that may hold a credential
   */
  constructor(setting: string, reason: string) {
    super(`The setting ${setting} cannot be used: ${reason}.`);
    this.setting = setting;
  }
}
