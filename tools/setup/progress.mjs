import { clearInterval, setInterval } from "node:timers";

/**
 * One line for each thing done. They go to stderr, so that a command run after the set-up has stdout to itself.
 * Quiet leaves out what is done in a moment; long work is told of in any case, or it would look like a hang.
 */
export function progress({ quiet }) {
  const line = (text) => process.stderr.write(`setup: ${text}\n`);
  return {
    note: (text) => {
      if (!quiet) line(text);
    },
    failed: line,
    /** Runs long work between two lines, with a sign of life every half minute. */
    async long(start, done, work) {
      line(`${start} …`);
      const started = Date.now();
      const seconds = () => Math.round((Date.now() - started) / 1000);
      const alive = setInterval(() => line(`… still at it after ${seconds()} s`), 30_000);
      try {
        const result = await work();
        line(`${done} (${seconds()} s)`);
        return result;
      } finally {
        clearInterval(alive);
      }
    },
  };
}
