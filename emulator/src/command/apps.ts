import { revisionNames } from "../jpush/revisions/names";
import type { Values } from "./parse";
import { refusal } from "./refusal";

interface App {
  key: string;
  secret: string;
  revision?: string;
  serviceOpened?: boolean;
  blacklisted?: boolean;
  allowedAddresses?: string[];
}

/** The apps that several flags describe together; `first` is the one that needs no flag. */
export function readApps(values: Values, first: App): App[] {
  const apps = [{ ...first }, ...texts(values["app"]).map(readApp)];
  const named = (flag: string, key: string) => {
    const app = apps.find((one) => one.key === key);
    if (app) return app;
    const keys = apps.map((one) => one.key).join(", ");
    throw refusal(`--${flag}: there is no app ${key}, there are ${keys}`);
  };
  for (const key of texts(values["service-closed"])) named("service-closed", key).serviceOpened = false;
  for (const key of texts(values["blacklisted"])) named("blacklisted", key).blacklisted = true;
  for (const text of texts(values["allow-address"])) {
    const [, key = "", address] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (!address) throw refusal(`--allow-address: write it as KEY=ADDRESS`);
    (named("allow-address", key).allowedAddresses ??= []).push(address);
  }
  return apps;
}

const form = new RegExp(`^([^:]+):(.+?)(?::(${revisionNames.join("|")}))?$`);

function readApp(text: string): App {
  const [, key, secret, revision] = form.exec(text) ?? [];
  // The text holds a secret, so it is not repeated.
  if (!key || !secret) throw refusal("--app: write it as KEY:SECRET or KEY:SECRET:REVISION");
  return { key, secret, ...(revision === undefined ? {} : { revision }) };
}

function texts(value: Values[string]): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
