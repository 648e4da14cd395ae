import { apiReports } from "./generate/apiReports";
import { outdated, write } from "./generate/GeneratedFile";

// `npm run api`: writes etc/, what the package's entries declare. `-- --check`: fails where that is not current.

const reports = outdated(apiReports());
if (process.argv.includes("--check")) {
  for (const [name] of reports) {
    console.error(`${name} is not current: the public API has changed. If it should, run \`npm run api\`.`);
    process.exitCode = 1;
  }
} else write(reports);
