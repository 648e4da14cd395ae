/**
 * Starts a run of a workflow. Throws when GitHub does not take it, so that JPush sends the review again later.
 * @param {{ api: string, repository: string, workflow: string, ref: string, token: string }} target
 * @param {Record<string, string>} inputs what the workflow's `workflow_dispatch` names
 */
export async function dispatch({ api, repository, workflow, ref, token }, inputs) {
  const response = await fetch(
    `${api}/repos/${repository}/actions/workflows/${encodeURIComponent(workflow)}/dispatches`,
    {
      method: "POST",
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "user-agent": "review-receiver",
        "x-github-api-version": "2022-11-28",
      },
      body: JSON.stringify({ ref, inputs }),
      signal: AbortSignal.timeout(10_000),
    },
  );
  await response.body?.cancel();
  if (!response.ok) throw new Error(`GitHub answered the dispatch of ${workflow} with HTTP ${response.status}`);
}
