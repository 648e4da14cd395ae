import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { releasedPlugin } from "../../plugin/packed";

/** Where the CLI downloads the archives of the plugin: on this machine, in the place of the address in the documents. */
export class ReleasePage {
  readonly downloaded: string[] = [];
  #server: Server | undefined;

  async open(): Promise<void> {
    const folder = await releasedPlugin();
    const server = createServer((request, response) => {
      const name = basename(request.url ?? "");
      if (!existsSync(join(folder, name))) return void response.writeHead(404).end();
      this.downloaded.push(name);
      // Without its length the CLI refuses a download.
      response.writeHead(200, { "Content-Length": statSync(join(folder, name)).size });
      createReadStream(join(folder, name)).pipe(response);
    });
    this.#server = server.listen(0, "127.0.0.1");
    await once(server, "listening");
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server?.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}
