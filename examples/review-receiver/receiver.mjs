// Listens for JPush's callbacks, and starts a workflow at each decision. Its settings are variables of the environment.
import { createServer } from "node:http";
import process from "node:process";
import { reviewLine, reviewReceiver } from "pulumi-sms/review";
import { dispatch } from "./dispatch.mjs";

const setting = (name, otherwise) => {
  const value = process.env[name] || otherwise;
  if (value === undefined) throw new Error(`Set ${name}, see README.md`);
  return value;
};

const workflow = {
  api: setting("GITHUB_API_URL", "https://api.github.com"),
  repository: setting("GITHUB_REPOSITORY"),
  workflow: setting("WORKFLOW", "after-review.yml"),
  ref: setting("WORKFLOW_REF", "main"),
  token: setting("GITHUB_TOKEN"),
};

const receiver = reviewReceiver({
  appKey: setting("JPUSH_APP_KEY"),
  masterSecret: setting("JPUSH_MASTER_SECRET"),
  endpoint: setting("JPUSH_ENDPOINT", "https://api.sms.jpush.cn"),
  // A callback's signature does not cover the decision. Here it starts a deployment, so JPush is asked.
  confirm: true,
  onReview: async (review) => {
    await dispatch(workflow, { review: reviewLine(review) });
    console.log(`${review.signId} is ${review.status}: ${workflow.workflow} is started`);
  },
});

const server = createServer((request, response) => {
  const [path] = (request.url ?? "").split("?");
  if (path === "/reviews") void receiver.node(request, response);
  else response.writeHead(path === "/health" ? 200 : 404).end();
});

server.listen(Number(setting("PORT", "8080")), setting("HOST", "127.0.0.1"), () => {
  const { address, port } = server.address();
  console.log(`listening on http://${address}:${port}/reviews`);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close(() => process.exit()));
